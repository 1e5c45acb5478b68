using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Data;

/// <inheritdoc />
internal sealed class CommitteePostDirectory(OrganizationsDbContext db) : ICommitteePosts
{
    public async Task<IReadOnlySet<Guid>> FindOrganizationsAsync(Guid memberId, DateOnly day, CancellationToken cancellationToken) =>
        await db.Posts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(post => post.MemberId == memberId && post.Valid.Contains(day))
            .Select(post => post.OrganizationId).ToHashSetAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, CommitteePostKind>> FindPostsAsync(Guid memberId, DateOnly day, CancellationToken cancellationToken) =>
        await db.Posts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(post => post.MemberId == memberId && post.Valid.Contains(day))
            .ToDictionaryAsync(post => post.OrganizationId, post => post.Post, cancellationToken);
}
