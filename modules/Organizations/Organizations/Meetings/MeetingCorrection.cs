using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;

namespace Modular.Organizations.Meetings;

/// <summary>Corrects and removes what was recorded of meetings.</summary>
internal sealed class MeetingCorrection(IWrite<OrganizationsDbContext> write, ActChecks checks, IPolicies policies, IEnumerable<IOrganizationMembership> membership)
{
    private const int ReasonLength = 500;

    public Task<Result<Meeting>> CorrectAsync(CorrectMeetingInput input, CancellationToken cancellationToken)
    {
        var facts = input.Read("input");
        var reason = InputText.Required(input.Reason, "input.reason", ReasonLength);
        List<Problem> problems = [.. facts.Problems, .. reason.Problems];
        return problems.Count > 0
            ? Task.FromResult<Result<Meeting>>(problems)
            : MeetingConstraints.On(write, "input.heldOn").Because(reason.Value).RunAsync((db, cancellation) => CorrectAsync(db, input, facts.Value, cancellation), cancellationToken);
    }

    public Task<Result<Organization>> RemoveAsync(RemoveMeetingInput input, CancellationToken cancellationToken)
    {
        var reason = InputText.Required(input.Reason, "input.reason", ReasonLength);
        return reason.Succeeded
            ? write.Because(reason.Value).RunAsync((db, cancellation) => RemoveAsync(db, input, cancellation), cancellationToken)
            : Task.FromResult<Result<Organization>>(reason.Problems.ToList());
    }

    private async Task<Result<Meeting>> CorrectAsync(OrganizationsDbContext db, CorrectMeetingInput input, MeetingFacts facts, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var meeting = found.Value.Meeting;
        var asked = new AskedMeeting(meeting.OrganizationId, meeting.Body, facts, "input") { Corrects = meeting };
        var rules = new MeetingRules(await MeetingGround.LoadAsync(db, [asked], policies, membership, cancellationToken), checks.Today);
        if (rules.Against(asked) is { Count: > 0 } problems)
            return problems;
        var number = rules.GroupMeetingOf(asked);
        facts.WriteTo(meeting);
        meeting.GroupMeeting = number;
        write.Raise(MeetingEvents.Recorded(meeting));
        return meeting;
    }

    private async Task<Result<Organization>> RemoveAsync(OrganizationsDbContext db, RemoveMeetingInput input, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!found.Succeeded)
            return found.Problems.ToList();
        var (meeting, organization) = found.Value;
        db.Meetings.Remove(meeting);
        write.Raise(new MeetingRemoved(meeting.Id, meeting.OrganizationId, meeting.HeldOn));
        return organization;
    }

    private async Task<Result<(Meeting Meeting, Organization Organization)>> FindAsync(OrganizationsDbContext db, Guid id, int expectedVersion, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (meeting is null)
            return new NotFound("OrganizationMeeting") { Field = "input.id" };
        var organization = await checks.FindAsync(db, meeting.OrganizationId, OrganizationsPermissions.RecordMeetings, "input.id", cancellationToken);
        if (!organization.Succeeded)
            return organization.Problems.ToList();
        db.Expect(meeting, expectedVersion);
        return (meeting, organization.Value);
    }
}

/// <summary>What the database keeps to when two record at once.</summary>
internal static class MeetingConstraints
{
    private static readonly string[] Names = ["body_meets_regularly_once_a_month", "meeting_is_recorded_once", "party_groups_meet_by_number"];

    public static IWrite<OrganizationsDbContext> On(IWrite<OrganizationsDbContext> write, string field) =>
        Names.Aggregate(write, (guarded, name) => guarded.When(name, () => new MeetingWasRecordedMeanwhile { Field = field }));
}

/// <summary>What others are told of meetings.</summary>
internal static class MeetingEvents
{
    public static MeetingRecorded Recorded(Meeting meeting) => new(
        meeting.Id, meeting.OrganizationId, meeting.Body, meeting.Kind, meeting.HeldOn, meeting.Expected, meeting.Present);
}
