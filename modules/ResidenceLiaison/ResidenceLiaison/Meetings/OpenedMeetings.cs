using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>Opens meetings for a change.</summary>
internal sealed class OpenedMeetings(Reaches reaches)
{
    /// <summary>The meeting, or why the user does not change it.</summary>
    public async Task<Result<Meeting>> OpenAsync(LiaisonDbContext db, IMeetingStep step, CancellationToken cancellationToken)
    {
        var meeting = await db.Meetings.SingleOrDefaultAsync(row => row.Id == step.Id, cancellationToken);
        if (meeting is null)
            return new NotFound("ResidenceMeeting") { Field = "input.id" };
        if (!await reaches.CoversAsync(db, ResidenceLiaisonPermissions.HoldMeetings, meeting.CellId, cancellationToken))
            return new MeetingIsOutOfYourReach { Field = "input.id" };
        if (meeting.Version != step.ExpectedVersion)
            return new StaleVersion(step.ExpectedVersion, meeting.Version) { Field = "input.expectedVersion" };
        db.Entry(meeting).Property(row => row.Version).IsModified = true;
        return meeting;
    }
}
