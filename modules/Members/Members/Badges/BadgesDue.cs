using System.Text.Json;
using Modular.Kernel.Access;
using Modular.Kernel.Events;
using Modular.Kernel.GraphQL;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>The badge that a member is due on an award day.</summary>
/// <param name="Years">The step.</param>
/// <param name="ReachedOn">The day on which it is reached.</param>
/// <param name="EarliestOn">The first day on which it may be awarded to the gravely ill (MEM-43).</param>
/// <param name="IsProposed">Whether the member is proposed for it.</param>
[Classified(DataClass.Basic)]
internal sealed record BadgeDue(int Years, DateOnly ReachedOn, DateOnly EarliestOn, bool IsProposed)
{
    private static readonly string Policy = JsonSerializer.Serialize(new BadgePolicy(), EventJson.Options);

    /// <summary>Lists members by the badges that they are due.</summary>
    public static void Define(EntityTypeBuilder<Member> member)
    {
        member.Children<Badge>("badges", b => b.MemberId, "The Party badges (Huy hiệu Đảng) that the member was awarded, the highest first.");
        member.Statement<BadgeDue>(
            "badgeDue", "The highest badge whose step is reached by an award day and that the member was not awarded; null where there is none.",
            DataClass.Basic, DefineOf);
        member.Filter<DateOnly>(
            "badgeDueOn", "Official members who reach a step of the badge between the award day before this one and this one, and were not awarded it (đến kỳ tặng Huy hiệu).",
            (m, value) => $"""
                {m[row => row.Status]} = {m.Value(row => row.Status, MembershipStatus.Official)}
                and {m[row => row.Id]} in (select due.member_id from members.badges_due({value}, {Policy}::jsonb) as due)
                """);
        member.Filter<DateOnly>(
            "badgeMissingOn", "Official members who reached a step of the badge by a day and were not awarded it, however long ago (chưa có Huy hiệu).",
            (m, value) => $"""
                {m[row => row.Status]} = {m.Value(row => row.Status, MembershipStatus.Official)}
                and {m[row => row.Id]} in (select due.member_id from members.badges_missing({value}, {Policy}::jsonb) as due)
                """);
        member.Filter<int>(
            "hasBadge", "Those who were awarded the badge of so many years.",
            (m, value) => $"""
                exists (
                    select from members.badge as badge
                    where badge.province_id = {m[row => row.ProvinceId]} and badge.member_id = {m[row => row.Id]} and badge.years = {value})
                """);
    }

    private static void DefineOf(StatementBuilder due)
    {
        var awardDay = due.Argument<DateOnly>("awardDay", "The award day.");
        due.Sql(sql =>
        {
            var member = sql.Table<Member>("member");
            var badge = sql.Table<Badge>("badge");
            var proposal = sql.Table<BadgeProposal>("proposal");
            return $"""
                select {member[m => m.Id]} as key, step.years, step.reached_on, step.earliest_on,
                    exists (
                        select from {proposal}
                        where {proposal[p => p.MemberId]} = {member[m => m.Id]} and {proposal[p => p.Years]} = step.years
                            and {proposal[p => p.State]} <> {proposal.Value(p => p.State, BadgeProposalState.Declined)}) as is_proposed
                from {member}
                cross join lateral (
                    select (given ->> 'years')::integer as years, reached.day as reached_on,
                        (reached.day - make_interval(months => (given ->> 'earlyMonths')::integer))::date as earliest_on
                    from jsonb_array_elements(kernel.policy_on('members.badges', {Policy}::jsonb, {awardDay}) -> 'steps') as given
                    cross join lateral (select ({member[m => m.PartyAgeFrom]} + make_interval(years => (given ->> 'years')::integer))::date as day) as reached
                    where reached.day <= {awardDay}
                    order by 1 desc limit 1
                ) as step
                where {member[m => m.Id]} = any ({sql.Keys})
                    and {member[m => m.Status]} = {member.Value(m => m.Status, MembershipStatus.Official)}
                    and not exists (
                        select from {badge} where {badge[b => b.MemberId]} = {member[m => m.Id]} and {badge[b => b.Years]} = step.years)
                """;
        });
    }
}
