using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>
/// The other province took the member in, or returned the paper. Taken in, the member stands on no list here from the day on which they stand on one there; what began
/// here on that day or later never came to hold.
/// </summary>
internal sealed class WhenPaperIsAnswered(IWrite<MembersDbContext> write, TransferMoves moves) : IEventHandler<PaperAnswered>
{
    /// <inheritdoc />
    public Task HandleAsync(PaperAnswered happened, EventContext context, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => SettleAsync(db, happened, ct), cancellationToken);

    private async Task<Result<int>> SettleAsync(MembersDbContext db, PaperAnswered happened, CancellationToken cancellationToken)
    {
        var answer = happened.Answer.Deserialize<PaperAnswer>(EventJson.Options)!;
        var transfer = await db.Transfers.SingleAsync(row => row.Id == happened.LetterId, cancellationToken);
        var boxes = await db.TransferBoxes.Where(row => row.TransferId == transfer.Id).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        var paper = new TransferPaper(transfer, boxes, "");
        var standing = (await TransferMoves.ReadAsync(db, [paper], cancellationToken))[transfer.MemberId];
        db.TransferBoxes.AddRange(answer.Boxes.Select((box, index) => TransferBox.SignedElsewhere(transfer.Id, boxes.Count + index + 1, box)));
        moves.EndPending(db, standing, answer.On);
        if (!happened.IsAccepted)
        {
            transfer.Close(TransferState.Returned, answer.On, answer.Reason);
            return 1;
        }

        transfer.AcceptElsewhere(answer.By, answer.On, answer.Reason);
        moves.LetGo(db, await UnwoundAsync(db, standing, answer.On, cancellationToken), transfer, paper.Number, answer.On);
        return 1;
    }

    // A reorganization may have moved the member within this province while the paper was on its way.
    private static async Task<TransferStanding> UnwoundAsync(MembersDbContext db, TransferStanding standing, DateOnly on, CancellationToken cancellationToken)
    {
        if (standing.Cell!.Valid.LowerBound < on)
            return standing;
        var assignments = await db.Assignments
            .Where(row => row.MemberId == standing.Member.Id && row.Kind == AssignmentKind.Official && (row.Valid.UpperBoundInfinite || row.Valid.UpperBound >= on))
            .ToListAsync(cancellationToken);
        db.Assignments.RemoveRange(assignments.Where(row => row.Valid.LowerBound >= on));
        CellAssignment last = assignments.Single(row => row.Valid.LowerBound < on);
        return standing with { Cell = last };
    }
}
