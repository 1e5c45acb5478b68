namespace Modular.Kernel.Organizations;

/// <summary>An organization's place in the tree of a province on a day.</summary>
/// <param name="OrganizationId">The organization.</param>
/// <param name="ParentId">The organization directly above, or null for the root of the province.</param>
/// <param name="Path">The labels from the root down, each ended by a dot; all below share it as a beginning.</param>
/// <param name="Depth">0 for the root.</param>
/// <param name="Kind">The kind's code, for instance <c>CELL</c>.</param>
public sealed record OrganizationTreeNode(Guid OrganizationId, Guid? ParentId, string Path, int Depth, string Kind);

/// <summary>
/// The organization tree of the province, the one read model that all modules share (table <c>kernel.organization_tree</c>).
/// It carries structure only: no name and no rule of the Organizations module.
/// </summary>
public interface IOrganizationTree
{
    /// <summary>The organization's place on a day, or null where it did not exist.</summary>
    Task<OrganizationTreeNode?> FindAsync(Guid organizationId, DateOnly day, CancellationToken cancellationToken);

    /// <summary>The places of several organizations on a day; those that did not exist are missing.</summary>
    Task<IReadOnlyDictionary<Guid, OrganizationTreeNode>> FindAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken);

    /// <summary>
    /// The organization's place on a day, locked against its end until the caller's unit of work commits, or null where it did
    /// not exist. Whoever puts something into an organization (a member into a cell) asks this first, inside the same unit of work.
    /// </summary>
    /// <exception cref="InvalidOperationException">No unit of work is running.</exception>
    Task<OrganizationTreeNode?> HoldAsync(Guid organizationId, DateOnly day, CancellationToken cancellationToken);
}
