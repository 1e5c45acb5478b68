using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.Transfers.BetweenProvinces;
using Modular.Organizations.Contracts;

namespace Modular.Members.Transfers.Following;

/// <summary>
/// What is under way to an organization that was merged or split goes on with its successor: transfers to it, boxes that it was to sign, papers from other provinces before it, and
/// temporary stays in it. Of several parts it is the first; whoever acts there may direct a paper on.
/// </summary>
internal sealed class WhenOrganizationIsSucceeded(IWrite<MembersDbContext> write) : IEventHandler<OrganizationSucceeded>
{
    /// <inheritdoc />
    public Task HandleAsync(OrganizationSucceeded happened, EventContext context, CancellationToken cancellationToken) =>
        // Where only a part of it left, the organization goes on by itself.
        happened.State == OrganizationState.Active
            ? Task.CompletedTask
            : write.RunAsync((db, ct) => CarryOverAsync(db, happened, ct), cancellationToken);

    private static async Task<Result<int>> CarryOverAsync(MembersDbContext db, OrganizationSucceeded happened, CancellationToken cancellationToken)
    {
        var (from, to) = (happened.PredecessorId, happened.SuccessorId);
        var transfers = await db.Transfers
            .Where(row => (TransferTerms.UnderWay.Contains(row.State) && row.DestinationId == from)
                || (row.Kind == TransferKind.Temporary && row.State == TransferState.Accepted && row.CellId == from))
            .ToListAsync(cancellationToken);
        foreach (var transfer in transfers)
            transfer.GoTo(from, to);

        var boxes = await db.TransferBoxes
            .Where(box => box.OrganizationId == from && box.SignedOn == null
                && db.Transfers.Any(row => row.Id == box.TransferId && TransferTerms.UnderWay.Contains(row.State)))
            .ToListAsync(cancellationToken);
        foreach (var box in boxes)
            box.PassTo(to);

        var arrivals = await db.Arrivals.Where(row => row.State == ArrivalState.Arrived && row.ReceiverId == from).ToListAsync(cancellationToken);
        foreach (var arrival in arrivals)
            arrival.Direct(to);

        var arrivalBoxes = await db.ArrivalBoxes
            .Where(box => box.OrganizationId == from && box.SignedOn == null && db.Arrivals.Any(row => row.Id == box.ArrivalId && row.State == ArrivalState.Arrived))
            .ToListAsync(cancellationToken);
        foreach (var box in arrivalBoxes)
            box.PassTo(to);
        return transfers.Count + boxes.Count + arrivals.Count + arrivalBoxes.Count;
    }
}
