using Modular.Kernel.Provinces;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using NpgsqlTypes;

namespace Modular.Members.Cells;

/// <summary>A period in which a member belonged to a cell, or was active there for a time (sinh hoạt chính thức, tạm thời).</summary>
internal sealed class CellAssignment : IDatedFact
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>The member.</summary>
    public Guid MemberId { get; init; }

    /// <summary>The cell (chi bộ).</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>Whether the member belongs there or is active there for a time.</summary>
    public AssignmentKind Kind { get; init; }

    /// <summary>The days there.</summary>
    public NpgsqlRange<DateOnly> Valid { get; set; }

    /// <inheritdoc />
    public DateOnly? FirstDay { get; private set; }

    /// <summary>Number and symbol of the decision or introduction paper (số quyết định, giấy giới thiệu).</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Its date.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Why, in short.</summary>
    public string? Reason { get; init; }
}
