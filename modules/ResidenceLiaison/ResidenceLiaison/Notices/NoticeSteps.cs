using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>What the committee does for which notices are: reads them, takes note, answers proposals.</summary>
internal sealed class NoticeSteps(IWrite<LiaisonDbContext> write, OpenedNotices notices)
{
    public Task<Result<List<Notice>>> ReadAsync(ReadResidenceNoticesInput input, CancellationToken cancellationToken) => RunAsync(
        input.Notices,
        opened => Against(opened, NoticeState.Read, NoticeState.Delivered),
        (notice, on) => notice.BeRead(on),
        cancellationToken);

    public Task<Result<List<Notice>>> AcknowledgeAsync(AcknowledgeResidenceNoticesInput input, CancellationToken cancellationToken) => RunAsync(
        input.Notices,
        opened => Against(opened, NoticeState.Acknowledged, NoticeState.Delivered, NoticeState.Read),
        (notice, on) => notice.Acknowledge(on),
        cancellationToken);

    public Task<Result<List<Notice>>> AnswerAsync(AnswerResidenceProposalsInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Answer, Wording.LongText, "input.answer")];
        return problems.Count > 0
            ? Task.FromResult<Result<List<Notice>>>(problems)
            : RunAsync(input.Notices, AgainstAnswer, (notice, on) => notice.BeAnswered(input.Result, Wording.Clean(input.Answer)!, on), cancellationToken);
    }

    private static Problem? AgainstAnswer(OpenedNotice opened) => opened.Notice.Kind.IsProposal()
        ? Against(opened, NoticeState.Answered, NoticeState.Delivered, NoticeState.Read, NoticeState.Acknowledged)
        : new OnlyProposalsAreAnswered { Field = opened.Field };

    private static NoticeStepDoesNotFollow? Against(OpenedNotice opened, NoticeState to, params ReadOnlySpan<NoticeState> from) =>
        from.Contains(opened.Notice.State) ? null : new NoticeStepDoesNotFollow(opened.Notice.State, to) { Field = opened.Field };

    private Task<Result<List<Notice>>> RunAsync(
        IReadOnlyList<ChangedNoticeInput> asked, Func<OpenedNotice, Problem?> against, Action<Notice, DateOnly> make, CancellationToken cancellationToken) =>
        write.RunAsync<List<Notice>>(
            async (db, ct) =>
            {
                var opened = await notices.OpenAsync(db, asked, ct);
                if (!opened.Succeeded)
                    return opened.Problems.ToList();
                var problems = opened.Value.Select(against).OfType<Problem>().ToList();
                if (problems.Count > 0)
                    return problems;
                foreach (var one in opened.Value)
                    make(one.Notice, db.Today);
                return opened.Value.Select(one => one.Notice).ToList();
            },
            cancellationToken);
}
