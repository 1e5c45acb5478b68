using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Kernel.Time;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>A step that is asked for.</summary>
/// <param name="Requests">The requests with the versions that were read.</param>
/// <param name="Permission">What it takes.</param>
/// <param name="Actor">The organization whose turn it is.</param>
/// <param name="From">The states that it may follow.</param>
/// <param name="To">The state to which it leads.</param>
/// <param name="On">The day; null for today.</param>
internal sealed record CommentStep(
    IReadOnlyList<IChangedComment> Requests, string Permission, Func<CommentRequest, Guid?> Actor, IReadOnlyList<CommentState> From, CommentState To, DateOnly? On);

/// <summary>Takes comments a step further, all or none.</summary>
internal sealed class CommentSteps(IWrite<LiaisonDbContext> write, OpenedComments comments, TimeProvider clock)
{
    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>Runs a step on each comment.</summary>
    /// <param name="step">The step.</param>
    /// <param name="make">Makes it, on a day, for those that it may be made for.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Result<List<CommentRequest>>> RunAsync(
        CommentStep step, Func<LiaisonDbContext, List<OpenedComment>, DateOnly, CancellationToken, Task> make, string? reason, CancellationToken cancellationToken) =>
        write.Because(reason).RunAsync<List<CommentRequest>>(
            async (db, ct) =>
            {
                var opened = await comments.OpenAsync(db, step.Requests, "input.requests", step.Permission, step.Actor, ct);
                if (!opened.Succeeded)
                    return opened.Problems.ToList();
                var on = step.On ?? db.Today;
                var problems = opened.Value.SelectMany(one => Against(one, step, on, db.Today)).ToList();
                if (problems.Count > 0)
                    return problems;
                await make(db, opened.Value, on, ct);
                foreach (var one in opened.Value.Where(one => one.Comment is not null && one.Request.ClosedOn is null))
                    one.Request.Advance(one.Comment!);
                return opened.Value.Select(one => one.Request).ToList();
            },
            cancellationToken);

    /// <summary>Runs a step on each comment by itself, as <see cref="RunAsync"/> does.</summary>
    public Task<Result<List<CommentRequest>>> RunOnEachAsync(
        CommentStep step, Action<OpenedComment, DateOnly> make, string? reason, CancellationToken cancellationToken) => RunAsync(
        step,
        (_, opened, day, _) =>
        {
            opened.ForEach(one => make(one, day));
            return Task.CompletedTask;
        },
        reason,
        cancellationToken);

    private static IEnumerable<Problem> Against(OpenedComment one, CommentStep step, DateOnly on, DateOnly today)
    {
        if (!step.From.Contains(one.State))
            yield return new CommentStepDoesNotFollow(one.State, step.To) { Field = one.Field };
        else if (on > today)
            yield return new LiaisonStepIsStillToCome(on, today) { Field = "input.on" };
        else if (one.Comment is { State: not CommentState.Drafted } comment && on < comment.LatestDay)
            yield return new StepIsBeforeEarlierStep(on, comment.LatestDay) { Field = "input.on" };
    }
}
