namespace Modular.Kernel.Organizations;

/// <summary>
/// Changes the organization tree, inside the transaction of the caller's unit of work. Only the module that owns
/// organizations calls it. Every change is dated; what held before a day keeps holding for that past.
/// </summary>
public interface IOrganizationTreeWriter
{
    /// <summary>Places a new organization under its parent from a day on.</summary>
    /// <exception cref="InvalidOperationException">The parent has no place on that day, or the organization already has one.</exception>
    Task PlaceAsync(Guid organizationId, Guid? parentId, string kind, DateOnly from, CancellationToken cancellationToken);

    /// <summary>
    /// Places many new organizations at once, in any order: a parent may be among them. All or none.
    /// </summary>
    /// <exception cref="InvalidOperationException">As for one; or the parents go round in a circle.</exception>
    Task PlaceAsync(IReadOnlyCollection<OrganizationPlacement> placements, CancellationToken cancellationToken);

    /// <summary>Moves an organization with all below it under another parent from a day on.</summary>
    /// <exception cref="InvalidOperationException">The new parent is the organization itself or lies below it, or either has no place on that day.</exception>
    Task MoveAsync(Guid organizationId, Guid newParentId, DateOnly from, CancellationToken cancellationToken);

    /// <summary>Changes the kind's code of an organization from a day on.</summary>
    Task ChangeKindAsync(Guid organizationId, string kind, DateOnly from, CancellationToken cancellationToken);

    /// <summary>Ends the place of an organization: it is in the tree up to the day before <paramref name="from"/>.</summary>
    /// <exception cref="InvalidOperationException">Organizations below it still have a place.</exception>
    Task EndAsync(Guid organizationId, DateOnly from, CancellationToken cancellationToken);

    /// <summary>
    /// Waits until no other change of the province's tree is running, and keeps others waiting until the unit of work ends. Every change does so
    /// by itself; whoever reads much before it changes, such as an import, asks for it first.
    /// </summary>
    Task LockTreeAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Locks an organization's row in the tree until the unit of work ends, and waits for whoever holds it
    /// (<see cref="IOrganizationTree.HoldAsync"/>). Whoever ends an organization does this before asking whether anything is in it.
    /// </summary>
    /// <returns>The place as it stands on the day after the wait, or null where there is none.</returns>
    Task<OrganizationTreeNode?> LockAsync(Guid organizationId, DateOnly day, CancellationToken cancellationToken);
}

/// <summary>Where a new organization stands in the tree.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="ParentId">The organization directly above, or null for the root of the province.</param>
/// <param name="Kind">The kind's code.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The first day on which it is no more in the tree, or null.</param>
public sealed record OrganizationPlacement(Guid OrganizationId, Guid? ParentId, string Kind, DateOnly From, DateOnly? To = null);
