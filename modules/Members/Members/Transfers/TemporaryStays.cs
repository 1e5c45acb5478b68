using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Transfers;

/// <summary>Ends and extends temporary stays (MEM-28, MEM-29).</summary>
internal sealed class TemporaryStays(IWrite<MembersDbContext> write, TransferPapers papers, TransferMoves moves, IPolicies policies)
{
    /// <summary>The member is back home.</summary>
    public Task<Result<Transfer>> EndAsync(OneTransferInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .RunAsync((db, ct) => EndAsync(db, input, ct), cancellationToken);

    /// <summary>The member stays longer.</summary>
    public Task<Result<Transfer>> ExtendAsync(ExtendTemporaryTransferInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .RunAsync((db, ct) => ExtendAsync(db, input, ct), cancellationToken);

    private async Task<Result<Transfer>> EndAsync(MembersDbContext db, OneTransferInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var transfer = opened.Value.Transfer;
        List<Problem> problems = [.. OneTransferRules.Check(input, transfer.AcceptedOn!.Value.AddDays(1), db.Today)];
        if (problems.Count > 0)
            return problems;
        var on = input.On ?? db.Today;
        var standing = (await TransferMoves.ReadAsync(db, [opened.Value], cancellationToken))[transfer.MemberId];
        await moves.TakeBackAsync(db, standing, on, cancellationToken);
        transfer.Close(TransferState.Ended, on, Wording.Clean(input.Reason));
        return transfer;
    }

    private async Task<Result<Transfer>> ExtendAsync(MembersDbContext db, ExtendTemporaryTransferInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var transfer = opened.Value.Transfer;
        var policy = await policies.InForceOnAsync<TransferPolicy>(transfer.ChangedOn, cancellationToken);
        var isStudy = transfer.Cause == TransferCause.Study;
        var most = isStudy ? policy.StudyMaximumMonths : policy.TemporaryMaximumMonths;
        List<Problem> problems = [.. Wording.CheckLength(input.Reason, 1000, "input.reason")];
        if (Wording.Clean(input.Reason) is null)
            problems.Add(new InvalidInput(new LocalizedText("Phải nêu lý do.", "Say why.")) { Field = "input.reason" });
        if (input.Until <= transfer.TemporaryUntil
            || !TransferRequestRules.Fits(transfer.ChangedOn, input.Until, policy.TemporaryMinimumMonths, most, isStudy))
        {
            problems.Add(new TemporaryStayDoesNotFit(policy.TemporaryMinimumMonths, most, isStudy) { Field = "input.until" });
        }

        if (problems.Count > 0)
            return problems;
        transfer.TemporaryUntil = input.Until;
        return transfer;
    }

    private async Task<Result<TransferPaper>> OpenAsync(MembersDbContext db, Guid id, int expectedVersion, CancellationToken cancellationToken)
    {
        ChangedTransferInput[] asked = [new ChangedTransferInput { Id = id, ExpectedVersion = expectedVersion }];
        var opened = await TransferPapers.OpenAsync(db, asked, "input", isList: false, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var transfer = opened.Value[0].Transfer;
        if (transfer is not { Kind: TransferKind.Temporary, State: TransferState.Accepted })
            return new TransferIsNoTemporaryStay { Field = "input.id" };
        // Both the home cell and the temporary one may record it.
        return await papers.MayActAtAsync(db, transfer.OriginId, cancellationToken)
            || (transfer.CellId is { } cellId && await papers.MayActAtAsync(db, cellId, cancellationToken))
                ? opened.Value[0]
                : new MemberIsOutOfYourReach { Field = "input.id" };
    }
}
