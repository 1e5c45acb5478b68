using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Data;

namespace Modular.Organizations.Inspection;

/// <summary>Posts in inspection committees end with what they rest on: the committee's term, the organization, the member's standing, the chair's seat in the committee.</summary>
internal sealed class InspectionPostsEnd(IWrite<OrganizationsDbContext> write)
{
    /// <summary>Those of inspection committees of terms that are over.</summary>
    public async Task OfTermsAsync(OrganizationsDbContext db, IReadOnlyCollection<Guid> terms, DateOnly end, PostEndReason reason, CancellationToken cancellationToken)
    {
        var over = await db.InspectionCommittees.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(committee => terms.Contains(committee.TermId))
            .Select(committee => committee.Id)
            .ToListAsync(cancellationToken);
        await EndAsync(db, post => over.Contains(post.InspectionCommitteeId), end, reason, cancellationToken);
    }

    /// <summary>Those of an organization that ends.</summary>
    public Task OfOrganizationAsync(OrganizationsDbContext db, Guid organizationId, DateOnly end, CancellationToken cancellationToken) =>
        EndAsync(db, post => post.OrganizationId == organizationId, end, PostEndReason.OrganizationEnded, cancellationToken);

    /// <summary>Those of a member: everywhere, or in one organization.</summary>
    public Task<int> OfMemberAsync(
        OrganizationsDbContext db, Guid memberId, Guid? organizationId, DateOnly end, PostEndReason reason, CancellationToken cancellationToken) =>
        EndAsync(db, post => post.MemberId == memberId && (organizationId == null || post.OrganizationId == organizationId), end, reason, cancellationToken);

    /// <summary>The chair of somebody who leaves the committee.</summary>
    public Task OfChairAsync(OrganizationsDbContext db, Guid organizationId, Guid memberId, DateOnly end, PostEndReason reason, CancellationToken cancellationToken) =>
        EndAsync(db, post => post.OrganizationId == organizationId && post.MemberId == memberId && post.Post == InspectionPostKind.Chair, end, reason, cancellationToken);

    private async Task<int> EndAsync(
        OrganizationsDbContext db, Expression<Func<InspectionPost, bool>> which, DateOnly end, PostEndReason reason, CancellationToken cancellationToken)
    {
        var held = await db.InspectionPosts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(which)
            .Where(post => post.Valid.UpperBoundInfinite)
            .ToListAsync(cancellationToken);
        foreach (var post in held)
        {
            post.End(end, reason);
            write.Raise(new InspectionPostEnded(post.Id, post.OrganizationId, post.MemberId, post.Post, post.Valid.UpperBound));
        }

        return held.Count;
    }
}
