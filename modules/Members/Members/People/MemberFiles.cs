using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.Memberships;

namespace Modular.Members.People;

/// <summary>Opens a member's file for a change: finds it, checks who may change it, and ties the change to the version that the user read.</summary>
internal sealed class MemberFiles(IOrganizationTree tree)
{
    /// <summary>The file with all facts in force, or why this user may not change it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="expectedVersion">The version that the user read.</param>
    /// <param name="permission">The permission that must cover the member's cell.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<MemberFile>> OpenAsync(
        MembersDbContext db, Guid memberId, int expectedVersion, string permission, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, memberId, expectedVersion, permission, cancellationToken);
        return found.Succeeded ? await ReadAsync(db, found.Value, cancellationToken) : found.Problems.ToList();
    }

    /// <summary>The person alone, for a change that needs no facts that hang on them, or why this user may not change them.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param" />
    public async Task<Result<Member>> FindAsync(
        MembersDbContext db, Guid memberId, int expectedVersion, string permission, CancellationToken cancellationToken)
    {
        var member = await db.Members.SingleOrDefaultAsync(row => row.Id == memberId, cancellationToken);
        if (member is null)
            return new NotFound("Member") { Field = "input.memberId" };
        if (!await CoversAsync(db, permission, member.OrganizationId, cancellationToken))
            return new MemberIsOutOfYourReach { Field = "input.memberId" };
        if (member.Version != expectedVersion)
            return new StaleVersion(expectedVersion, member.Version) { Field = "input.expectedVersion" };

        db.Expect(member, expectedVersion);
        db.Touch(member);
        return member;
    }

    /// <summary>Whether the user holds a permission at an organization.</summary>
    public async Task<bool> CoversAsync(
        MembersDbContext db, string permission, Guid organizationId, CancellationToken cancellationToken)
    {
        var scope = db.Access.ScopeOf(permission);
        if (scope.CoversProvince)
            return true;
        var place = await tree.FindAsync(organizationId, db.Today, cancellationToken);
        return scope.Covers(organizationId, place?.Path ?? "");
    }

    private static async Task<MemberFile> ReadAsync(MembersDbContext db, Member member, CancellationToken cancellationToken)
    {
        var today = db.Today;
        return new MemberFile
        {
            Member = member,
            Membership = await Of(db.Memberships, member).OrderByDescending(row => row.Ordinal).FirstOrDefaultAsync(cancellationToken),
            Status = await Of(db.Statuses, member).SingleAsync(row => row.Valid.UpperBoundInfinite, cancellationToken),
            Cell = await Of(db.Assignments, member).SingleOrDefaultAsync(
                row => row.Kind == Contracts.AssignmentKind.Official && row.Valid.UpperBoundInfinite, cancellationToken),
            Card = await Of(db.Cards, member).SingleOrDefaultAsync(row => row.Valid.UpperBoundInfinite, cancellationToken),
            CvNumber = await Of(db.CvNumbers, member).SingleOrDefaultAsync(row => row.Valid.UpperBoundInfinite, cancellationToken),
            Flags = await Of(db.Flags, member)
                .Where(row => row.Valid.UpperBoundInfinite || row.Valid.UpperBound > today).ToListAsync(cancellationToken),
        };
    }

    // Whoever may see the member may see the facts, so the scope needs not be asked again.
    private static IQueryable<TFact> Of<TFact>(DbSet<TFact> facts, Member member)
        where TFact : class, IMemberFact =>
        facts.IgnoreQueryFilters([ModuleDbContext.ScopeFilter]).Where(row => row.MemberId == member.Id);
}
