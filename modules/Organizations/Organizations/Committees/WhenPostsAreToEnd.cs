using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Events;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Inspection;

namespace Modular.Organizations.Committees;

/// <summary>Ends the posts of a member who died, left the Party or was removed from post.</summary>
internal sealed class WhenPostsAreToEnd(IWrite<OrganizationsDbContext> write, InspectionPostsEnd inspection) : IEventHandler<CommitteePostsAreToEnd>
{
    /// <inheritdoc />
    public Task HandleAsync(CommitteePostsAreToEnd happened, EventContext context, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => EndAsync(db, happened, ct), cancellationToken);

    private async Task<Result<int>> EndAsync(OrganizationsDbContext db, CommitteePostsAreToEnd happened, CancellationToken cancellationToken)
    {
        var held = await db.Posts
            .Where(post => post.MemberId == happened.MemberId && post.Valid.UpperBoundInfinite)
            .Where(post => happened.OrganizationId == null || post.OrganizationId == happened.OrganizationId)
            .ToListAsync(cancellationToken);
        foreach (var post in held)
        {
            // A post that was recorded to begin later than its end was held for a day.
            var from = happened.From > post.Valid.LowerBound ? happened.From : post.Valid.LowerBound.AddDays(1);
            post.End(from, ReasonOf(happened.Reason));
            write.Raise(new CommitteePostEnded(post.Id, post.OrganizationId, post.MemberId, post.Post, from));
        }

        return held.Count + await inspection.OfMemberAsync(db, happened.MemberId, happened.OrganizationId, happened.From, ReasonOf(happened.Reason), cancellationToken);
    }

    private static PostEndReason ReasonOf(CommitteePostsEndReason reason) => reason switch
    {
        CommitteePostsEndReason.Deceased => PostEndReason.Deceased,
        CommitteePostsEndReason.Disciplined => PostEndReason.Disciplined,
        _ => PostEndReason.Moved,
    };
}
