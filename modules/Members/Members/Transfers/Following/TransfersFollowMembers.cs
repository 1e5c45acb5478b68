using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers.Following;

/// <summary>
/// Transfers that are under way leave from where the member stands: when a reorganization moves members by its list, their papers go on from the new cell, in the same transaction.
/// Whoever is moved to where they were going needs no paper any more.
/// </summary>
internal static class TransfersFollowMembers
{
    /// <summary>Carries the transfers of members over to the cell to which they were moved.</summary>
    /// <returns>The members who wait for no paper any more.</returns>
    public static async Task<IReadOnlyList<Guid>> FollowAsync(
        MembersDbContext db, MembersMove move, IReadOnlyCollection<Guid> memberIds, CancellationToken cancellationToken)
    {
        var open = await db.Transfers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => memberIds.Contains(row.MemberId) && row.OriginId == move.FromId && TransferTerms.UnderWay.Contains(row.State))
            .ToListAsync(cancellationToken);
        var arrived = open.Where(transfer => transfer.DestinationId == move.ToId).ToList();
        foreach (var transfer in arrived)
            transfer.Close(TransferState.Lapsed, move.EffectiveOn, move.DecisionNumber);
        var going = open.Except(arrived).ToList();
        foreach (var transfer in going)
            transfer.LeaveFrom(move.ToId);
        await ReplaceAsync(db, [.. going.Select(transfer => transfer.Id)], move, cancellationToken);
        return await EndPendingAsync(db, [.. arrived.Select(transfer => transfer.MemberId)], move.EffectiveOn, cancellationToken);
    }

    // The new cell signs where the old one had not signed yet.
    private static async Task ReplaceAsync(MembersDbContext db, Guid[] transferIds, MembersMove move, CancellationToken cancellationToken)
    {
        var unsigned = await db.TransferBoxes.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(box => transferIds.Contains(box.TransferId) && box.OrganizationId == move.FromId && box.SignedOn == null)
            .ToListAsync(cancellationToken);
        foreach (var box in unsigned)
            box.PassTo(move.ToId);
    }

    private static async Task<IReadOnlyList<Guid>> EndPendingAsync(MembersDbContext db, Guid[] memberIds, DateOnly on, CancellationToken cancellationToken)
    {
        var pending = await db.Flags.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(flag => memberIds.Contains(flag.MemberId) && flag.Flag == MembershipFlag.TransferOutPending && (flag.Valid.UpperBoundInfinite || flag.Valid.UpperBound > on))
            .ToListAsync(cancellationToken);
        foreach (var flag in pending)
        {
            if (flag.Valid.LowerBound < on)
                flag.Valid = flag.Valid.EndedBefore(on);
            else
                db.Flags.Remove(flag);
        }

        return [.. pending.Select(flag => flag.MemberId)];
    }
}
