using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers;

/// <summary>
/// Which organizations sign an introduction paper, in order (MEM-22, MEM-25): from the cell up to the committee that introduces out, then from the
/// first committee that receives down to the destination. It follows from the tree and the routing policy of the day.
/// </summary>
internal sealed class TransferRoutes(IOrganizationTree tree, IPolicies policies)
{
    /// <summary>The boxes of a paper.</summary>
    /// <param name="kind">The kind of transfer.</param>
    /// <param name="originId">The cell that the member leaves.</param>
    /// <param name="destinationId">Where the member goes; null where that is outside of the register.</param>
    /// <param name="day">The day whose tree and policy hold.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<(TransferSide Side, Guid OrganizationId)>> PlanAsync(
        TransferKind kind, Guid originId, Guid? destinationId, DateOnly day, CancellationToken cancellationToken)
    {
        var above = await UpwardsAsync(originId, day, cancellationToken);
        if (kind == TransferKind.Internal)
            return [.. Introducing(above.Where(place => OrganizationKinds.IsGrassroots(place.Kind)).Take(1)), (TransferSide.Receiving, destinationId!.Value)];
        var receiving = destinationId is { } destination ? await UpwardsAsync(destination, day, cancellationToken) : [];
        var shared = receiving.Select(place => place.OrganizationId).Intersect(above.Select(place => place.OrganizationId)).ToHashSet();
        var introducing = above.Where(place => !shared.Contains(place.OrganizationId) && place.Kind != OrganizationKinds.Provincial).ToList();
        var policy = await policies.InForceOnAsync<TransferRoutingPolicy>(day, cancellationToken);
        if (introducing is [.., { ParentId: { } parent } last]
            && policy.IntroducedByTheProvince.Contains(last.Kind)
            && above.Any(place => place.OrganizationId == parent && place.Kind == OrganizationKinds.Provincial))
        {
            introducing.Add(above.Single(place => place.OrganizationId == parent));
        }

        return
        [
            .. Introducing(introducing),
            .. receiving.Where(place => !shared.Contains(place.OrganizationId)).Reverse().Select(place => (TransferSide.Receiving, place.OrganizationId)),
        ];
    }

    /// <summary>Whether an organization is, or stands above, another on a day.</summary>
    public async Task<bool> ContainsAsync(Guid organizationId, Guid otherId, DateOnly day, CancellationToken cancellationToken)
    {
        var places = await tree.FindAsync([organizationId, otherId], day, cancellationToken);
        return places.TryGetValue(organizationId, out var place)
            && places.TryGetValue(otherId, out var other)
            && other.Path.StartsWith(place.Path, StringComparison.Ordinal);
    }

    /// <summary>The grassroots organization (tổ chức cơ sở đảng) in or under which a cell stands on a day, or null.</summary>
    public async Task<Guid?> GrassrootsOrganizationOfAsync(Guid cellId, DateOnly day, CancellationToken cancellationToken) =>
        (await UpwardsAsync(cellId, day, cancellationToken)).Find(place => OrganizationKinds.IsGrassroots(place.Kind))?.OrganizationId;

    private static IEnumerable<(TransferSide Side, Guid OrganizationId)> Introducing(IEnumerable<OrganizationTreeNode> places) =>
        places.Select(place => (TransferSide.Introducing, place.OrganizationId));

    private async Task<List<OrganizationTreeNode>> UpwardsAsync(Guid organizationId, DateOnly day, CancellationToken cancellationToken)
    {
        var places = new List<OrganizationTreeNode>();
        for (Guid? next = organizationId; next is { } id;)
        {
            if (await tree.FindAsync(id, day, cancellationToken) is not { } place)
                break;
            places.Add(place);
            next = place.ParentId;
        }

        return places;
    }
}
