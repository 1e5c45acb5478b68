using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.DataProtection.Retention;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;

namespace Modular.DataProtection.Requests;

/// <summary>The steps of a request after it came in. Each is made by somebody whose own data it is not about.</summary>
internal sealed class RequestHandling(
    IWrite<DataProtectionDbContext> write, DataProtectionDbContext reading, Reaches reaches, IPolicies policies, IWorkingDays workingDays, TimeProvider clock)
{
    public Task<Result<SubjectRequest>> AcknowledgeAsync(AcknowledgeSubjectRequestInput input, CancellationToken cancellationToken) => StepAsync(
        input, request => Follows(request, SubjectRequestState.Acknowledged), [], (request, _) =>
        {
            request.Acknowledge(clock.GetUtcNow());
            return Task.FromResult<Problem?>(null);
        }, cancellationToken);

    public Task<Result<SubjectRequest>> StartAsync(StartSubjectRequestInput input, CancellationToken cancellationToken) => StepAsync(
        input, request => Follows(request, SubjectRequestState.InProgress), [], async (request, ct) =>
        {
            var involved = input.InvolvesThirdParty ?? request.InvolvesThirdParty;
            if (involved != request.InvolvesThirdParty)
            {
                var policy = await policies.InForceOnAsync<SubjectRequestPolicy>(request.ReceivedOn, ct);
                request.DueBy(policy.CompletionDueOn(request.Kind, involved, request.ReceivedOn, await workingDays.CalendarAsync(ct)), involved);
            }

            request.Begin();
            return null;
        }, cancellationToken);

    public Task<Result<SubjectRequest>> ExtendAsync(ExtendSubjectRequestInput input, CancellationToken cancellationToken) => StepAsync(
        input, request => Follows(request, SubjectRequestState.Extended), Wording.CheckRequired(input.Reason, Wording.LongText, "input.reason"), async (request, ct) =>
        {
            var policy = await policies.InForceOnAsync<SubjectRequestPolicy>(request.ReceivedOn, ct);
            if (input.Days < 1 || input.Days > policy.MaximumExtensionDays)
                return new ExtensionIsTooLong(policy.MaximumExtensionDays) { Field = "input.days" };
            var dueOn = policy.ExtendedTo(request.CompletionDueOn, input.Days, await workingDays.CalendarAsync(ct));
            request.Extend(input.Days, dueOn, Wording.Clean(input.Reason)!);
            return null;
        }, cancellationToken);

    public Task<Result<SubjectRequest>> CompleteAsync(CompleteSubjectRequestInput input, CancellationToken cancellationToken) => StepAsync(
        input, request => Follows(request, SubjectRequestState.Done), Wording.CheckRequired(input.Result, Wording.LongText, "input.result"), async (request, ct) =>
        {
            if (request.Kind == SubjectRequestKind.Delete && !await reading.ErasedPersons.AnyAsync(person => person.MemberId == request.MemberId && person.ErasedAt != null, ct))
                return new DataAreNotErasedYet { Field = "input.id" };
            request.Complete(clock.GetUtcNow(), Wording.Clean(input.Result)!);
            return null;
        }, cancellationToken);

    public Task<Result<SubjectRequest>> RefuseAsync(RefuseSubjectRequestInput input, CancellationToken cancellationToken) => StepAsync(
        input, request => Follows(request, SubjectRequestState.Refused), Wording.CheckRequired(input.Reason, Wording.LongText, "input.reason"), (request, _) =>
        {
            request.Refuse(clock.GetUtcNow(), input.Ground, Wording.Clean(input.Reason)!);
            return Task.FromResult<Problem?>(null);
        }, cancellationToken);

    public Task<Result<SubjectRequest>> PrepareCopyAsync(PrepareDataCopyInput input, CancellationToken cancellationToken) => StepAsync(
        input, request => IsForCopy(request) ? null : new RequestIsForNoCopy { Field = "input.id" }, [], async (request, ct) =>
        {
            var now = clock.GetUtcNow();
            request.PrepareCopy(now, now.AddHours((await policies.InForceOnAsync<SubjectRequestPolicy>(clock.Today(), ct)).CopyHours));
            return null;
        }, cancellationToken);

    private static bool IsForCopy(SubjectRequest request) =>
        request.Kind is SubjectRequestKind.Know or SubjectRequestKind.Access or SubjectRequestKind.ProvideCopy
        && request.State is (SubjectRequestState.InProgress or SubjectRequestState.Extended or SubjectRequestState.Done);

    private static RequestStepDoesNotFollow? Follows(SubjectRequest request, SubjectRequestState to) =>
        request.State.MayBecome(to) ? null : new RequestStepDoesNotFollow(request.State, to) { Field = "input.id" };

    private Task<Result<SubjectRequest>> StepAsync(
        ISubjectRequestStep step,
        Func<SubjectRequest, Problem?> mayBeMade,
        IEnumerable<Problem> problemsOfTexts,
        Func<SubjectRequest, CancellationToken, Task<Problem?>> make,
        CancellationToken cancellationToken)
    {
        var problems = problemsOfTexts.ToList();
        return problems.Count > 0
            ? Task.FromResult<Result<SubjectRequest>>(problems)
            : write.RunAsync((db, ct) => StepAsync(db, step, mayBeMade, make, ct), cancellationToken);
    }

    private async Task<Result<SubjectRequest>> StepAsync(
        DataProtectionDbContext db,
        ISubjectRequestStep step,
        Func<SubjectRequest, Problem?> mayBeMade,
        Func<SubjectRequest, CancellationToken, Task<Problem?>> make,
        CancellationToken cancellationToken)
    {
        var request = await db.Requests.SingleOrDefaultAsync(row => row.Id == step.Id, cancellationToken);
        if (request is null)
            return new NotFound("SubjectRequest") { Field = "input.id" };
        if (request.MemberId == db.Access.MemberId)
            return new NobodyDecidesOnTheirOwnRequest { Field = "input.id" };
        if (!await reaches.CoversAsync(db, DataProtectionPermissions.HandleRequests, request.OrganizationId, cancellationToken))
            return new RequestIsOutOfYourReach { Field = "input.id" };
        if (request.Version != step.ExpectedVersion)
            return new StaleVersion(step.ExpectedVersion, request.Version) { Field = "input.expectedVersion" };
        if (mayBeMade(request) is { } obstacle)
            return obstacle;
        if (await make(request, cancellationToken) is { } problem)
            return problem;
        return request;
    }
}
