using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.Proposals;
using Modular.Members.Records;

namespace Modular.Members.ChangeRequests;

/// <summary>Takes requests of members about their own records in, and back.</summary>
internal sealed class ChangeRequesting(IWrite<MembersDbContext> write, ProposalWriting writing, IPolicies policies)
{
    public Task<Result<RecordChangeRequest>> RequestAsync(RequestRecordChangeInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason))
        .AlsoAboutOneself()
        .RunAsync((db, ct) => RequestAsync(db, input, ct), cancellationToken);

    public Task<Result<RecordChangeRequest>> WithdrawAsync(WithdrawRecordChangeInput input, CancellationToken cancellationToken) => write
        .AlsoAboutOneself()
        .RunAsync((db, ct) => WithdrawAsync(db, input, ct), cancellationToken);

    private async Task<Result<RecordChangeRequest>> RequestAsync(MembersDbContext db, RequestRecordChangeInput input, CancellationToken cancellationToken)
    {
        if (db.Access.MemberId is not { } own || await db.Members.SingleOrDefaultAsync(row => row.Id == own, cancellationToken) is not { } member)
            return new AccountIsOfNoMember();
        if (member.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, member.Version) { Field = "input.expectedVersion" };
        List<Problem> problems = [.. EntryRules.CheckText(input.Reason, EntryRules.LongLength, "input.reason")];
        var policy = await policies.InForceOnAsync<RecordChangePolicy>(db.Today, cancellationToken);
        if (await db.RecordChangeRequests.CountAsync(row => row.MemberId == own && row.State == ProposalState.Submitted, cancellationToken) >= policy.MostOpen)
            problems.Add(new TooManyRequestsWait(policy.MostOpen));
        var tried = await writing.TryAsync(db, member, input.Changes, "input.changes", cancellationToken);
        problems.AddRange(tried.Problems);
        if (tried.Succeeded && tried.Value.Count == 0)
            problems.Add(new NothingWouldChange { Field = "input.changes" });
        if (problems.Count > 0)
            return problems;

        var request = new RecordChangeRequest
        {
            Id = Guid.CreateVersion7(),
            MemberId = own,
            OrganizationId = member.OrganizationId,
            Changes = ProposedChangesJson.Write(input.Changes),
            Lines = ProposedChangesJson.Write(tried.Value),
            SubmittedOn = db.Today,
            Reason = Wording.Clean(input.Reason)!,
        };
        db.RecordChangeRequests.Add(request);
        return request;
    }

    private static async Task<Result<RecordChangeRequest>> WithdrawAsync(MembersDbContext db, WithdrawRecordChangeInput input, CancellationToken cancellationToken)
    {
        var own = db.Access.MemberId;
        var request = await db.RecordChangeRequests.SingleOrDefaultAsync(row => row.Id == input.Id && row.MemberId == own, cancellationToken);
        if (request is null)
            return new NotFound("RecordChangeRequest") { Field = "input.id" };
        if (request.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, request.Version) { Field = "input.expectedVersion" };
        if (request.State != ProposalState.Submitted)
            return new ProposalIsDecided { Field = "input.id" };
        db.Expect(request, input.ExpectedVersion);
        request.Decide(ProposalState.Withdrawn, db.Today);
        return request;
    }
}

/// <summary>Whoever asks for changes of their own record is a member.</summary>
internal sealed record AccountIsOfNoMember : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tài khoản này không gắn với đảng viên nào.", "This account belongs to no member of the register.");
}

/// <summary>So many requests of one member wait already.</summary>
/// <param name="Most">How many may wait.</param>
internal sealed record TooManyRequestsWait(int Most) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RequestedCorrections;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đã có {Most} đề nghị đang chờ xử lý.", $"{Most} requests are waiting for a decision already.");
}
