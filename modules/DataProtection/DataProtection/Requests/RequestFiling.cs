using Microsoft.EntityFrameworkCore;
using Modular.DataProtection.Contracts;
using Modular.DataProtection.Data;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.Members.Contracts;

namespace Modular.DataProtection.Requests;

/// <summary>Takes requests in: those that members file themselves, and those that officers record from paper.</summary>
internal sealed class RequestFiling(
    IWrite<DataProtectionDbContext> write, IMemberDirectory members, Reaches reaches, IPolicies policies, IWorkingDays workingDays, TimeProvider clock)
{
    public Task<Result<SubjectRequest>> FileAsync(FileSubjectRequestInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Content, Wording.LongText, "input.content")];
        return problems.Count > 0
            ? Task.FromResult<Result<SubjectRequest>>(problems)
            : write.AlsoAboutOneself().RunAsync((db, ct) => FileAsync(db, input, ct), cancellationToken);
    }

    public Task<Result<SubjectRequest>> RecordAsync(RecordSubjectRequestInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems =
        [
            .. Wording.CheckRequired(input.Content, Wording.LongText, "input.content"),
            .. Wording.CheckLength(input.PaperNumber, Wording.ShortText, "input.paperNumber"),
        ];
        var today = clock.Today();
        if (input.ReceivedOn > today)
            problems.Add(new DayIsStillToCome(input.ReceivedOn, today) { Field = "input.receivedOn" });
        return problems.Count > 0
            ? Task.FromResult<Result<SubjectRequest>>(problems)
            : write.Because(null, Wording.Clean(input.PaperNumber)).RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<SubjectRequest>> FileAsync(DataProtectionDbContext db, FileSubjectRequestInput input, CancellationToken cancellationToken)
    {
        if (db.Access.MemberId is not { } memberId || await FindAsync(memberId, db.Today, cancellationToken) is not { } member)
            return new AccountBelongsToNoMember();
        var policy = await policies.InForceOnAsync<SubjectRequestPolicy>(db.Today, cancellationToken);
        var open = await db.Requests.CountAsync(row => row.MemberId == memberId && row.ClosedAt == null, cancellationToken);
        if (open >= policy.MostOpenRequests)
            return new TooManyRequestsAreOpen(policy.MostOpenRequests) { Field = "input" };

        return await AddAsync(
            db,
            new SubjectRequest
            {
                Id = Guid.CreateVersion7(),
                MemberId = memberId,
                OrganizationId = member.LastOrganizationId,
                Kind = input.Kind,
                Channel = SubjectRequestChannel.Online,
                Content = Wording.Clean(input.Content)!,
                ReceivedOn = db.Today,
                RecordedAt = clock.GetUtcNow(),
                AcknowledgeDueOn = policy.AcknowledgeDueOn(db.Today, await workingDays.CalendarAsync(cancellationToken)),
            },
            policy,
            involvesThirdParty: false,
            cancellationToken);
    }

    private async Task<Result<SubjectRequest>> RecordAsync(DataProtectionDbContext db, RecordSubjectRequestInput input, CancellationToken cancellationToken)
    {
        // Whom the officer may not record for, there is nobody of.
        if (await FindAsync(input.MemberId, db.Today, cancellationToken) is not { } member
            || !await reaches.CoversAsync(db, DataProtectionPermissions.RecordRequest, member.LastOrganizationId, cancellationToken))
        {
            return new NotFound("Member") { Field = "input.memberId" };
        }

        var policy = await policies.InForceOnAsync<SubjectRequestPolicy>(input.ReceivedOn, cancellationToken);
        return await AddAsync(
            db,
            new SubjectRequest
            {
                Id = Guid.CreateVersion7(),
                MemberId = input.MemberId,
                OrganizationId = member.LastOrganizationId,
                Kind = input.Kind,
                Channel = SubjectRequestChannel.Paper,
                Content = Wording.Clean(input.Content)!,
                PaperNumber = Wording.Clean(input.PaperNumber),
                ReceivedOn = input.ReceivedOn,
                RecordedAt = clock.GetUtcNow(),
                AcknowledgeDueOn = policy.AcknowledgeDueOn(input.ReceivedOn, await workingDays.CalendarAsync(cancellationToken)),
            },
            policy,
            input.InvolvesThirdParty,
            cancellationToken);
    }

    private async Task<SubjectRequest> AddAsync(
        DataProtectionDbContext db, SubjectRequest request, SubjectRequestPolicy policy, bool involvesThirdParty, CancellationToken cancellationToken)
    {
        var calendar = await workingDays.CalendarAsync(cancellationToken);
        request.DueBy(policy.CompletionDueOn(request.Kind, involvesThirdParty, request.ReceivedOn, calendar), involvesThirdParty);
        db.Requests.Add(request);
        return request;
    }

    private async Task<MemberSummary?> FindAsync(Guid memberId, DateOnly day, CancellationToken cancellationToken) =>
        (await members.FindAsync([memberId], day, cancellationToken)).GetValueOrDefault(memberId);
}
