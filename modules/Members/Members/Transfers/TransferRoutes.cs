using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers;

/// <summary>
/// Which organizations sign an introduction paper, in order (MEM-22, MEM-25): from the cell up to the committee that introduces out, then from the
/// first committee that receives down to the destination; between provinces each side has its own part. It follows from the tree and the routing policy of the day.
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
        return
        [
            .. Introducing(await OutwardsAsync(above, shared, day, cancellationToken)),
            .. receiving.Where(place => !shared.Contains(place.OrganizationId)).Reverse().Select(place => (TransferSide.Receiving, place.OrganizationId)),
        ];
    }

    /// <summary>
    /// The committees that sign a paper from another province on its way down to where it goes: those that would introduce a member out of there, in reverse. A cell is not among them: it
    /// signs by taking the member in.
    /// </summary>
    /// <param name="receiverId">The committee or cell before which the paper is laid.</param>
    /// <param name="day">The day whose tree and policy hold.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<Guid>> PlanReceivingAsync(Guid receiverId, DateOnly day, CancellationToken cancellationToken)
    {
        var outwards = await OutwardsAsync(await UpwardsAsync(receiverId, day, cancellationToken), new HashSet<Guid>(), day, cancellationToken);
        return
        [
            .. outwards.Where(place => place.OrganizationId != receiverId || !OrganizationKinds.HoldsMembers(place.Kind)).Reverse().Select(place => place.OrganizationId),
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

    // From a place up to the last below what both sides share, and to the province where the policy of the day says that it introduces.
    private async Task<List<OrganizationTreeNode>> OutwardsAsync(
        List<OrganizationTreeNode> above, HashSet<Guid> shared, DateOnly day, CancellationToken cancellationToken)
    {
        var places = above.Where(place => !shared.Contains(place.OrganizationId) && place.Kind != OrganizationKinds.Provincial).ToList();
        var policy = await policies.InForceOnAsync<TransferRoutingPolicy>(day, cancellationToken);
        if (places is [.., { ParentId: { } parent } last]
            && policy.IntroducedByTheProvince.Contains(last.Kind)
            && above.Find(place => place.OrganizationId == parent && place.Kind == OrganizationKinds.Provincial) is { } province)
        {
            places.Add(province);
        }

        return places;
    }

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
