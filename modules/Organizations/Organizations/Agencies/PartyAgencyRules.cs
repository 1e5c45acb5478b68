using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Agencies;

/// <summary>An agency that is to be established.</summary>
/// <param name="Kind">What sort of agency it is.</param>
/// <param name="SortKey">Its name, as two are compared.</param>
/// <param name="From">The first day on which it works.</param>
internal sealed record AskedAgency(PartyAgencyKind Kind, string SortKey, DateOnly From);

/// <summary>What stands against an agency of a committee: its kind, the day, the name, and how many there are (ORG-20).</summary>
internal sealed class PartyAgencyRules(PartyAgencyPolicy policy, DateOnly today)
{
    private static readonly string[] KindsWithAgencies =
        [OrganizationKinds.Provincial, OrganizationKinds.DirectSuperior, OrganizationKinds.GrassrootsCommittee, OrganizationKinds.AffiliatedCommittee];

    /// <summary>Whether organizations of this kind have agencies: those with a committee that leads others.</summary>
    public static bool MayHaveAgencies(string kind) => KindsWithAgencies.Contains(kind);

    /// <summary>What stands against one more, beside all that the organization has or had.</summary>
    public List<Problem> Against(AskedAgency asked, Organization organization, IReadOnlyCollection<PartyAgency> others)
    {
        if (!MayHaveAgencies(organization.Kind))
            return [new KindHasNoPartyAgencies(organization.Kind) { Field = "input.organizationId" }];
        var problems = new List<Problem>();
        if (asked.From < organization.FoundedOn)
            problems.Add(new EffectiveDateIsBeforeEarlierChange(asked.From, organization.FoundedOn) { Field = "input.effectiveOn" });
        if (others.FirstOrDefault(other => other.SortKey == asked.SortKey && WorksOnOrAfter(other, asked.From)) is { } same)
            problems.Add(new PartyAgencyIsThereAlready(same.Name) { Field = "input.name" });
        if (TooMany(asked, organization, others) is { } tooMany)
            problems.Add(tooMany);
        return problems;
    }

    // There can be one too many on any day from its first on: on that day, when another began, or when the numbers came to bind.
    private CommitteeHasItsPartyAgencies? TooMany(AskedAgency asked, Organization organization, IReadOnlyCollection<PartyAgency> others)
    {
        var ofKind = others.Where(other => other.Kind == asked.Kind && WorksOnOrAfter(other, asked.From)).ToList();
        var days = ofKind.Select(other => other.Valid.LowerBound).Append(policy.From).Where(day => day > asked.From && day <= today).Append(asked.From).Order();
        foreach (var day in days)
        {
            if (policy.MostOf(asked.Kind, organization, day) is { } most && ofKind.Count(other => other.Valid.Holds(day)) >= most)
                return new CommitteeHasItsPartyAgencies(asked.Kind, most, day) { Field = "input.kind" };
        }

        return null;
    }

    private static bool WorksOnOrAfter(PartyAgency agency, DateOnly day) => agency.Valid.UpperBoundInfinite || agency.Valid.UpperBound > day;
}
