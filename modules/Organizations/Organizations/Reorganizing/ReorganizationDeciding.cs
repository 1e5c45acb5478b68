using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Reorganizing;

/// <summary>
/// Decides a scheme. One whose day has come is carried out in the same transaction; one for a later day is tried out as if that day had come, and only recorded where no
/// rule objects.
/// </summary>
internal sealed class ReorganizationDeciding(
    IWrite<OrganizationsDbContext> write,
    OrganizationsDbContext reading,
    ReorganizationExecution reorganizing,
    ActChecks checks,
    IPolicies policies)
{
    public async Task<Result<Reorganization>> RunAsync(DecideReorganizationInput input, CancellationToken cancellationToken)
    {
        var number = InputText.Required(input.Number, "input.number", 100);
        var authority = InputText.Required(input.Authority, "input.authority", 300);
        List<Problem> problems = [.. number.Problems, .. authority.Problems];
        if (input.DecidedOn > checks.Today)
            problems.Add(new DecisionIsInTheFuture(input.DecidedOn, checks.Today) { Field = "input.decidedOn" });
        if (problems.Count > 0)
            return problems;

        var decided = new Decision(number.Value, input.DecidedOn, authority.Value, null, null);
        var today = checks.Today;
        if (await reading.Reorganizations.AnyAsync(row => row.Id == input.Id && row.EffectiveOn > today, cancellationToken))
        {
            var tried = await write.TryOutAsync(
                (db, cancellation) => DecideAsync(db, input, decided, isTrial: true, today, cancellation), cancellationToken);
            if (!tried.Succeeded)
                return tried;
        }

        return await write.Because(null, decided.Number)
            .RunAsync((db, cancellation) => DecideAsync(db, input, decided, isTrial: false, today, cancellation), cancellationToken);
    }

    private async Task<Result<Reorganization>> DecideAsync(
        OrganizationsDbContext db, DecideReorganizationInput input, Decision decided, bool isTrial, DateOnly today, CancellationToken cancellationToken)
    {
        var opened = await ReorganizationFiles.OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var reorganization = opened.Value;
        if (!reorganization.IsOpen)
            return new ReorganizationIsClosed(reorganization.State) { Field = "input.id" };
        var policy = await policies.InForceOnAsync<ReorganizationPolicy>(decided.DecidedOn, cancellationToken);
        if (policy.NeedsAppraisal && reorganization.State != ReorganizationState.Appraised)
            return new SchemeWasNotAppraised { Field = "input.id" };

        var decision = decided with { AuthorityOrganizationId = reorganization.SuperiorId, Excerpt = reorganization.Title };
        var document = DecisionDocument.Enter(db, decision);
        reorganization.Decide(document);
        return isTrial || reorganization.EffectiveOn <= today
            ? await reorganizing.TakeEffectAsync(db, reorganization, decision, cancellationToken)
            : reorganization;
    }
}

/// <summary>Gives a reorganization up before it takes effect.</summary>
internal sealed class ReorganizationWithdrawal(IWrite<OrganizationsDbContext> write)
{
    public Task<Result<Reorganization>> RunAsync(WithdrawReorganizationInput input, CancellationToken cancellationToken)
    {
        var reason = InputText.Required(input.Reason, "input.reason", 1000);
        return reason.Succeeded
            ? write.Because(reason.Value).RunAsync((db, cancellation) => WithdrawAsync(db, input, reason.Value, cancellation), cancellationToken)
            : Task.FromResult<Result<Reorganization>>(reason.Problems.ToList());
    }

    private static async Task<Result<Reorganization>> WithdrawAsync(
        OrganizationsDbContext db, WithdrawReorganizationInput input, string reason, CancellationToken cancellationToken)
    {
        var opened = await ReorganizationFiles.OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        if (opened.Value.State is ReorganizationState.Effective or ReorganizationState.Withdrawn)
            return new ReorganizationCannotBeWithdrawn(opened.Value.State) { Field = "input.id" };
        opened.Value.Withdraw(reason);
        return opened.Value;
    }
}

/// <summary>Finds a reorganization that the user may work on.</summary>
internal static class ReorganizationFiles
{
    /// <summary>The reorganization, expected at a version; not found where it is out of reach.</summary>
    public static async Task<Result<Reorganization>> OpenAsync(OrganizationsDbContext db, Guid id, int expectedVersion, CancellationToken cancellationToken)
    {
        if (await db.Reorganizations.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } reorganization)
            return new NotFound("Reorganization") { Field = "input.id" };
        db.Expect(reorganization, expectedVersion);
        return reorganization;
    }
}
