using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Notices;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>Records who came to a meeting, all in one go.</summary>
internal sealed class MeetingRecording(IWrite<LiaisonDbContext> write, OpenedMeetings meetings, AbsencesAreTold absences, IPolicies policies)
{
    public Task<Result<Meeting>> RunAsync(RecordResidenceMeetingInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckLength(input.Minutes, Wording.LongText, "input.minutes")];
        var attendances = input.Attendances ?? [];
        for (var index = 0; index < attendances.Count; index++)
            problems.AddRange(CheckTexts(attendances[index], $"input.attendances.{index}"));
        if (attendances.Select(attendance => attendance.IntroductionId).Distinct().Count() != attendances.Count)
            problems.Add(new InvalidInput(new LocalizedText("Mỗi đảng viên chỉ được nêu một lần.", "Name each member once.")) { Field = "input.attendances" });
        return problems.Count > 0
            ? Task.FromResult<Result<Meeting>>(problems)
            // Whether somebody came is what everybody saw; the secretary of a cell may be among those who are recorded.
            : write.AlsoAboutOneself().RunAsync((db, ct) => RecordAsync(db, input, attendances, ct), cancellationToken);
    }

    private async Task<Result<Meeting>> RecordAsync(
        LiaisonDbContext db, RecordResidenceMeetingInput input, IReadOnlyList<RecordedAttendanceInput> attendances, CancellationToken cancellationToken)
    {
        var opened = await meetings.OpenAsync(db, input, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var meeting = opened.Value;
        if (meeting.State is not (MeetingState.Invited or MeetingState.Held))
            return new MeetingStepDoesNotFollow(meeting.State, MeetingState.Held) { Field = "input.id" };
        if (input.HeldOn > db.Today)
            return new LiaisonStepIsStillToCome(input.HeldOn, db.Today) { Field = "input.heldOn" };
        var summoned = await db.Attendances.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.MeetingId == meeting.Id).ToDictionaryAsync(row => row.IntroductionId, cancellationToken);
        var strangers = attendances.Select((attendance, index) => (attendance, index)).Where(one => !summoned.ContainsKey(one.attendance.IntroductionId))
            .Select(one => (Problem)new MemberWasNotSummoned { Field = $"input.attendances.{one.index}.introductionId" }).ToList();
        if (strangers.Count > 0)
            return strangers;

        var told = attendances.ToDictionary(attendance => attendance.IntroductionId);
        foreach (var (introductionId, attendance) in summoned)
        {
            var recorded = told.GetValueOrDefault(introductionId);
            attendance.Record(input.HeldOn, recorded?.Kind ?? AttendanceKind.Present, Wording.Clean(recorded?.Reason), Wording.Clean(recorded?.RepresentedBy));
        }

        var policy = await policies.InForceOnAsync<MeetingPolicy>(input.HeldOn, cancellationToken);
        meeting.Hold(input.HeldOn, Wording.Clean(input.Minutes), policy.QuorumPercent, summoned.Values);
        await absences.TellAsync(db, meeting, summoned.Values, cancellationToken);
        return meeting;
    }

    private static IEnumerable<Problem> CheckTexts(RecordedAttendanceInput attendance, string path)
    {
        foreach (var problem in (Problem[])
        [
            .. Wording.CheckLength(attendance.Reason, Wording.ShortText, $"{path}.reason"),
            .. Wording.CheckLength(attendance.RepresentedBy, Wording.ShortText, $"{path}.representedBy"),
        ])
        {
            yield return problem;
        }

        var saysReason = Wording.Clean(attendance.Reason) is not null;
        var saysWho = Wording.Clean(attendance.RepresentedBy) is not null;
        if (saysReason != (attendance.Kind == AttendanceKind.AbsentWithReason) || saysWho != (attendance.Kind == AttendanceKind.Represented)
            || attendance.Kind == AttendanceKind.Summoned)
        {
            yield return new AttendanceSaysWhatItNeeds { Field = path };
        }
    }
}
