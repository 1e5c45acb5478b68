using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>Summons members to meetings, and cancels meetings.</summary>
internal sealed class MeetingSteps(IWrite<LiaisonDbContext> write, OpenedMeetings meetings)
{
    public Task<Result<Meeting>> InviteAsync(InviteToResidenceMeetingInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckLength(input.Papers, Wording.LongText, "input.papers")];
        return problems.Count > 0
            ? Task.FromResult<Result<Meeting>>(problems)
            // Who is summoned follows from the introductions, also where it is whoever invites.
            : write.AlsoAboutOneself().RunAsync((db, ct) => InviteAsync(db, input, ct), cancellationToken);
    }

    public Task<Result<Meeting>> CancelAsync(CancelResidenceMeetingInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Reason, Wording.ShortText, "input.reason")];
        return problems.Count > 0
            ? Task.FromResult<Result<Meeting>>(problems)
            : write.RunAsync<Meeting>(
                async (db, ct) =>
                {
                    var opened = await meetings.OpenAsync(db, input, ct);
                    if (!opened.Succeeded)
                        return opened;
                    if (opened.Value.State is not (MeetingState.Planned or MeetingState.Invited))
                        return new MeetingStepDoesNotFollow(opened.Value.State, MeetingState.Cancelled) { Field = "input.id" };
                    opened.Value.Cancel(Wording.Clean(input.Reason)!);
                    return opened;
                },
                cancellationToken);
    }

    private async Task<Result<Meeting>> InviteAsync(LiaisonDbContext db, InviteToResidenceMeetingInput input, CancellationToken cancellationToken)
    {
        var opened = await meetings.OpenAsync(db, input, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var meeting = opened.Value;
        if (meeting.State != MeetingState.Planned)
            return new MeetingStepDoesNotFollow(meeting.State, MeetingState.Invited) { Field = "input.id" };
        var summoned = await db.Introductions.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.ResidenceCellId == meeting.CellId && row.Category == LiaisonCategory.Normal
                && (row.State == IntroductionState.AssignedToCell || row.State == IntroductionState.Active))
            .ToListAsync(cancellationToken);
        if (summoned.Count == 0)
            return new NobodyIsToBeSummoned { Field = "input.id" };
        db.Attendances.AddRange(summoned.Select(introduction => Attendance.Summon(meeting, introduction)));
        meeting.Invite(db.Today, Wording.Clean(input.Papers), summoned.Count);
        return meeting;
    }
}
