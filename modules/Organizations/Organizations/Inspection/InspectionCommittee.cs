using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;

namespace Modular.Organizations.Inspection;

/// <summary>The inspection committee of an organization for a term of its committee, with which it ends (ủy ban kiểm tra; ORG-18).</summary>
internal sealed class InspectionCommittee : IProvinceOwned, IVersioned
{
    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The inspection committee.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The organization.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>The term of the committee that elected it.</summary>
    public required Guid TermId { get; init; }

    /// <summary>The day from which it works.</summary>
    public required DateOnly FormedOn { get; init; }

    /// <summary>How many members it has.</summary>
    public required int Size { get; init; }

    /// <summary>Whether the superior appointed it.</summary>
    public required bool IsAppointed { get; init; }

    /// <summary>The decision that appoints or approves it; null where none is on record.</summary>
    public Guid? DecisionId { get; init; }
}
