using Modular.Kernel.Results;
using Modular.Organizations.Register;

namespace Modular.Organizations.Kinds;

/// <summary>A kind that an organization is to be of, and what the rules need to know beside it.</summary>
/// <param name="Kind">The kind's code.</param>
/// <param name="Subkind">The subkind's code, or null.</param>
/// <param name="Day">The day from which it counts.</param>
/// <param name="HasConsent">Whether the superior's prior written consent was given.</param>
/// <param name="HostLegalStatus">The standing in law of the host unit.</param>
internal sealed record WantedKind(string Kind, string? Subkind, DateOnly Day, bool HasConsent, HostLegalStatus? HostLegalStatus);

/// <summary>Which kind stands below which, on which conditions (ORG-03, ORG-05, ORG-06).</summary>
internal static class KindRules
{
    /// <summary>The rule by which an organization may stand below a parent, or all that stands against it.</summary>
    /// <param name="catalog">The kinds.</param>
    /// <param name="policy">What the province uses.</param>
    /// <param name="wanted">The kind of the lower organization.</param>
    /// <param name="parent">The upper organization, or null for the root.</param>
    public static Result<KindPlace> Check(KindCatalog catalog, KindsPolicy policy, WantedKind wanted, Organization? parent)
    {
        if (!catalog.Exists(wanted.Kind, wanted.Day) || policy.NotUsed.Contains(wanted.Kind))
            return new KindIsNotInForce(wanted.Kind, wanted.Day) { Field = "input.kind" };
        if (catalog.PlaceOf(wanted.Kind, parent?.Kind, parent?.Era, wanted.Day) is not { } place)
        {
            return new KindIsNotAllowedBelowParent(wanted.Kind, parent?.Kind, wanted.Day)
            {
                Field = parent is null ? "input.parentId" : "input.kind",
            };
        }

        var problems = Conditions(catalog, wanted, parent, place).ToList();
        return problems.Count > 0 ? problems : place;
    }

    private static IEnumerable<Problem> Conditions(KindCatalog catalog, WantedKind wanted, Organization? parent, KindPlace place)
    {
        if (!HasRightSubkind(catalog, wanted))
            yield return new SubkindIsNotInForce(wanted.Kind, wanted.Subkind) { Field = "input.subkind" };
        if (place.NeedsConsent && !wanted.HasConsent)
            yield return new ConsentOfSuperiorIsMissing(wanted.Kind, place.Rule) { Field = "input.consent" };
        if (!place.NeedsSuperiorPowers)
            yield break;
        if (parent is { HasSuperiorPowers: false })
            yield return new ParentLacksSuperiorPowers(parent.Name) { Field = "input.parentId" };
        if (wanted.HostLegalStatus != HostLegalStatus.LegalPerson)
            yield return new HostUnitLacksLegalPersonality { Field = "input.hostLegalStatus" };
    }

    private static bool HasRightSubkind(KindCatalog catalog, WantedKind wanted)
    {
        var subkinds = catalog.SubkindsOf(wanted.Kind, wanted.Day);
        return wanted.Subkind is null
            ? subkinds.Count == 0
            : subkinds.Any(subkind => subkind.Code == wanted.Subkind);
    }
}
