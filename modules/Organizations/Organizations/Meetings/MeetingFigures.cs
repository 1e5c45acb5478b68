using Modular.GraphQL.CodeFirst;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Entities;
using Modular.Organizations.Committees;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;

namespace Modular.Organizations.Meetings;

/// <summary>Meetings held, of those that were to be held, at an organization and all below it.</summary>
/// <param name="Body">Whether cells met or committees.</param>
/// <param name="Owed">How many regular meetings were to be held: one for each body that stood from the first day of a month to its last.</param>
/// <param name="Held">For how many of these the regular meeting is on record.</param>
/// <param name="HeldPercent">How many of a hundred, to two places; null where none was to be held.</param>
/// <param name="Meetings">How many meetings of any sort are on record, those of bodies included that do not meet monthly.</param>
/// <param name="Thematic">How many of them were on one subject (chuyên đề).</param>
/// <param name="ByPartyGroups">How many of them a cell held by Party groups.</param>
/// <param name="Expected">How many attendances there should have been.</param>
/// <param name="Present">How many there were.</param>
/// <param name="AttendancePercent">How many of a hundred, to two places; null where no meeting is on record.</param>
[GraphQLName("OrganizationMeetingFigures")]
[Classified(DataClass.Internal)]
internal sealed record MeetingFigures(
    MeetingBody Body, int Owed, int Held, decimal? HeldPercent, int Meetings, int Thematic, int ByPartyGroups, int Expected, int Present, decimal? AttendancePercent)
{
    /// <summary>Counts by the tree of each month's first day, so that figures of the past stay what they were whatever was moved or ended since.</summary>
    public static void Define(StatementBuilder figures)
    {
        var from = figures.Argument<DateOnly>("from", "Any day of the first month.");
        var to = figures.Argument<DateOnly>("to", "Any day of the last month.");
        figures.Sql(sql =>
        {
            var top = sql.Table<OrganizationTreeRow>("top");
            var place = sql.Table<OrganizationTreeRow>("place");
            var organization = sql.Table<Organization>("organization");
            var term = sql.Table<CommitteeTerm>("term");
            var meeting = sql.Table<Meeting>("meeting");
            return $"""
                with month as (
                    select began::date as first_day, (began + make_interval(months => 1) - make_interval(days => 1))::date as last_day
                    from generate_series(date_trunc('month', {from}::timestamp), date_trunc('month', {to}::timestamp), make_interval(months => 1)) as began
                ), standing as (
                    select {top[t => t.OrganizationId]} as key, month.first_day, month.last_day, {place[p => p.OrganizationId]} as organization_id, {place[p => p.Kind]} as kind,
                        (select {term[t => t.CommitteeSize]} from {term}
                            where {term[t => t.OrganizationId]} = {place[p => p.OrganizationId]} and {term[t => t.Valid]} @> month.last_day
                                and {place[p => p.Kind]} in ('CELL', 'GRASSROOTS_CELL')) as committee_size
                    from month
                    join {top} on {top[t => t.Valid]} @> month.first_day and {top[t => t.OrganizationId]} = any ({sql.Keys})
                    join {place} on {place[p => p.Valid]} @> month.first_day and {sql.IsBelow("place", "top")}
                ), met as (
                    select standing.key, {meeting[m => m.Body]} as body, {meeting[m => m.Kind]} as kind, {meeting[m => m.GroupMeeting]} is not null as by_groups,
                        {meeting[m => m.Expected]} as expected, {meeting[m => m.Present]} as present, standing.organization_id, standing.first_day
                    from standing join {meeting} on {meeting[m => m.OrganizationId]} = standing.organization_id and {meeting[m => m.Month]} = standing.first_day
                ), owed as (
                    select standing.key, body.code as body, count(*)::int as owed, count(met.organization_id)::int as held
                    from standing
                    join {organization} on {organization[o => o.Id]} = standing.organization_id
                        and ({organization[o => o.EndedOn]} is null or {organization[o => o.EndedOn]} > standing.last_day)
                    join (values ('MEMBERS'), ('COMMITTEE')) as body (code) on organizations.meets_monthly(standing.kind, body.code, standing.committee_size)
                    left join met on met.key = standing.key and met.organization_id = standing.organization_id and met.first_day = standing.first_day
                        and met.body = body.code and met.kind = 'REGULAR'
                    group by standing.key, body.code
                ), counted as (
                    select key, body, count(*)::int as meetings, (count(*) filter (where kind = 'THEMATIC'))::int as thematic, (count(*) filter (where by_groups))::int as by_party_groups,
                        sum(expected)::int as expected, sum(present)::int as present
                    from met group by key, body
                )
                select key, body, coalesce(owed, 0) as owed, coalesce(held, 0) as held, round(100.0 * held / nullif(owed, 0), 2) as held_percent, coalesce(meetings, 0) as meetings,
                    coalesce(thematic, 0) as thematic, coalesce(by_party_groups, 0) as by_party_groups, coalesce(expected, 0) as expected, coalesce(present, 0) as present,
                    round(100.0 * present / nullif(expected, 0), 2) as attendance_percent
                from owed full join counted using (key, body)
                order by key, body desc
                """;
        });
    }
}
