using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Provinces;
using Modular.Kernel.Texts;
using Modular.Organizations.Register;
using NpgsqlTypes;

namespace Modular.Organizations.Agencies;

/// <summary>An agency that advises and assists a committee, or a service unit of it (ORG-20). It is no Party organization: nobody is a member of it.</summary>
internal sealed class PartyAgency : IProvinceOwned, IVersioned
{
    private PartyAgency()
    {
    }

    /// <inheritdoc />
    public ProvinceId ProvinceId { get; private set; }

    /// <summary>The agency.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; }

    /// <summary>The organization whose committee it serves.</summary>
    public Guid OrganizationId { get; private set; }

    /// <summary>What sort of agency it is.</summary>
    public PartyAgencyKind Kind { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name as it is sorted, and as two are compared.</summary>
    public string SortKey { get; private set; } = "";

    /// <summary>The days on which it works.</summary>
    public NpgsqlRange<DateOnly> Valid { get; private set; }

    /// <summary>The decision that established it.</summary>
    public Guid DecisionId { get; private set; }

    /// <summary>The decision that closed it; null while it works, and where it closed with its organization.</summary>
    public Guid? ClosingDecisionId { get; private set; }

    /// <summary>Establishes it; all rules were checked.</summary>
    public static PartyAgency Establish(Guid organizationId, PartyAgencyKind kind, string name, DateOnly from, Guid decisionId) => new()
    {
        Id = Guid.CreateVersion7(),
        OrganizationId = organizationId,
        Kind = kind,
        Name = name,
        SortKey = VietnameseText.SortKey(name),
        Valid = Period.From(from),
        DecisionId = decisionId,
    };

    /// <summary>Closes it from a day on; one that began on that day or later worked for a day.</summary>
    public void Close(DateOnly end, Guid? decisionId)
    {
        Valid = Valid.Until(end > Valid.LowerBound ? end : Valid.LowerBound.AddDays(1));
        ClosingDecisionId = decisionId;
    }
}
