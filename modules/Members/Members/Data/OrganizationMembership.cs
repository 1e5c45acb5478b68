using Microsoft.EntityFrameworkCore;
using Modular.Members.Cards;
using Modular.Members.Contracts;
using Modular.Organizations.Contracts;

namespace Modular.Members.Data;

/// <summary>Tells the rules of committees what they need to know of members.</summary>
internal sealed class OrganizationMembership(MembersDbContext db) : IOrganizationMembership
{
    public async Task<IReadOnlyDictionary<Guid, int>> CountOfficialMembersAsync(
        IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) =>
        await CountOfficialMembersAsync(db, organizationIds, day, cancellationToken);

    public async Task<IReadOnlyDictionary<Guid, int>> CountMembersAsync(IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) =>
        await CountAsync(db, organizationIds, day, withProbationary: true, cancellationToken);

    /// <summary>The same as one context sees it.</summary>
    public static Task<IReadOnlyDictionary<Guid, int>> CountOfficialMembersAsync(
        MembersDbContext db, IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken) =>
        CountAsync(db, organizationIds, day, withProbationary: false, cancellationToken);

    private static async Task<IReadOnlyDictionary<Guid, int>> CountAsync(
        MembersDbContext db, IReadOnlyCollection<Guid> organizationIds, DateOnly day, bool withProbationary, CancellationToken cancellationToken)
    {
        var ids = organizationIds.ToArray();
        var counts = await db.Database
            .SqlQuery<OrganizationCount>(
                $"""
                select above.organization_id as "OrganizationId", coalesce(sum(headcount.official + case when {withProbationary} then headcount.probationary else 0 end), 0)::int as "Count"
                from kernel.organization_tree as above
                join kernel.organization_tree as below
                    on below.province_id = above.province_id
                    and below.path >= above.path and below.path < above.path_end
                    and below.valid @> {day}
                join lateral (
                    select official, probationary, next_day
                    from members.headcount
                    where headcount.province_id = below.province_id
                        and headcount.organization_id = below.organization_id
                        and headcount.first_day <= {day}
                    order by headcount.first_day desc
                    limit 1
                ) as headcount on true
                where above.province_id = {db.Province.Value} and above.organization_id = any ({ids}) and above.valid @> {day}
                group by above.organization_id
                """)
            .ToListAsync(cancellationToken);
        return counts.ToDictionary(row => row.OrganizationId, row => row.Count);
    }

    public async Task<IReadOnlyDictionary<MemberOnDay, MemberStanding>> FindStandingAsync(
        IReadOnlyCollection<MemberOnDay> asked, CancellationToken cancellationToken)
    {
        var ids = asked.Select(one => one.MemberId).ToArray();
        var days = asked.Select(one => one.Day).ToArray();
        var found = await db.Database
            .SqlQuery<StandingRow>(
                $"""
                select asked.member_id as "MemberId", asked.day as "Day", status.status = 'OFFICIAL' as "IsOfficial",
                    assignment.organization_id as "OrganizationId"
                from (select distinct member_id, day from unnest({ids}, {days}) as asked (member_id, day)) as asked
                join members.membership_status as status
                    on status.province_id = {db.Province.Value} and status.member_id = asked.member_id and status.valid @> asked.day
                left join members.cell_assignment as assignment
                    on assignment.province_id = {db.Province.Value} and assignment.member_id = asked.member_id
                    and assignment.kind = 'OFFICIAL' and assignment.valid @> asked.day
                """)
            .ToListAsync(cancellationToken);
        var visible = await VisibleAsync(ids, cancellationToken);
        return found.ToDictionary(
            row => new MemberOnDay(row.MemberId, row.Day),
            row => new MemberStanding(row.IsOfficial, row.OrganizationId) { IsVisible = visible is null || visible.Contains(row.MemberId) });
    }

    /// <summary>Those whom the current user may see; null for all.</summary>
    private async Task<HashSet<Guid>?> VisibleAsync(Guid[] memberIds, CancellationToken cancellationToken) =>
        db.Access.ScopeOf(MembersPermissions.Read).CoversProvince
            ? null
            : await db.Members.Where(member => memberIds.Contains(member.Id)).Select(member => member.Id).ToHashSetAsync(cancellationToken);

    public async Task<IReadOnlyDictionary<string, NumberedMember>> FindByNumberAsync(
        IReadOnlyCollection<string> numbers, CancellationToken cancellationToken)
    {
        var written = numbers.ToLookup(number => NumberRules.CleanCvNumber(number) ?? "");
        var clean = written.Select(number => number.Key).ToArray();
        var found = await db.Database
            .SqlQuery<BearerRow>(
                $"""
                select asked.number as "Number", member.id as "MemberId", member.full_name as "FullName"
                from unnest({clean}) as asked (number)
                join members.member as member on member.province_id = {db.Province.Value} and member.card_number = asked.number
                union all
                select asked.number, member.id, member.full_name
                from unnest({clean}) as asked (number)
                join members.member as member on member.province_id = {db.Province.Value} and member.cv_number = asked.number
                union all
                select asked.number, member.id, member.full_name
                from unnest({clean}) as asked (number)
                join members.member as member on member.province_id = {db.Province.Value} and member.citizen_id = asked.number
                """)
            .ToListAsync(cancellationToken);
        var answer = new Dictionary<string, NumberedMember>();
        foreach (var member in found)
        {
            foreach (var number in written[member.Number])
                answer[number] = new NumberedMember(member.MemberId, member.FullName);
        }

        return answer;
    }

    private sealed record OrganizationCount(Guid OrganizationId, int Count);

    private sealed record BearerRow(string Number, Guid MemberId, string FullName);

    private sealed record StandingRow(Guid MemberId, DateOnly Day, bool IsOfficial, Guid? OrganizationId);
}
