using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.Transfers;

/// <summary>
/// Takes transferred members in. The move is one transaction: the assignment at the origin ends on the day on which that at the destination begins,
/// so that everybody is counted once on each day.
/// </summary>
internal sealed class TransferAcceptance(IWrite<MembersDbContext> write, TransferPapers papers, TransferRoutes routes, OpenCells cells, TransferMoves moves,
    PaperSigners signers)
{
    public Task<Result<List<Transfer>>> RunAsync(AcceptTransfersInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.LateReason))
        .RunAsync((db, ct) => AcceptAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Transfer>>> AcceptAsync(MembersDbContext db, AcceptTransfersInput input, CancellationToken cancellationToken)
    {
        var opened = await TransferPapers.OpenAsync(db, input.Transfers, "input.transfers", isList: true, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var on = input.On ?? db.Today;
        var standing = await TransferMoves.ReadAsync(db, opened.Value, cancellationToken);
        List<Problem> problems = [.. Wording.CheckLength(input.SignedBy, 300, "input.signedBy"), .. Wording.CheckLength(input.LateReason, 1000, "input.lateReason")];
        foreach (var paper in opened.Value)
            problems.AddRange(await CheckAsync(db, paper, standing[paper.Transfer.MemberId], input, on, cancellationToken));
        var signer = await signers.FindAsync(input.SignedByMemberId, on, cancellationToken);
        problems.AddRange(await signers.CheckAsync(signer, [.. opened.Value.Select(paper => CellOf(paper, input)).OfType<Guid>().Distinct()], on, cancellationToken));
        if (problems.Count > 0)
            return problems.DistinctBy(problem => (problem.Code, problem.Field)).ToList();

        foreach (var paper in opened.Value)
            await AcceptAsync(db, paper, standing[paper.Transfer.MemberId], new Acceptance(input, on, signer), cancellationToken);
        return opened.Value.Select(paper => paper.Transfer).ToList();
    }

    private async Task<IReadOnlyList<Problem>> CheckAsync(
        MembersDbContext db, TransferPaper paper, TransferStanding standing, AcceptTransfersInput input, DateOnly on, CancellationToken cancellationToken)
    {
        var transfer = paper.Transfer;
        if (transfer.State is not (TransferState.Introduced or TransferState.Received))
            return [new TransferIsNotUnderWay(transfer.State) { Field = paper.Field }];
        var place = transfer.DestinationId is null
            ? await CheckOutsideAsync(db, paper, input, cancellationToken)
            : await CheckInsideAsync(db, paper, input, on, cancellationToken);
        return [.. place, .. CheckDates(db, paper, standing, input, on)];
    }

    private static IEnumerable<Problem> CheckDates(
        MembersDbContext db, TransferPaper paper, TransferStanding standing, AcceptTransfersInput input, DateOnly on)
    {
        var transfer = paper.Transfer;
        if (!standing.StandsAt(transfer.OriginId))
            yield return new MemberDoesNotStandAtTheOrigin { Field = paper.Field };
        if (on > db.Today)
            yield return new DateLiesInTheFuture(on, db.Today) { Field = "input.on" };
        var earliest = new[] { paper.LatestDay, standing.EarliestMove }.Max();
        if (on < earliest)
            yield return new EffectiveDateIsBeforeEarlierFact(on, earliest) { Field = "input.on" };
        if (on > transfer.PresentBy && Wording.Clean(input.LateReason) is null)
            yield return new PaperIsPresentedLate(transfer.PresentBy.Value) { Field = "input.lateReason" };
    }

    // Whoever introduced out is told by the other side, and records it.
    private async Task<IReadOnlyList<Problem>> CheckOutsideAsync(
        MembersDbContext db, TransferPaper paper, AcceptTransfersInput input, CancellationToken cancellationToken)
    {
        if (paper.Transfer.DestinationProvinceId is not null)
            return [new ReceivingProvinceAnswers(paper.Transfer.DestinationName!) { Field = paper.Field }];
        if (input.CellId is not null)
            return [new CellIsNotBelowTheDestination(paper.Transfer.DestinationName!) { Field = "input.cellId" }];
        return await papers.MayActAtAsync(db, paper.Boxes[^1].OrganizationId!.Value, cancellationToken)
            ? []
            : [new MemberIsOutOfYourReach { Field = paper.Field }];
    }

    private async Task<IReadOnlyList<Problem>> CheckInsideAsync(
        MembersDbContext db, TransferPaper paper, AcceptTransfersInput input, DateOnly on, CancellationToken cancellationToken)
    {
        var destinationId = paper.Transfer.DestinationId!.Value;
        if (CellOf(paper, input) is not { } cellId)
            return [new ReceivingCellMustBeNamed { Field = "input.cellId" }];
        if (!await routes.ContainsAsync(destinationId, cellId, db.Today, cancellationToken))
            return [new CellIsNotBelowTheDestination(await papers.NameOfAsync(db, destinationId, cancellationToken)) { Field = "input.cellId" }];
        if (paper.Next is { } next && next.OrganizationId != cellId)
            return [new AnotherOrganizationSignsNow(await papers.NameOfAsync(db, next.OrganizationId!.Value, cancellationToken)) { Field = paper.Field }];
        var held = await cells.HoldAsync(db, cellId, on, MembersPermissions.Transfer, cancellationToken);
        return [.. held.Problems.Select(problem => problem with { Field = "input.cellId" })];
    }

    private async Task AcceptAsync(
        MembersDbContext db, TransferPaper paper, TransferStanding standing, Acceptance acceptance, CancellationToken cancellationToken)
    {
        var (input, on, _) = acceptance;
        var transfer = paper.Transfer;
        var cellId = CellOf(paper, input);
        if (cellId is { } cell)
            SignForTheCell(db, paper, cell, acceptance);
        transfer.Accept(cellId, on, Wording.Clean(input.LateReason));
        moves.EndPending(db, standing, on);
        if (transfer.Kind == TransferKind.Temporary)
            moves.Lend(db, standing, transfer, paper.Number, on);
        else if (cellId is { } newCell)
            moves.Move(db, standing, transfer, paper.Number, newCell, await LeftAsync(db, paper, newCell, cancellationToken), on);
        else
            moves.LetGo(db, standing, transfer, paper.Number, on);
    }

    /// <summary>The cell and the committees to which the member belongs no more, so that posts there end; one that the new cell belongs to as well is not among them.</summary>
    private async Task<List<Guid>> LeftAsync(MembersDbContext db, TransferPaper paper, Guid newCell, CancellationToken cancellationToken)
    {
        var left = new List<Guid>();
        foreach (var id in paper.Boxes.Where(box => box.Side == TransferSide.Introducing).Select(box => box.OrganizationId!.Value).Prepend(paper.Transfer.OriginId).Distinct())
        {
            if (!await routes.ContainsAsync(id, newCell, db.Today, cancellationToken))
                left.Add(id);
        }

        return left;
    }

    private static void SignForTheCell(MembersDbContext db, TransferPaper paper, Guid cellId, Acceptance acceptance)
    {
        var box = paper.Next;
        if (box is null)
        {
            box = TransferBox.Of(paper.Transfer.Id, paper.Boxes.Count + 1, TransferSide.Receiving, cellId);
            db.TransferBoxes.Add(box);
        }

        box.Sign(acceptance.On, Wording.Clean(acceptance.Input.SignedBy), acceptance.Signer);
    }

    private static Guid? CellOf(TransferPaper paper, AcceptTransfersInput input) =>
        input.CellId ?? (paper.Transfer.DestinationIsCell ? paper.Transfer.DestinationId : null);

    private sealed record Acceptance(AcceptTransfersInput Input, DateOnly On, PaperSigner? Signer);
}
