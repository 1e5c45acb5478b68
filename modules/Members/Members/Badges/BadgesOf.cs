using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Data;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>Several members with the badges that they were awarded or are proposed for.</summary>
internal sealed class BadgesOf
{
    private readonly Dictionary<Guid, Member> members;
    private readonly IReadOnlySet<Guid> covered;
    private readonly HashSet<(Guid, int)> held;
    private readonly HashSet<(Guid, int)> proposed;

    private BadgesOf(Dictionary<Guid, Member> members, IReadOnlySet<Guid> covered, HashSet<(Guid, int)> held, HashSet<(Guid, int)> proposed) =>
        (this.members, this.covered, this.held, this.proposed) = (members, covered, held, proposed);

    /// <summary>Reads them; whom the user may not see is missing.</summary>
    public static async Task<BadgesOf> ReadAsync(
        MembersDbContext db, MemberFiles files, Guid[] memberIds, string permission, CancellationToken cancellationToken)
    {
        var members = await db.Members.Where(row => memberIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var covered = await files.CoveredAsync(db, permission, [.. members.Values.Select(member => member.OrganizationId).Distinct()], cancellationToken);
        var held = await db.Badges.Where(row => memberIds.Contains(row.MemberId)).Select(row => new { row.MemberId, row.Years }).ToListAsync(cancellationToken);
        var proposed = await db.BadgeProposals
            .Where(row => memberIds.Contains(row.MemberId) && row.State != BadgeProposalState.Declined)
            .Select(row => new { row.MemberId, row.Years }).ToListAsync(cancellationToken);
        return new BadgesOf(
            members, covered, [.. held.Select(row => (row.MemberId, row.Years))], [.. proposed.Select(row => (row.MemberId, row.Years))]);
    }

    /// <summary>A member for whom the user may act, or why there is none.</summary>
    public Result<Member> Find(Guid memberId, string field)
    {
        if (!members.TryGetValue(memberId, out var member))
            return new NotFound("Member") { Field = field };
        return covered.Contains(member.OrganizationId) ? member : new MemberIsOutOfYourReach { Field = field };
    }

    /// <summary>Whether the member was awarded the badge.</summary>
    public bool Holds(Guid memberId, int years) => held.Contains((memberId, years));

    /// <summary>Whether the member is proposed for it, in whatever round.</summary>
    public bool IsProposed(Guid memberId, int years) => proposed.Contains((memberId, years));
}
