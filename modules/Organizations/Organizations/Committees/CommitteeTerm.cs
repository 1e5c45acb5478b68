using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Organizations.Register;
using NpgsqlTypes;

namespace Modular.Organizations.Committees;

/// <summary>A term of an organization's committee (nhiệm kỳ cấp ủy).</summary>
internal sealed class CommitteeTerm : IProvinceOwned, IVersioned
{
    public ProvinceId ProvinceId { get; private set; }

    public required Guid Id { get; init; }

    public int Version { get; private set; }

    public required Guid OrganizationId { get; init; }

    /// <summary>The number of the term as the organization writes it, for instance <c>2025-2030</c> or <c>XX</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The days of the term; its end is planned until the next term opens.</summary>
    public required NpgsqlRange<DateOnly> Valid { get; set; }

    /// <summary>The first day; the database derives it, for lists in order.</summary>
    public DateOnly ValidFrom { get; private set; }

    public DateOnly? CongressOn { get; init; }

    /// <summary>Whether the committee was appointed and not elected (ORG-11).</summary>
    public bool IsAppointed { get; init; }

    /// <summary>How many members the committee has; 0 for a cell that has none.</summary>
    public required int CommitteeSize { get; init; }

    /// <summary>How many of them form the standing committee; 0 where there is none.</summary>
    public required int StandingSize { get; init; }

    public Guid? DecisionId { get; init; }

    /// <summary>Ends the term; the next one begins, or the organization ends.</summary>
    public void End(DateOnly end) => Valid = Valid.Until(end);
}
