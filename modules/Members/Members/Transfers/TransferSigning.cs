using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.Transfers.BetweenProvinces;
using Modular.Members.WorkItems;

namespace Modular.Members.Transfers;

/// <summary>Signs boxes of introduction papers and enters them into the registers.</summary>
internal sealed class TransferSigning(IWrite<MembersDbContext> write, TransferPapers papers, IPolicies policies, IWorkingDays workingDays, PaperSending sending, PaperSigners signers)
{
    public Task<Result<List<Transfer>>> RunAsync(SignTransfersInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => SignAsync(db, input, ct), cancellationToken);

    private async Task<Result<List<Transfer>>> SignAsync(MembersDbContext db, SignTransfersInput input, CancellationToken cancellationToken)
    {
        var opened = await TransferPapers.OpenAsync(db, input.Transfers, "input.transfers", isList: true, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var on = input.On ?? db.Today;
        List<Problem> problems = [.. Wording.CheckLength(input.SignedBy, 300, "input.signedBy")];
        foreach (var paper in opened.Value)
            problems.AddRange(await CheckAsync(db, paper, input, on, cancellationToken));
        if (problems.Count > 0)
            return problems;
        var signer = await signers.FindAsync(input.SignedByMemberId, on, cancellationToken);
        var boxes = new List<(TransferPaper Paper, List<TransferBox> Signed)>();
        foreach (var paper in opened.Value)
            boxes.Add((paper, await BoxesAsync(db, paper, input, cancellationToken)));
        problems.AddRange(await signers.CheckAsync(signer, [.. boxes.SelectMany(entry => entry.Signed).Select(box => box.OrganizationId!.Value).Distinct()], on, cancellationToken));
        if (problems.Count > 0)
            return problems;
        foreach (var (paper, signed) in boxes)
            await SignAsync(db, paper, signed, new Signature(input, on, signer), cancellationToken);
        return opened.Value.Select(paper => paper.Transfer).ToList();
    }

    private async Task<IReadOnlyList<Problem>> CheckAsync(
        MembersDbContext db, TransferPaper paper, SignTransfersInput input, DateOnly on, CancellationToken cancellationToken)
    {
        if (!paper.Transfer.State.IsOpen())
            return [new TransferIsNotUnderWay(paper.Transfer.State) { Field = paper.Field }];
        if (paper.Next is not { } next || IsOfTheCell(paper, next))
            return [new ReceivingCellAcceptsNow { Field = paper.Field }];
        if (!await papers.MayActAtAsync(db, next.OrganizationId!.Value, cancellationToken))
            return [new AnotherOrganizationSignsNow(await papers.NameOfAsync(db, next.OrganizationId.Value, cancellationToken)) { Field = paper.Field }];
        if (on > db.Today)
            return [new DateLiesInTheFuture(on, db.Today) { Field = "input.on" }];
        if (on < paper.LatestDay)
            return [new EffectiveDateIsBeforeEarlierFact(on, paper.LatestDay) { Field = "input.on" }];
        return (await BoxesAsync(db, paper, input, cancellationToken)).Exists(box => Completes(paper, box)) && !DuesArePaid(paper.Transfer, input, on)
            ? [new DuesOfTheMonthAreNotPaid(on.Month, on.Year) { Field = "input.duesPaidThrough" }]
            : [];
    }

    private async Task SignAsync(MembersDbContext db, TransferPaper paper, List<TransferBox> boxes, Signature signature, CancellationToken cancellationToken)
    {
        var (input, on, signer) = signature;
        if (input.DuesPaidThrough is { } through)
            paper.Transfer.DuesPaidThrough = new DateOnly(through.Year, through.Month, 1);
        foreach (var box in boxes)
        {
            box.Sign(on, Wording.Clean(input.SignedBy), signer);
            box.Enter(on.Year, await IntroductionRegister.NextAsync(db, box.OrganizationId!.Value, on.Year, cancellationToken));
            if (box.Side == TransferSide.Receiving)
                paper.Transfer.Receive();
            else if (Completes(paper, box))
                await IntroduceAsync(db, paper.Transfer, on, cancellationToken);
        }

        if (paper.Transfer.IsOnTheWayToAnotherProvince)
            await sending.SendAsync(db, paper, cancellationToken);
    }

    /// <summary>The boxes that are signed now: the next, or all in a row on its side for which the user may sign.</summary>
    private async Task<List<TransferBox>> BoxesAsync(MembersDbContext db, TransferPaper paper, SignTransfersInput input, CancellationToken cancellationToken)
    {
        var next = paper.Next!;
        var boxes = new List<TransferBox> { next };
        if (!input.AllInReach)
            return boxes;
        foreach (var box in paper.Boxes.Where(box => box.Ordinal > next.Ordinal && box.Side == next.Side && !IsOfTheCell(paper, box)))
        {
            if (!await papers.MayActAtAsync(db, box.OrganizationId!.Value, cancellationToken))
                break;
            boxes.Add(box);
        }

        return boxes;
    }

    private async Task IntroduceAsync(MembersDbContext db, Transfer transfer, DateOnly on, CancellationToken cancellationToken)
    {
        var policy = await policies.InForceOnAsync<TransferDeadlinePolicy>(on, cancellationToken);
        var calendar = await workingDays.CalendarAsync(cancellationToken);
        transfer.Introduce(on, calendar.DueAfter(on, policy.PresentingWorkingDays));
        if (transfer.Kind == TransferKind.Internal || await IsPendingAsync(db, transfer.MemberId, on, cancellationToken))
            return;
        db.Flags.Add(new FlagPeriod
        {
            Id = Guid.CreateVersion7(),
            MemberId = transfer.MemberId,
            Flag = MembershipFlag.TransferOutPending,
            Valid = Periods.From(on),
            DecisionNumber = transfer.DecisionNumber,
            DecidedOn = transfer.DecidedOn,
        });
        write.Raise(new MemberFlagSet(transfer.MemberId, MembershipFlag.TransferOutPending, on, null));
    }

    private static Task<bool> IsPendingAsync(MembersDbContext db, Guid memberId, DateOnly on, CancellationToken cancellationToken) =>
        db.Flags.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).AnyAsync(
            flag => flag.MemberId == memberId && flag.Flag == MembershipFlag.TransferOutPending && (flag.Valid.UpperBoundInfinite || flag.Valid.UpperBound > on),
            cancellationToken);

    private static bool Completes(TransferPaper paper, TransferBox box) =>
        box.Side == TransferSide.Introducing && !paper.Boxes.Exists(other => other.Ordinal > box.Ordinal && other.Side == TransferSide.Introducing);

    // The last box is the destination's; a cell signs it by taking the member in.
    private static bool IsOfTheCell(TransferPaper paper, TransferBox box) =>
        box.Side == TransferSide.Receiving && box == paper.Boxes[^1] && paper.Transfer.DestinationIsCell;

    private static bool DuesArePaid(Transfer transfer, SignTransfersInput input, DateOnly on) =>
        transfer.Kind == TransferKind.Internal || (input.DuesPaidThrough ?? transfer.DuesPaidThrough) >= new DateOnly(on.Year, on.Month, 1);

    private sealed record Signature(SignTransfersInput Input, DateOnly On, PaperSigner? Signer);
}
