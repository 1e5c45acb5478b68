using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>Writes to the other committee.</summary>
internal sealed class NoticeWriting(IWrite<LiaisonDbContext> write, NoticeSending sending, Reaches reaches)
{
    public Task<Result<List<Notice>>> RunAsync(SendResidenceNoticesInput input, CancellationToken cancellationToken)
    {
        List<Problem> problems = [.. Wording.CheckRequired(input.Content, Wording.LongText, "input.content")];
        if (Bulk.Check(input.IntroductionIds, "input.introductionIds") is { } unfit)
            problems.Add(unfit);
        if (!input.Kind.IsWritten())
            problems.Add(new NoticeOfTheKindIsToldByItself(input.Kind) { Field = "input.kind" });
        var direction = input.Kind.Direction() ?? input.Direction;
        if (direction is null || (input.Direction is { } given && given != direction))
            problems.Add(new NoticeSaysItsDirection { Field = "input.direction" });
        return problems.Count > 0
            ? Task.FromResult<Result<List<Notice>>>(problems)
            : write.RunAsync((db, ct) => SendAsync(db, input, direction!.Value, ct), cancellationToken);
    }

    private async Task<Result<List<Notice>>> SendAsync(
        LiaisonDbContext db, SendResidenceNoticesInput input, NoticeDirection direction, CancellationToken cancellationToken)
    {
        var happenedOn = input.HappenedOn ?? db.Today;
        if (happenedOn > db.Today)
            return new LiaisonStepIsStillToCome(happenedOn, db.Today) { Field = "input.happenedOn" };
        var found = await db.Introductions.Where(row => input.IntroductionIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var reached = await reaches.CoveredAsync(
            db, ResidenceLiaisonPermissions.ExchangeNotices, [.. found.Values.Select(row => SenderOf(row, direction)).OfType<Guid>().Distinct()], cancellationToken);
        var problems = new List<Problem>();
        for (var index = 0; index < input.IntroductionIds.Count; index++)
        {
            if (Against(db, found.GetValueOrDefault(input.IntroductionIds[index]), direction, reached) is { } problem)
                problems.Add(problem with { Field = $"input.introductionIds.{index}" });
        }

        if (problems.Count > 0)
            return problems;
        var telling = new NoticeTelling(input.Kind, direction, happenedOn) { Content = Wording.Clean(input.Content) };
        return (await sending.SendAsync(db, [.. input.IntroductionIds.Select(id => (found[id], telling))], cancellationToken)).ToList();
    }

    private static Problem? Against(LiaisonDbContext db, Introduction? introduction, NoticeDirection direction, IReadOnlySet<Guid> reached)
    {
        if (introduction is null)
            return new NotFound("ResidenceIntroduction");
        if (introduction.MemberId == db.Access.MemberId)
            return new NobodyActsOnTheirOwnCase();
        if (!introduction.State.IsIntroduced())
            return new NobodyKeepsContactByThisIntroduction();
        return SenderOf(introduction, direction) is { } sender && reached.Contains(sender) ? null : new NoticeIsOutOfYourReach();
    }

    /// <summary>Who may write: the member's own cell and whoever stands above it; the residential cell, or the commune committee, and whoever stands above.</summary>
    private static Guid? SenderOf(Introduction introduction, NoticeDirection direction) =>
        direction == NoticeDirection.ToResidence ? introduction.CellId : introduction.ResidenceCellId ?? introduction.ReceiverId;
}
