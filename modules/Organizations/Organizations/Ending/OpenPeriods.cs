using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Organizations.Agencies;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;
using Modular.Organizations.Inspection;

namespace Modular.Organizations.Ending;

/// <summary>What is open about an organization and ends with it: name, kind, codes, the committee's term, posts and agencies.</summary>
internal sealed class OpenPeriods(IWrite<OrganizationsDbContext> write, InspectionPostsEnd inspection)
{
    /// <summary>The first day on which the organization can be no more: after the beginning of all that is open, and of all that was below it.</summary>
    public static async Task<DateOnly?> LatestChangeAsync(OrganizationsDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var tree = db.Set<OrganizationTreeRow>();
        DateOnly?[] beginnings =
        [
            await db.Names.Where(row => row.OrganizationId == id && row.Valid.UpperBoundInfinite)
                .MaxAsync(row => (DateOnly?)row.Valid.LowerBound, cancellationToken),
            await db.Kinds.Where(row => row.OrganizationId == id && row.Valid.UpperBoundInfinite)
                .MaxAsync(row => (DateOnly?)row.Valid.LowerBound, cancellationToken),
            await db.Codes.Where(row => row.OrganizationId == id && row.Valid.UpperBoundInfinite)
                .MaxAsync(row => (DateOnly?)row.Valid.LowerBound, cancellationToken),
            await db.Terms.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => row.OrganizationId == id)
                .MaxAsync(row => (DateOnly?)row.Valid.LowerBound, cancellationToken),
            await db.Posts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => row.OrganizationId == id)
                .MaxAsync(row => (DateOnly?)row.Valid.LowerBound, cancellationToken),
            await db.InspectionPosts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => row.OrganizationId == id)
                .MaxAsync(row => (DateOnly?)row.Valid.LowerBound, cancellationToken),
            await db.Agencies.Where(row => row.OrganizationId == id).MaxAsync(row => (DateOnly?)row.Valid.LowerBound, cancellationToken),
            await db.Meetings.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => row.OrganizationId == id)
                .MaxAsync(row => (DateOnly?)row.HeldOn, cancellationToken),
            await tree.Where(row => row.OrganizationId == id).MaxAsync(row => (DateOnly?)row.Valid.LowerBound, cancellationToken),
        ];
        var below = await tree.Where(row => row.ParentId == id && !row.Valid.UpperBoundInfinite)
            .MaxAsync(row => (DateOnly?)row.Valid.UpperBound, cancellationToken);
        return new[] { beginnings.Max()?.AddDays(1), below }.Max();
    }

    /// <summary>Ends all that is open.</summary>
    public async Task CloseAsync(OrganizationsDbContext db, Guid id, DateOnly end, CancellationToken cancellationToken)
    {
        foreach (var name in await db.Names.Where(row => row.OrganizationId == id && row.Valid.UpperBoundInfinite).ToListAsync(cancellationToken))
            name.End(end);
        foreach (var kind in await db.Kinds.Where(row => row.OrganizationId == id && row.Valid.UpperBoundInfinite).ToListAsync(cancellationToken))
            kind.End(end);
        foreach (var code in await db.Codes.Where(row => row.OrganizationId == id && row.Valid.UpperBoundInfinite).ToListAsync(cancellationToken))
            code.End(end);
        await PartyAgenciesEnd.OfOrganizationAsync(db, id, end, decisionId: null, cancellationToken);
        await CloseCommitteeAsync(db, id, end, cancellationToken);
    }

    private async Task CloseCommitteeAsync(OrganizationsDbContext db, Guid id, DateOnly end, CancellationToken cancellationToken)
    {
        var terms = await db.Terms.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.OrganizationId == id && (row.Valid.UpperBoundInfinite || row.Valid.UpperBound > end))
            .ToListAsync(cancellationToken);
        foreach (var term in terms)
            term.End(end);
        var posts = await db.Posts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.OrganizationId == id && (row.Valid.UpperBoundInfinite || row.Valid.UpperBound > end))
            .ToListAsync(cancellationToken);
        foreach (var post in posts)
        {
            post.End(end, PostEndReason.OrganizationEnded);
            write.Raise(new CommitteePostEnded(post.Id, post.OrganizationId, post.MemberId, post.Post, end));
        }

        await inspection.OfOrganizationAsync(db, id, end, cancellationToken);
    }
}
