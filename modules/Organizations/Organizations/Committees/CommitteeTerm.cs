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

    /// <summary>The decision that appoints or approves; null while the approval of an elected committee is awaited (ORG-12).</summary>
    public Guid? DecisionId { get; set; }

    /// <summary>Whether it was elected and its superior has not approved it yet.</summary>
    public bool AwaitsApproval => !IsAppointed && DecisionId is null;

    /// <summary>The day from which the approval is awaited.</summary>
    public DateOnly ElectedOn => CongressOn ?? Valid.LowerBound;

    /// <summary>Ends the term; the next one begins, or the organization ends.</summary>
    public void End(DateOnly end) => Valid = Valid.Until(end);
}
