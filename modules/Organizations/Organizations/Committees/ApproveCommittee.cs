using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Committees;

/// <summary>The approval of a committee that was elected.</summary>
internal sealed record ApproveCommitteeInput
{
    /// <summary>The term for which it was elected.</summary>
    [ID("CommitteeTerm")]
    public required Guid TermId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The superior's decision (quyết định chuẩn y).</summary>
    public required DecisionInput Decision { get; init; }
}

[MutationType]
internal static class ApproveCommittee
{
    /// <summary>Records that the superior approved an elected committee (chuẩn y kết quả bầu cử; ORG-12). The committee has led since it was elected.</summary>
    [Requires(OrganizationsPermissions.ManageCommittees)]
    [Error<OrganizationIsOutOfYourReach>]
    [Error<CommitteeIsApprovedAlready>]
    [Error<ApprovalIsBeforeTheElection>]
    [Error<EffectiveDateIsInTheFuture>]
    [Error<DecisionWasNotMadeBySuperiorCommittee>]
    public static Task<Result<CommitteeTerm>> ApproveCommitteeAsync(
        ApproveCommitteeInput input, CommitteeApproval approval, CancellationToken cancellationToken) =>
        approval.RunAsync(input, cancellationToken);
}

/// <summary>Records approvals of elected committees.</summary>
internal sealed class CommitteeApproval(IWrite<OrganizationsDbContext> write, ActChecks checks)
{
    public Task<Result<CommitteeTerm>> RunAsync(ApproveCommitteeInput input, CancellationToken cancellationToken)
    {
        var decision = input.Decision.Read("input.decision");
        return decision.Succeeded
            ? write.Because(decision.Value.Excerpt, decision.Value.Number)
                .RunAsync((db, cancellation) => ApproveAsync(db, input, decision.Value, cancellation), cancellationToken)
            : Task.FromResult<Result<CommitteeTerm>>(decision.Problems.ToList());
    }

    private async Task<Result<CommitteeTerm>> ApproveAsync(
        OrganizationsDbContext db, ApproveCommitteeInput input, Decision decided, CancellationToken cancellationToken)
    {
        var term = await db.Terms.FindAsync([db.Province, input.TermId], cancellationToken);
        if (term is null)
            return new NotFound("CommitteeTerm") { Field = "input.termId" };
        var found = await checks.FindAsync(db, term.OrganizationId, OrganizationsPermissions.ManageCommittees, "input.termId", cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        db.Expect(term, input.ExpectedVersion);
        if (!term.AwaitsApproval)
            return new CommitteeIsApprovedAlready { Field = "input.termId" };

        List<Problem> problems = [.. checks.Dates(decided.DecidedOn, null).Select(problem => problem with { Field = "input.decision.decidedOn" })];
        if (decided.DecidedOn < term.ElectedOn)
            problems.Add(new ApprovalIsBeforeTheElection(decided.DecidedOn, term.ElectedOn) { Field = "input.decision.decidedOn" });
        problems.AddRange(await checks.SuperiorDecidedAsync(db, decided, found.Value, cancellationToken));
        if (problems.Count > 0)
            return problems;

        term.DecisionId = DecisionDocument.Enter(db, decided).Id;
        return term;
    }
}
