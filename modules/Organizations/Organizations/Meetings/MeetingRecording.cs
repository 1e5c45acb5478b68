using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Decisions;

namespace Modular.Organizations.Meetings;

/// <summary>Records meetings that were held (ORG-15).</summary>
internal sealed class MeetingRecording(
    IWrite<OrganizationsDbContext> write, ActChecks checks, IPolicies policies, IOrganizationTree tree, IEnumerable<IOrganizationMembership> membership)
{
    public Task<Result<List<Meeting>>> RunAsync(RecordMeetingsInput input, CancellationToken cancellationToken)
    {
        if (input.Meetings.Count is 0 or > RecordMeetingsInput.Most)
            return Task.FromResult<Result<List<Meeting>>>(Unfit());
        var read = input.Meetings.Select((meeting, index) => meeting.Read($"input.meetings.{index}")).ToList();
        var problems = read.SelectMany(facts => facts.Problems).ToList();
        if (problems.Count > 0)
            return Task.FromResult<Result<List<Meeting>>>(problems);
        var asked = input.Meetings
            .Select((meeting, index) => new AskedMeeting(meeting.OrganizationId, meeting.Body, read[index].Value, $"input.meetings.{index}"))
            .ToList();
        return MeetingConstraints.On(write, "input.meetings").RunAsync((db, cancellation) => RecordAsync(db, asked, cancellation), cancellationToken);
    }

    private async Task<Result<List<Meeting>>> RecordAsync(OrganizationsDbContext db, List<AskedMeeting> asked, CancellationToken cancellationToken)
    {
        var problems = await AgainstPlacesAsync(db, asked, cancellationToken);
        if (problems.Count > 0)
            return problems;
        // In one order everywhere, so that two who record the meetings of the same cells wait for each other.
        foreach (var organization in asked.Select(meeting => meeting.OrganizationId).Distinct().Order())
            await tree.HoldAsync(organization, checks.Today, cancellationToken);
        var rules = new MeetingRules(await MeetingGround.LoadAsync(db, asked, policies, membership, cancellationToken), checks.Today);
        var recorded = new List<Meeting>();
        foreach (var meeting in asked)
        {
            var against = rules.Against(meeting);
            problems.AddRange(against);
            if (against.Count == 0)
                recorded.Add(MeetingOf(meeting, rules.GroupMeetingOf(meeting)));
        }

        if (problems.Count > 0)
            return problems;
        foreach (var meeting in recorded)
        {
            db.Meetings.Add(meeting);
            write.Raise(MeetingEvents.Recorded(meeting));
        }

        return recorded;
    }

    private async Task<List<Problem>> AgainstPlacesAsync(OrganizationsDbContext db, List<AskedMeeting> asked, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. asked.Select(meeting => meeting.OrganizationId).Distinct()];
        var names = await db.Organizations.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, cancellationToken);
        var reached = await checks.ReachedAsync(db, ids, OrganizationsPermissions.RecordMeetings, cancellationToken);
        return
        [
            .. asked.Where(meeting => !reached.Contains(meeting.OrganizationId) || !names.ContainsKey(meeting.OrganizationId)).Select(meeting =>
                (names.TryGetValue(meeting.OrganizationId, out var name) ? (Problem)new OrganizationIsOutOfYourReach(name) : new NotFound("Organization")) with
                {
                    Field = $"{meeting.Path}.organizationId",
                }),
        ];
    }

    private Meeting MeetingOf(AskedMeeting asked, short? groupMeeting)
    {
        var meeting = new Meeting
        {
            Id = Guid.CreateVersion7(checks.Now),
            OrganizationId = asked.OrganizationId,
            Body = asked.Body,
            Kind = asked.Facts.Kind,
            HeldOn = asked.Facts.HeldOn,
            Expected = asked.Facts.Expected,
            Present = asked.Facts.Present,
            GroupMeeting = groupMeeting,
        };
        asked.Facts.WriteTo(meeting);
        return meeting;
    }

    private static InvalidInput Unfit() => new(new LocalizedText(
        $"Phải nêu từ 1 đến {RecordMeetingsInput.Most} cuộc họp.", $"Name between 1 and {RecordMeetingsInput.Most} meetings."))
    {
        Field = "input.meetings",
    };
}
