using System.Collections.Frozen;
using Modular.Kernel.Access;

namespace Modular.Host.Identity;

/// <summary>One permission that a valid grant gives, and how far.</summary>
/// <param name="Permission">The permission.</param>
/// <param name="Reach">How far it reaches from the organization.</param>
/// <param name="OrganizationId">The organization of the grant, where the reach names one.</param>
/// <param name="Path">Its place in today's tree, or null where it has none: then the reach is that organization alone.</param>
/// <param name="Below">How many organizations stand there, counted up to one more than <see cref="PermissionScope.NarrowOrganizations"/>.</param>
/// <param name="MayUse">Whether it may be used.</param>
/// <param name="MayGive">Whether it may be given to others.</param>
/// <param name="NeedsSecondFactor">Whether its role counts only in sessions in which a second factor was proven.</param>
internal sealed record GrantedReach(
    string Permission, Reach Reach, Guid? OrganizationId, string? Path, int Below, bool MayUse = true, bool MayGive = false, bool NeedsSecondFactor = false)
{
    /// <summary>Whether nothing of the tree, not even what has ended, stands anywhere but there and below.</summary>
    public bool IsWholeTree { get; init; }

    /// <summary>Unites what all grants of a user give.</summary>
    public static FrozenDictionary<string, PermissionScope> Compile(IEnumerable<GrantedReach> grants, Guid? memberId) => grants
        .GroupBy(grant => grant.Permission)
        .ToFrozenDictionary(grants => grants.Key, grants => Unite([.. grants], memberId));

    private static PermissionScope Unite(List<GrantedReach> grants, Guid? memberId)
    {
        var subtrees = WithoutOverlaps(grants.Where(grant => grant is { Reach: Reach.OrganizationAndBelow, Path: not null }));
        return new PermissionScope
        {
            CoversProvince = grants.Exists(grant => grant.Reach == Reach.Province),
            Subtrees = [.. subtrees.Select(grant => PathRange.Below(grant.Path!))],
            IsBroad = subtrees.Sum(grant => grant.Below) > PermissionScope.NarrowOrganizations,
            CoversTree = subtrees.Exists(grant => grant.IsWholeTree),
            // Officers of an organization that has ended have its minutes to sign and its past letters to read; what was below it belongs to others.
            Organizations =
            [
                .. grants.Where(grant => grant.Reach == Reach.Organization || grant is { Reach: Reach.OrganizationAndBelow, Path: null }).Select(grant => grant.OrganizationId!.Value).Distinct(),
            ],
            Self = grants.Exists(grant => grant.Reach == Reach.Self) ? memberId : null,
        };
    }

    private static List<GrantedReach> WithoutOverlaps(IEnumerable<GrantedReach> grants)
    {
        var kept = new List<GrantedReach>();
        foreach (var grant in grants.OrderBy(grant => grant.Path, StringComparer.Ordinal))
        {
            if (kept.Count == 0 || !PathRange.Below(kept[^1].Path!).Contains(grant.Path!))
                kept.Add(grant);
        }

        return kept;
    }
}
