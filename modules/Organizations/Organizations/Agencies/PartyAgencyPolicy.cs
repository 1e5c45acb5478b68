using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;

namespace Modular.Organizations.Agencies;

/// <summary>How many agencies and service units committees have at most (ORG-20), as each province may set it.</summary>
internal sealed record PartyAgencyPolicy : IPolicy
{
    private const string CommuneSuperior = "COMMUNE_SUPERIOR";

    /// <inheritdoc />
    public static string Key => "organizations.party-agencies";

    /// <inheritdoc />
    public static RuleReference Source => Rules.PartyAgencies;

    /// <summary>From which day on the numbers bind: the beginning of the era in which there is no district level.</summary>
    public DateOnly From { get; init; } = new(2025, 7, 1);

    /// <summary>Advisory agencies of a provincial committee.</summary>
    public int ProvincialAgencies { get; init; } = 5;

    /// <summary>Service units of a provincial committee.</summary>
    public int ProvincialServiceUnits { get; init; } = 2;

    /// <summary>Advisory agencies of the committee of a commune or ward.</summary>
    public int CommuneAgencies { get; init; } = 3;

    /// <summary>Service units of the committee of a commune or ward.</summary>
    public int CommuneServiceUnits { get; init; } = 1;

    /// <summary>Advisory agencies of the committee of a special zone.</summary>
    public int SpecialZoneAgencies { get; init; } = 4;

    /// <summary>Service units of the committee of a special zone.</summary>
    public int SpecialZoneServiceUnits { get; init; } = 1;

    /// <summary>How many a committee may have on a day; null where no number binds.</summary>
    public int? MostOf(PartyAgencyKind kind, Organization organization, DateOnly day)
    {
        if (day < From)
            return null;
        var isAdvisory = kind == PartyAgencyKind.Advisory;
        if (organization.Kind == OrganizationKinds.Provincial)
            return isAdvisory ? ProvincialAgencies : ProvincialServiceUnits;
        if (organization.Kind is not (OrganizationKinds.DirectSuperior or OrganizationKinds.GrassrootsCommittee))
            return null;
        if (organization.FieldType == FieldType.SpecialZone)
            return isAdvisory ? SpecialZoneAgencies : SpecialZoneServiceUnits;
        if (organization.Subkind == CommuneSuperior || organization.FieldType is FieldType.Commune or FieldType.Ward)
            return isAdvisory ? CommuneAgencies : CommuneServiceUnits;
        return null;
    }
}
