using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Transfers.Following;
using Modular.Organizations.Contracts;

namespace Modular.Members.Data;

/// <summary>Moves members with their organizations, by the list attached to a decision (ORG-22), in the change that reorganizes.</summary>
internal sealed class MembersFollowOrganizations(IJoinedWrite<MembersDbContext> joined) : IOrganizationMembersMove
{
    public async Task<MembersMoveOutcome> MoveAsync(MembersMove move, CancellationToken cancellationToken)
    {
        // Who may move organizations is decided there; the list moves whole, whether or not the officer sees everybody on it.
        var db = joined.Context;
        var standing = await db.Assignments.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(row => row.OrganizationId == move.FromId && (row.Valid.UpperBoundInfinite || row.Valid.UpperBound > move.EffectiveOn))
            .ToListAsync(cancellationToken);
        if (move.MemberIds is { } listed)
            standing = [.. standing.Where(row => listed.Contains(row.MemberId))];
        var notThere = move.MemberIds?.Except(standing.Select(row => row.MemberId)).ToList() ?? [];
        if (notThere.Count > 0)
            return new MembersMoveOutcome(0, 0) { NotThere = notThere };
        var latest = standing.Select(row => row.Valid.LowerBound).DefaultIfEmpty().Max();
        if (latest >= move.EffectiveOn)
            return new MembersMoveOutcome(0, 0) { NotBefore = latest.AddDays(1) };

        foreach (var assignment in standing)
            Follow(db, assignment, move);
        await BelongAsync(db, standing, move.ToId, cancellationToken);
        var moved = standing.Where(row => row.Kind == AssignmentKind.Official).Select(row => row.MemberId).ToArray();
        foreach (var memberId in await TransfersFollowMembers.FollowAsync(db, move, moved, cancellationToken))
            joined.Raise(new MemberFlagCleared(memberId, MembershipFlag.TransferOutPending, move.EffectiveOn));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        var official = standing.Count(row => row.Kind == AssignmentKind.Official);
        return new MembersMoveOutcome(official, standing.Count - official);
    }

    public Task<IReadOnlyDictionary<Guid, int>> CountOfficialAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) =>
        OrganizationMembership.CountOfficialMembersAsync(joined.Context, organizationIds, day, cancellationToken);

    private void Follow(MembersDbContext db, CellAssignment assignment, MembersMove move)
    {
        DateOnly? end = assignment.Valid.UpperBoundInfinite ? null : assignment.Valid.UpperBound;
        assignment.Valid = assignment.Valid.EndedBefore(move.EffectiveOn);
        db.Assignments.Add(new CellAssignment
        {
            Id = Guid.CreateVersion7(),
            MemberId = assignment.MemberId,
            OrganizationId = move.ToId,
            Kind = assignment.Kind,
            Valid = Periods.Between(move.EffectiveOn, end),
            DecisionNumber = move.DecisionNumber,
            DecidedOn = move.DecidedOn,
        });
        joined.Raise(new MemberAssigned(assignment.MemberId, move.FromId, move.ToId, assignment.Kind, move.EffectiveOn));
    }

    private static async Task BelongAsync(
        MembersDbContext db, List<CellAssignment> moved, Guid organizationId, CancellationToken cancellationToken)
    {
        var ids = moved.Where(row => row.Kind == AssignmentKind.Official).Select(row => row.MemberId).ToArray();
        var members = await db.Members.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
            .Where(member => ids.Contains(member.Id))
            .ToListAsync(cancellationToken);
        foreach (var member in members)
            member.BelongTo(organizationId);
    }
}
