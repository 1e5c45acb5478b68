using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers.BetweenProvinces;

namespace Modular.Members.Transfers;

/// <summary>Returns, withdraws and reports transfers that are under way, and closes those of whom nothing can come.</summary>
internal sealed class TransferClosing(IWrite<MembersDbContext> write, TransferPapers papers, TransferMoves moves, IPolicies policies, PaperSending sending)
{
    public Task<Result<Transfer>> ReturnAsync(OneTransferInput input, CancellationToken cancellationToken) =>
        CloseAsync(input, TransferState.Returned, CheckReturnAsync, cancellationToken);

    public Task<Result<Transfer>> WithdrawAsync(OneTransferInput input, CancellationToken cancellationToken) =>
        CloseAsync(input, TransferState.Withdrawn, CheckOriginAsync, cancellationToken);

    public Task<Result<Transfer>> ReportAsync(OneTransferInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .RunAsync((db, ct) => ReportAsync(db, input, ct), cancellationToken);

    /// <summary>Closes what is under way of a person who died or left the Party, inside the change that records it.</summary>
    /// <returns>Why it cannot be closed: another province has taken the member in.</returns>
    public async Task<Problem?> LapseAsync(MembersDbContext db, Guid memberId, DateOnly on, CancellationToken cancellationToken)
    {
        var left = await db.Transfers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.MemberId == memberId && (TransferTerms.UnderWay.Contains(row.State) || (row.Kind == TransferKind.Temporary && row.State == TransferState.Accepted)))
            .ToListAsync(cancellationToken);
        foreach (var transfer in left)
        {
            if (!await sending.RecallAsync(transfer, cancellationToken))
                return new MemberIsTakenInElsewhere();
            transfer.Close(TransferState.Lapsed, on, null);
        }

        await TransferMoves.EndStayAsync(db, memberId, on, cancellationToken);
        return null;
    }

    /// <summary>Makes a paper void that its member lost on the way, inside the change that records the loss; another may be asked for (MEM-24).</summary>
    public async Task<Result<Transfer>> VoidAsync(MembersDbContext db, LostPaper lost, CancellationToken cancellationToken)
    {
        var opened = await TransferPapers.OpenAsync(db, [lost.Paper], "input.transfer", isList: false, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var (paper, transfer) = (opened.Value[0], opened.Value[0].Transfer);
        if (transfer.MemberId != lost.MemberId)
            return new NotFound("Transfer") { Field = "input.transfer.id" };
        if (!transfer.State.IsOpen())
            return new TransferIsNotUnderWay(transfer.State) { Field = "input.transfer.id" };
        if (!await papers.MayActAtAsync(db, transfer.OriginId, cancellationToken))
            return new MemberIsOutOfYourReach { Field = "input.transfer.id" };
        if (lost.ReportedOn < paper.LatestDay)
            return new EffectiveDateIsBeforeEarlierFact(lost.ReportedOn, paper.LatestDay) { Field = "input.reportedOn" };
        if (!await sending.RecallAsync(transfer, cancellationToken))
            return new MemberIsTakenInElsewhere { Field = "input.transfer.id" };
        var standing = (await TransferMoves.ReadAsync(db, [paper], cancellationToken))[transfer.MemberId];
        transfer.Close(TransferState.Withdrawn, lost.ReportedOn, lost.Reason);
        moves.EndPending(db, standing, lost.ReportedOn);
        return transfer;
    }

    /// <summary>Whether a transfer of the member is under way.</summary>
    public static Task<bool> IsUnderWayAsync(MembersDbContext db, Guid memberId, CancellationToken cancellationToken) =>
        db.Transfers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .AnyAsync(row => row.MemberId == memberId && TransferTerms.UnderWay.Contains(row.State), cancellationToken);

    /// <summary>Whether a paper of the member lies in another province, which could take them in as the paper says.</summary>
    public static async Task<bool> IsOnTheWayToAnotherProvinceAsync(MembersDbContext db, Guid memberId, CancellationToken cancellationToken) =>
        await db.Transfers.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .AnyAsync(row => row.MemberId == memberId && row.State == TransferState.Introduced && row.DestinationProvinceId != null, cancellationToken);

    private Task<Result<Transfer>> CloseAsync(
        OneTransferInput input, TransferState state, Func<MembersDbContext, TransferPaper, CancellationToken, Task<Problem?>> check,
        CancellationToken cancellationToken) => write.Because(Wording.Clean(input.Reason)).RunAsync<Transfer>(
        async (db, ct) =>
        {
            var opened = await OpenAsync(db, input, check, ct);
            if (!opened.Succeeded)
                return opened.Problems.ToList();
            var transfer = opened.Value.Transfer;
            var on = input.On ?? db.Today;
            if (!await sending.RecallAsync(transfer, ct))
                return new MemberIsTakenInElsewhere { Field = "input.id" };
            var standing = (await TransferMoves.ReadAsync(db, [opened.Value], ct))[transfer.MemberId];
            transfer.Close(state, on, Wording.Clean(input.Reason));
            moves.EndPending(db, standing, on);
            return transfer;
        },
        cancellationToken);

    private async Task<Result<Transfer>> ReportAsync(MembersDbContext db, OneTransferInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input, CheckOriginAsync, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var transfer = opened.Value.Transfer;
        if (transfer.IntroducedOn is not { } introducedOn)
            return new TransferIsNotUnderWay(transfer.State) { Field = "input.id" };
        var policy = await policies.InForceOnAsync<TransferPolicy>(introducedOn, cancellationToken);
        var on = input.On ?? db.Today;
        var from = introducedOn.AddMonths(policy.ReportAfterMonths);
        if (on <= from)
            return new TransferIsNotOverdueYet(policy.ReportAfterMonths, from) { Field = "input.on" };
        transfer.Tell(on, Wording.Clean(input.Reason)!);
        return transfer;
    }

    private static async Task<Result<TransferPaper>> OpenAsync(
        MembersDbContext db, OneTransferInput input, Func<MembersDbContext, TransferPaper, CancellationToken, Task<Problem?>> check,
        CancellationToken cancellationToken)
    {
        ChangedTransferInput[] asked = [new ChangedTransferInput { Id = input.Id, ExpectedVersion = input.ExpectedVersion }];
        var opened = await TransferPapers.OpenAsync(db, asked, "input", isList: false, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var paper = opened.Value[0];
        if (!paper.Transfer.State.IsOpen())
            return new TransferIsNotUnderWay(paper.Transfer.State) { Field = "input.id" };
        if (await check(db, paper, cancellationToken) is { } refused)
            return refused;
        List<Problem> problems = [.. OneTransferRules.Check(input, paper.LatestDay, db.Today)];
        return problems.Count > 0 ? problems : paper;
    }

    private async Task<Problem?> CheckOriginAsync(MembersDbContext db, TransferPaper paper, CancellationToken cancellationToken) =>
        await papers.MayActAtAsync(db, paper.Transfer.OriginId, cancellationToken) ? null : new MemberIsOutOfYourReach { Field = "input.id" };

    // What was sent outside of the register comes back to whoever introduced it.
    private async Task<Problem?> CheckReturnAsync(MembersDbContext db, TransferPaper paper, CancellationToken cancellationToken)
    {
        if (paper.Transfer.State == TransferState.Requested)
            return new TransferIsNotUnderWay(paper.Transfer.State) { Field = "input.id" };
        if (paper.Transfer.IsOnTheWayToAnotherProvince)
            return new ReceivingProvinceAnswers(paper.Transfer.DestinationName!) { Field = "input.id" };
        var signs = (paper.Next ?? paper.Boxes[^1]).OrganizationId!.Value;
        return await papers.MayActAtAsync(db, signs, cancellationToken)
            ? null
            : new AnotherOrganizationSignsNow(await papers.NameOfAsync(db, signs, cancellationToken)) { Field = "input.id" };
    }
}

/// <summary>A paper that was lost on the way.</summary>
/// <param name="Paper">The transfer, with the version that was read.</param>
/// <param name="MemberId">Whose it is.</param>
/// <param name="ReportedOn">The day of the report.</param>
/// <param name="Reason">How it was lost.</param>
internal sealed record LostPaper(ChangedTransferInput Paper, Guid MemberId, DateOnly ReportedOn, string Reason);

/// <summary>The rules that all acts on one transfer share.</summary>
internal static class OneTransferRules
{
    /// <summary>Every rule that day and reason break.</summary>
    public static IEnumerable<Problem> Check(OneTransferInput input, DateOnly earliest, DateOnly today)
    {
        if (Wording.Clean(input.Reason) is null)
            yield return new InvalidInput(new LocalizedText("Phải nêu lý do.", "Say why.")) { Field = "input.reason" };
        if (input.On > today)
            yield return new DateLiesInTheFuture(input.On.Value, today) { Field = "input.on" };
        if (input.On < earliest)
            yield return new EffectiveDateIsBeforeEarlierFact(input.On.Value, earliest) { Field = "input.on" };
        foreach (var problem in Wording.CheckLength(input.Reason, 1000, "input.reason"))
            yield return problem;
    }
}
