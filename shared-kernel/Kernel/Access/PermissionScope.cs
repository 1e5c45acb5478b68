namespace Modular.Kernel.Access;

/// <summary>
/// Where a user may do one act: the union of the reaches of all grants that hold the permission and are valid today. The same
/// scope becomes the SQL predicate of every query, the check of a single object, and the mask over a set of objects.
/// </summary>
public sealed record PermissionScope
{
    /// <summary>How many organizations a reach holds at most that is not broad: their members are some thousands at most, which are sorted in two milliseconds.</summary>
    public const int NarrowOrganizations = 128;

    /// <summary>A scope that covers nothing.</summary>
    public static readonly PermissionScope Nowhere = new();

    /// <summary>A scope that covers the whole province.</summary>
    public static readonly PermissionScope Everywhere = new() { CoversProvince = true };

    /// <summary>Whether everything of the province is covered.</summary>
    public bool CoversProvince { get; init; }

    /// <summary>The subtrees that are covered, without overlaps.</summary>
    public IReadOnlyList<PathRange> Subtrees { get; init; } = [];

    /// <summary>
    /// Whether the subtrees hold more than <see cref="NarrowOrganizations"/> organizations, as was counted when the rights were read: a hint for how to ask the database, which
    /// decides nothing.
    /// </summary>
    public bool IsBroad { get; init; }

    /// <summary>
    /// Whether one of the subtrees is the whole tree of the province, so that whatever names an organization is covered and no place has to be looked up. As little as the paths
    /// of the subtrees it outlives a change of what it follows from: rights are read again when a root begins, ends or moves.
    /// </summary>
    public bool CoversTree { get; init; }

    /// <summary>Single organizations that are covered without those below.</summary>
    public IReadOnlyList<Guid> Organizations { get; init; } = [];

    /// <summary>The member record that is the user's own, where the reach is <see cref="Reach.Self"/>.</summary>
    public Guid? Self { get; init; }

    /// <summary>Whether nothing is covered.</summary>
    public bool IsEmpty => !CoversProvince && Subtrees.Count == 0 && Organizations.Count == 0 && Self is null;

    /// <summary>Whether all that another scope covers is covered by this one too. A covered subtree counts, single organizations in it do not: their places are not known here.</summary>
    public bool Includes(PermissionScope other)
    {
        if (CoversProvince)
            return true;
        return !other.CoversProvince
            && other.Subtrees.All(subtree => Subtrees.Any(own => own.Contains(subtree.From)))
            && other.Organizations.All(Organizations.Contains)
            && (other.Self is null || other.Self == Self);
    }

    /// <summary>Whether an organization is covered.</summary>
    /// <param name="organizationId">The organization.</param>
    /// <param name="path">Its path in today's tree.</param>
    public bool Covers(Guid organizationId, string path)
    {
        if (CoversProvince || Organizations.Contains(organizationId))
            return true;
        foreach (var subtree in Subtrees)
        {
            if (subtree.Contains(path))
                return true;
        }

        return false;
    }
}
