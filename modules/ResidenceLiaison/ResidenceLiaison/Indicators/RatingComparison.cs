using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Entities;
using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>Compares yearly comments of the residence with how the workplace rated the same members for the year (RES-13): one statement, and one question to each module that keeps ratings.</summary>
internal sealed class RatingComparison(IEnabledPorts<IWorkplaceRatings> ports)
{
    /// <summary>Where they lie far apart; null where no module of the province keeps ratings, so that nothing is known, which is not the same as that nothing is found.</summary>
    public async Task<List<Finding>?> FindAsync(LiaisonDbContext db, Guid[] cells, int year, CommentPolicy form, IndicatorPolicy policy, CancellationToken cancellationToken)
    {
        var modules = await ports.FindAsync(cancellationToken);
        if (modules.Count == 0)
            return null;
        var comments = await SignedAsync(db, cells, year, cancellationToken);
        var ratings = await RatingsAsync(modules, [.. comments.Select(comment => comment.MemberId).Distinct()], year, cancellationToken);
        return
        [
            .. comments.Where(comment => ratings.ContainsKey(comment.MemberId))
                .GroupBy(comment => comment.CellId)
                .Select(cell => FindingOf(cell.Key, year, [.. cell.Select(comment => new Compared(comment, ratings[comment.MemberId], StepsApart(comment)))], policy))
                .Where(finding => finding.Found > 0),
        ];

        int StepsApart(Signed comment) => RatingAlignment.StepsBetween(RatingAlignment.Of(comment.Level, comment.Outcome, form), ratings[comment.MemberId]);
    }

    private static Finding FindingOf(Guid cellId, int year, List<Compared> compared, IndicatorPolicy policy)
    {
        var apart = compared.Where(one => one.Steps >= policy.RatingStepsApart).OrderByDescending(one => one.Steps).ToList();
        return new Finding(
            cellId, IndicatorKind.RatingsFarApart, year, apart.Count, compared.Count,
            [.. apart.Select(one => new FoundEvidence(one.Comment.RequestId) { Ratings = new RatingsOfMember(one.Comment.MemberId, one.Comment.Level, one.Rating) })]);
    }

    // As with the other indicators comments count from the signature on, and of several versions the last one that was signed.
    private static async Task<List<Signed>> SignedAsync(LiaisonDbContext db, Guid[] cells, int year, CancellationToken cancellationToken)
    {
        var yearly = db.CommentRequests.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(request => request.Purpose == ResidenceCommentPurpose.YearlyRating);
        var signed = await db.Comments.AsNoTracking().IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(comment => cells.Contains(comment.CellId) && comment.Year == year && comment.State != CommentState.Drafted && yearly.Any(request => request.Id == comment.RequestId))
            .Select(comment => new Signed(comment.CellId, comment.RequestId, comment.Revision, comment.MemberId, comment.Level, comment.Outcome))
            .ToListAsync(cancellationToken);
        return [.. signed.GroupBy(comment => comment.RequestId).Select(versions => versions.MaxBy(comment => comment.Revision)!)];
    }

    // Where several modules rate the same member, the one holds that comes first in the order of modules, so that looking again finds the same.
    private static async Task<Dictionary<Guid, WorkplaceRating>> RatingsAsync(
        IReadOnlyList<IWorkplaceRatings> modules, Guid[] members, int year, CancellationToken cancellationToken)
    {
        var ratings = new Dictionary<Guid, WorkplaceRating>();
        foreach (var module in modules)
        {
            foreach (var (memberId, rating) in await module.FindAsync(members, year, cancellationToken))
                ratings.TryAdd(memberId, rating);
        }

        return ratings;
    }

    private sealed record Signed(Guid CellId, Guid RequestId, int Revision, Guid MemberId, string Level, CommentOutcome Outcome);

    private sealed record Compared(Signed Comment, WorkplaceRating Rating, int Steps);
}
