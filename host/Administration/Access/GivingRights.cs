using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Organizations;
using Modular.Kernel.Time;

namespace Modular.Host.Administration.Access;

/// <summary>What the current user may give to others, and where.</summary>
internal sealed class GivingRights(ICurrentAccess access, IOrganizationTree tree, TimeProvider clock)
{
    /// <summary>Of some permissions those that the user may not give at a place; empty where they may give all.</summary>
    public async Task<IReadOnlyList<string>> LackedAsync(
        IEnumerable<string> permissions, Reach reach, Guid? organizationId, CancellationToken cancellationToken)
    {
        var own = (access as RequestAccess)?.User;
        var place = organizationId is { } id ? await tree.FindAsync(id, clock.Today(), cancellationToken) : null;
        return [.. permissions.Where(permission => !Covers(own?.GivingScopeOf(permission), reach, place))];
    }

    private static bool Covers(PermissionScope? scope, Reach reach, OrganizationTreeNode? place)
    {
        if (scope is null)
            return false;
        return scope.CoversProvince || reach switch
        {
            Reach.Organization => place is not null && scope.Covers(place.OrganizationId, place.Path),
            Reach.OrganizationAndBelow => place is not null && scope.Subtrees.Any(subtree => subtree.Contains(place.Path)),
            _ => false,
        };
    }
}
