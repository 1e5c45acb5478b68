using Microsoft.EntityFrameworkCore;
using Modular.Members.Data;
using Modular.Organizations.Contracts;

namespace Modular.Members.Votes;

/// <summary>Finds the base of votes from statuses, cells and flags (ORG-16).</summary>
internal sealed class VoteBases(MembersDbContext db) : IVoteBase
{
    public async Task<IReadOnlyDictionary<Guid, VoteBase>> FindAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, IReadOnlyCollection<Guid> attendingAndVoting, CancellationToken cancellationToken)
    {
        var ids = organizationIds.Distinct().ToArray();
        var voters = await db.Database
            .SqlQuery<Voter>(
                $"""
                select above.organization_id as "OrganizationId", assignment.member_id as "MemberId",
                    exists (
                        select from members.cell_assignment as elsewhere
                        where elsewhere.province_id = assignment.province_id and elsewhere.member_id = assignment.member_id
                            and elsewhere.kind = 'TEMPORARY' and elsewhere.valid @> {day})
                    or coalesce(bool_or(flag.flag in ('TEMPORARY_AWAY', 'ABROAD')), false) as "IsElsewhere",
                    coalesce(bool_or(flag.flag = 'EXEMPT'), false) as "IsExempt",
                    coalesce(bool_or(flag.flag = 'SUSPENDED_ACTIVITY'), false) as "IsSuspended"
                from kernel.organization_tree as above
                join kernel.organization_tree as below
                    on below.province_id = above.province_id and below.path >= above.path and below.path < above.path_end
                    and below.valid @> {day}
                join members.cell_assignment as assignment
                    on assignment.province_id = below.province_id and assignment.organization_id = below.organization_id
                    and assignment.kind = 'OFFICIAL' and assignment.valid @> {day}
                join members.membership_status as status
                    on status.province_id = assignment.province_id and status.member_id = assignment.member_id
                    and status.status = 'OFFICIAL' and status.valid @> {day}
                left join members.membership_flag as flag
                    on flag.province_id = assignment.province_id and flag.member_id = assignment.member_id and flag.valid @> {day}
                where above.province_id = {db.Province.Value} and above.organization_id = any ({ids}) and above.valid @> {day}
                group by above.organization_id, assignment.province_id, assignment.member_id
                """)
            .ToListAsync(cancellationToken);
        var of = voters.ToLookup(voter => voter.OrganizationId);
        var attending = attendingAndVoting.ToHashSet();
        return ids.ToDictionary(
            id => id,
            id => VoteBase.Of([.. of[id].Select(voter => new MemberAtVote(voter.MemberId, voter.IsElsewhere, voter.IsExempt, voter.IsSuspended))], attending));
    }

    private sealed record Voter(Guid OrganizationId, Guid MemberId, bool IsElsewhere, bool IsExempt, bool IsSuspended);
}
