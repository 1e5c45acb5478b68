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
            // What stood in the span is found once and then told month by month: the planner knows too little of periods to join them by days, takes what stood for one organization,
            // and would read the terms or the meetings of all for each. So those of an organization are looked up by it (offset 0 keeps the planner from joining them in another way).
            return $"""
                with span as (select date_trunc('month', {from}::timestamp)::date as first_day, (date_trunc('month', {to}::timestamp) + make_interval(months => 1, days => -1))::date as last_day),
                month as (
                    select began::date as first_day, (began + make_interval(months => 1, days => -1))::date as last_day
                    from span cross join generate_series(span.first_day::timestamp, span.last_day::timestamp, make_interval(months => 1)) as began
                ), standing as materialized (
                    select {top[t => t.OrganizationId]} as key, {place[p => p.OrganizationId]} as organization_id, {place[p => p.Kind]} as kind,
                        {place[p => p.Valid]} * {top[t => t.Valid]} as valid, coalesce({organization[o => o.EndedOn]}, 'infinity'::date) as ended_on
                    from span
                    join {top} on {top[t => t.OrganizationId]} = any ({sql.Keys})
                    join {place} on {sql.IsBelow("place", "top")} and {place[p => p.Valid]} && {top[t => t.Valid]} and {place[p => p.Valid]} && daterange(span.first_day, greatest(span.first_day, span.last_day), '[]')
                    join {organization} on {organization[o => o.Id]} = {place[p => p.OrganizationId]}
                ), lines as (
                    select standing.key, body.code as body, 1 as owed, 0 as held, 0 as meetings, 0 as thematic, 0 as by_groups, 0 as expected, 0 as present
                    from standing
                    join (values ('MEMBERS'), ('COMMITTEE')) as body (code) on organizations.meets_monthly(standing.kind, body.code, null)
                    join month on standing.valid @> month.first_day and standing.ended_on > month.last_day
                    union all
                    select led.key, 'COMMITTEE', 1, 0, 0, 0, 0, 0, 0
                    from (
                        select standing.key, standing.valid, standing.ended_on, {term[t => t.Valid]} as term
                        from standing join {term} on {term[t => t.OrganizationId]} = standing.organization_id and organizations.meets_monthly(standing.kind, 'COMMITTEE', {term[t => t.CommitteeSize]})
                        where standing.kind in ('CELL', 'GRASSROOTS_CELL')
                        offset 0
                    ) as led
                    join month on led.valid @> month.first_day and led.ended_on > month.last_day and led.term @> month.last_day
                    union all
                    select standing.key, met.body, 0, (
                            met.kind = 'REGULAR' and standing.ended_on >= (met.month + make_interval(months => 1))::date
                            and organizations.meets_monthly(standing.kind, met.body, case when met.body = 'COMMITTEE' and standing.kind in ('CELL', 'GRASSROOTS_CELL') then (
                                select max({term[t => t.CommitteeSize]}) from {term}
                                where {term[t => t.OrganizationId]} = standing.organization_id
                                    and {term[t => t.Valid]} @> (met.month + make_interval(months => 1, days => -1))::date) end))::int,
                        1, (met.kind = 'THEMATIC')::int, (met.group_meeting is not null)::int, met.expected, met.present
                    from span cross join standing
                    cross join lateral (
                        select {meeting[m => m.Body]} as body, {meeting[m => m.Kind]} as kind, {meeting[m => m.Month]} as month, {meeting[m => m.GroupMeeting]} as group_meeting,
                            {meeting[m => m.Expected]} as expected, {meeting[m => m.Present]} as present
                        from {meeting}
                        where {meeting[m => m.OrganizationId]} = standing.organization_id and {meeting[m => m.HeldOn]} between span.first_day and span.last_day
                        offset 0
                    ) as met
                    where standing.valid @> met.month
                ), summed as (
                    select key, body, sum(owed)::int as owed, sum(held)::int as held, sum(meetings)::int as meetings, sum(thematic)::int as thematic, sum(by_groups)::int as by_party_groups,
                        sum(expected)::int as expected, sum(present)::int as present
                    from lines group by key, body
                )
                select key, body, owed, held, round(100.0 * held / nullif(owed, 0), 2) as held_percent, meetings, thematic, by_party_groups, expected, present,
                    round(100.0 * present / nullif(expected, 0), 2) as attendance_percent
                from summed
                order by key, body desc
            """;
        });
    }
}
