using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.DataProtection.Breaches;

/// <summary>The steps after a breach was entered in the register.</summary>
internal sealed class BreachHandling(IWrite<DataProtectionDbContext> write, Reaches reaches, IPolicies policies, TimeProvider clock)
{
    public static InvalidInput NegativeCount() =>
        new(new LocalizedText("Số người không được âm.", "The number of persons must not be negative.")) { Field = "input.personsAffected" };

    public Task<Result<Breach>> AssessAsync(AssessBreachInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems =
        [
            .. Wording.CheckRequired(input.Measures, Wording.LongText, "input.measures"),
            .. Wording.CheckLength(input.DataKinds, Wording.LongText, "input.dataKinds"),
        ];
        if (input.PersonsAffected < 0)
            problems.Add(NegativeCount());
        return StepAsync(input, BreachState.Assessed, problems, (breach, _) =>
        {
            breach.Concern(Wording.Clean(input.DataKinds) ?? breach.DataKinds, input.InvolvesSensitiveData ?? breach.InvolvesSensitiveData, input.PersonsAffected);
            breach.Assess(clock.GetUtcNow(), input.Risk, Wording.Clean(input.Measures)!);
            return Task.FromResult<Problem?>(null);
        }, cancellationToken);
    }

    public Task<Result<Breach>> ReportAsync(ReportBreachInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems =
        [
            .. Wording.CheckRequired(input.Reference, Wording.ShortText, "input.reference"),
            .. Wording.CheckLength(input.Authority, Wording.ShortText, "input.authority"),
            .. Wording.CheckLength(input.LateReason, Wording.LongText, "input.lateReason"),
        ];
        return StepAsync(input, BreachState.Reported, problems, async (breach, ct) =>
        {
            if (!HasHappened(breach, input.NotifiedAt))
                return new MomentIsNotAfterDetection { Field = "input.notifiedAt" };
            var lateReason = Wording.Clean(input.LateReason);
            if (input.NotifiedAt > breach.ReportDueAt && lateReason is null)
                return new LateNoticeNeedsReason(breach.ReportDueAt) { Field = "input.lateReason" };
            var detectedOn = DateOnly.FromDateTime(breach.DetectedAt.ToOffset(VietnamTime.Offset).DateTime);
            var authority = Wording.Clean(input.Authority) ?? (await policies.InForceOnAsync<BreachPolicy>(detectedOn, ct)).Authority;
            breach.Report(input.NotifiedAt.ToUniversalTime(), authority, Wording.Clean(input.Reference)!, lateReason);
            return null;
        }, cancellationToken);
    }

    public Task<Result<Breach>> TellSubjectsAsync(TellBreachSubjectsInput input, CancellationToken cancellationToken) => StepAsync(
        input, BreachState.SubjectsTold, [.. Wording.CheckRequired(input.How, Wording.LongText, "input.how")], (breach, _) =>
        {
            if (!HasHappened(breach, input.NotifiedAt))
                return Task.FromResult<Problem?>(new MomentIsNotAfterDetection { Field = "input.notifiedAt" });
            breach.TellSubjects(input.NotifiedAt.ToUniversalTime(), Wording.Clean(input.How)!);
            return Task.FromResult<Problem?>(null);
        }, cancellationToken);

    public Task<Result<Breach>> CloseAsync(CloseBreachInput input, CancellationToken cancellationToken) => StepAsync(
        input, BreachState.Closed, [.. Wording.CheckRequired(input.Conclusion, Wording.LongText, "input.conclusion")], (breach, _) =>
        {
            breach.Close(clock.GetUtcNow(), Wording.Clean(input.Conclusion)!);
            return Task.FromResult<Problem?>(null);
        }, cancellationToken);

    private bool HasHappened(Breach breach, DateTimeOffset moment) => moment >= breach.DetectedAt && moment <= clock.GetUtcNow();

    private Task<Result<Breach>> StepAsync(
        IBreachStep step, BreachState to, List<Problem> problems, Func<Breach, CancellationToken, Task<Problem?>> make, CancellationToken cancellationToken) =>
        problems.Count > 0
            ? Task.FromResult<Result<Breach>>(problems)
            : write.RunAsync((db, ct) => StepAsync(db, step, to, make, ct), cancellationToken);

    private async Task<Result<Breach>> StepAsync(
        DataProtectionDbContext db, IBreachStep step, BreachState to, Func<Breach, CancellationToken, Task<Problem?>> make, CancellationToken cancellationToken)
    {
        var breach = await db.Breaches.SingleOrDefaultAsync(row => row.Id == step.Id, cancellationToken);
        if (breach is null)
            return new NotFound("Breach") { Field = "input.id" };
        if (!await reaches.CoversAsync(db, DataProtectionPermissions.HandleBreaches, breach.OrganizationId, cancellationToken))
            return new BreachIsOutOfYourReach { Field = "input.id" };
        if (breach.Version != step.ExpectedVersion)
            return new StaleVersion(step.ExpectedVersion, breach.Version) { Field = "input.expectedVersion" };
        if (!breach.State.MayBecome(to))
            return new BreachStepDoesNotFollow(breach.State, to) { Field = "input.id" };
        if (await make(breach, cancellationToken) is { } problem)
            return problem;
        return breach;
    }
}
