using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>A request with its latest version and its place in the input.</summary>
/// <param name="Request">The request.</param>
/// <param name="Comment">The latest version of the comment; null where nothing was written.</param>
/// <param name="Field">Where it stands in the input.</param>
internal sealed record OpenedComment(CommentRequest Request, Comment? Comment, string Field)
{
    /// <summary>How far the latest version has come, or the request where there is none or it is over.</summary>
    public CommentState State => Request.ClosedOn is not null || Comment is null ? Request.State : Comment.State;
}

/// <summary>Opens requests for a change: finds those that the user sees, and compares the versions that were read.</summary>
internal sealed class OpenedComments(Reaches reaches)
{
    /// <summary>The requests in the order asked, or every reason against it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="asked">The requests with the versions that the user read.</param>
    /// <param name="path">Where the list stands in the input.</param>
    /// <param name="permission">What the step takes.</param>
    /// <param name="actor">The organization whose turn it is.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<List<OpenedComment>>> OpenAsync(
        LiaisonDbContext db,
        IReadOnlyList<IChangedComment> asked,
        string path,
        string permission,
        Func<CommentRequest, Guid?> actor,
        CancellationToken cancellationToken)
    {
        var ids = asked.Select(one => one.Id).ToArray();
        if (Bulk.Check(ids, path) is { } unfit)
            return unfit;
        var found = await db.CommentRequests.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var comments = (await db.Comments.Where(row => ids.Contains(row.RequestId)).ToListAsync(cancellationToken)).ToLookup(row => row.RequestId);
        var reached = await reaches.CoveredAsync(db, permission, [.. found.Values.Select(actor).OfType<Guid>().Distinct()], cancellationToken);
        var problems = new List<Problem>();
        var opened = new List<OpenedComment>();
        for (var index = 0; index < asked.Count; index++)
        {
            var place = $"{path}.{index}";
            if (!found.TryGetValue(asked[index].Id, out var request))
                problems.Add(new NotFound("ResidenceCommentRequest") { Field = $"{place}.id" });
            else if (request.MemberId == db.Access.MemberId)
                problems.Add(new NobodyActsOnTheirOwnCase { Field = $"{place}.id" });
            else if (request.Version != asked[index].ExpectedVersion)
                problems.Add(new StaleVersion(asked[index].ExpectedVersion, request.Version) { Field = $"{place}.expectedVersion" });
            else if (actor(request) is not { } organization || !reached.Contains(organization))
                problems.Add(new CommentIsOutOfYourReach { Field = $"{place}.id" });
            else
                opened.Add(new OpenedComment(request, comments[request.Id].MaxBy(comment => comment.Revision), place));
        }

        if (problems.Count > 0)
            return problems;
        foreach (var one in opened)
            db.Entry(one.Request).Property(row => row.Version).IsModified = true;
        return opened;
    }
}
