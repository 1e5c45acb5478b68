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

    /// <summary>Moves an organization with all below it under another parent from a day on.</summary>
    /// <exception cref="InvalidOperationException">The new parent is the organization itself or lies below it, or either has no place on that day.</exception>
    Task MoveAsync(Guid organizationId, Guid newParentId, DateOnly from, CancellationToken cancellationToken);

    /// <summary>Changes the kind's code of an organization from a day on.</summary>
    Task ChangeKindAsync(Guid organizationId, string kind, DateOnly from, CancellationToken cancellationToken);

    /// <summary>Ends the place of an organization: it is in the tree up to the day before <paramref name="from"/>.</summary>
    /// <exception cref="InvalidOperationException">Organizations below it still have a place.</exception>
    Task EndAsync(Guid organizationId, DateOnly from, CancellationToken cancellationToken);
}
