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

    /// <summary>Several persons for a change that needs no facts that hang on them, in the order asked, or every reason against it.</summary>
    /// <param name="db">The context of the running change.</param>
    /// <param name="asked">The members, each once, with the versions that the user read.</param>
    /// <param name="path">Where the list stands in the input.</param>
    /// <param name="permission">The permission that must cover the members' cells.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Result<List<Member>>> FindAsync(
        MembersDbContext db, IReadOnlyList<(Guid MemberId, int Version)> asked, string path, string permission, CancellationToken cancellationToken)
    {
        var ids = asked.Select(one => one.MemberId).ToArray();
        var found = await db.Members.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var covered = await CoveredAsync(db, permission, [.. found.Values.Select(member => member.OrganizationId).Distinct()], cancellationToken);
        var problems = new List<Problem>();
        for (var index = 0; index < asked.Count; index++)
        {
            var place = $"{path}.{index}";
            if (!found.TryGetValue(asked[index].MemberId, out var member))
                problems.Add(new NotFound("Member") { Field = $"{place}.memberId" });
            else if (!covered.Contains(member.OrganizationId))
                problems.Add(new MemberIsOutOfYourReach { Field = $"{place}.memberId" });
            else if (member.Version != asked[index].Version)
                problems.Add(new StaleVersion(asked[index].Version, member.Version) { Field = $"{place}.expectedVersion" });
        }

        if (problems.Count > 0)
            return problems;
        foreach (var member in found.Values)
            db.Touch(member);
        return asked.Select(one => found[one.MemberId]).ToList();
    }

    /// <summary>Those of the organizations at which the user holds a permission.</summary>
    public async Task<IReadOnlySet<Guid>> CoveredAsync(
        MembersDbContext db, string permission, IReadOnlyCollection<Guid> organizationIds, CancellationToken cancellationToken)
    {
        var scope = db.Access.ScopeOf(permission);
        if (scope.CoversProvince)
            return organizationIds.ToHashSet();
        var places = await tree.FindAsync(organizationIds, db.Today, cancellationToken);
        return organizationIds.Where(id => scope.Covers(id, places.GetValueOrDefault(id)?.Path ?? "")).ToHashSet();
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
