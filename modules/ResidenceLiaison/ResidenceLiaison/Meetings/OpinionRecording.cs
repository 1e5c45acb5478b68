using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>Records what members said at meetings, and what was answered.</summary>
internal sealed class OpinionRecording(IWrite<LiaisonDbContext> write, OpenedMeetings meetings, Reaches reaches)
{
    public Task<Result<Meeting>> RunAsync(RecordResidenceOpinionsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [];
        if (input.Opinions.Count is 0 or > Bulk.Most)
            problems.Add(new InvalidInput(new LocalizedText($"Phải nêu từ 1 đến {Bulk.Most} ý kiến.", $"Name between 1 and {Bulk.Most} opinions.")) { Field = "input.opinions" });
        for (var index = 0; index < input.Opinions.Count; index++)
            problems.AddRange(Wording.CheckRequired(input.Opinions[index].Content, Wording.LongText, $"input.opinions.{index}.content"));
        return problems.Count > 0
            ? Task.FromResult<Result<Meeting>>(problems)
            : write.AlsoAboutOneself().RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);
    }

    public Task<Result<Opinion>> AnswerAsync(AnswerResidenceOpinionInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems =
        [
            .. Wording.CheckRequired(input.Answer, Wording.LongText, "input.answer"),
            .. Wording.CheckLength(input.FollowUp, Wording.LongText, "input.followUp"),
        ];
        return problems.Count > 0
            ? Task.FromResult<Result<Opinion>>(problems)
            : write.RunAsync((db, ct) => AnswerAsync(db, input, ct), cancellationToken);
    }

    private async Task<Result<Meeting>> RecordAsync(LiaisonDbContext db, RecordResidenceOpinionsInput input, CancellationToken cancellationToken)
    {
        var opened = await meetings.OpenAsync(db, input, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var meeting = opened.Value;
        if (meeting.State != MeetingState.Held)
            return new MeetingStepDoesNotFollow(meeting.State, MeetingState.Held) { Field = "input.id" };
        var present = await db.Attendances.Where(row => row.MeetingId == meeting.Id && row.Kind == AttendanceKind.Present)
            .ToDictionaryAsync(row => row.IntroductionId, cancellationToken);
        var problems = input.Opinions.Select((opinion, index) => (opinion, index)).Where(one => !present.ContainsKey(one.opinion.IntroductionId))
            .Select(one => (Problem)new MemberWasNotSummoned { Field = $"input.opinions.{one.index}.introductionId" }).ToList();
        if (problems.Count > 0)
            return problems;
        db.Opinions.AddRange(input.Opinions.Select(opinion => new Opinion
        {
            Id = Guid.CreateVersion7(),
            MeetingId = meeting.Id,
            IntroductionId = opinion.IntroductionId,
            MemberId = present[opinion.IntroductionId].MemberId,
            CellId = meeting.CellId,
            Content = Wording.Clean(opinion.Content)!,
            RecordedOn = meeting.HeldOn!.Value,
        }));
        return meeting;
    }

    private async Task<Result<Opinion>> AnswerAsync(LiaisonDbContext db, AnswerResidenceOpinionInput input, CancellationToken cancellationToken)
    {
        var opinion = await db.Opinions.SingleOrDefaultAsync(row => row.Id == input.Id, cancellationToken);
        if (opinion is null)
            return new NotFound("ResidenceOpinion") { Field = "input.id" };
        if (!await reaches.CoversAsync(db, ResidenceLiaisonPermissions.HoldMeetings, opinion.CellId, cancellationToken))
            return new MeetingIsOutOfYourReach { Field = "input.id" };
        if (opinion.Version != input.ExpectedVersion)
            return new StaleVersion(input.ExpectedVersion, opinion.Version) { Field = "input.expectedVersion" };
        opinion.Reply(Wording.Clean(input.Answer)!, Wording.Clean(input.FollowUp), db.Today);
        return opinion;
    }
}
