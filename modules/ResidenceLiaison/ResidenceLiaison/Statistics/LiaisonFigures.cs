using Microsoft.EntityFrameworkCore;
using Modular.ResidenceLiaison.Data;

namespace Modular.ResidenceLiaison.Statistics;

/// <summary>Makes figures of years and days, of all organizations that are asked for at once.</summary>
internal sealed class LiaisonFigures(LiaisonDbContext db)
{
    /// <summary>The years of a span, each with all organizations below; an organization without a year is not in the answer.</summary>
    public async Task<ILookup<Guid, LiaisonYear>> OfYearsAsync(IReadOnlyCollection<Guid> organizationIds, int fromYear, int toYear, CancellationToken cancellationToken)
    {
        var places = await CountedPlaces.FindAsync(db, organizationIds, cancellationToken);
        var (province, today) = (db.Province.Value, db.Today);
        var rows = await db.Database.SqlQuery<YearRow>(
            $"""
            with place as materialized (
                select * from unnest({places.Keys}, {places.Ids}, {places.Paths}) as asked (key, organization_id, path)
            ),
            span as (select year from generate_series({fromYear}, {toYear}) as listed (year)),
            report as (
                select place.key, place.path, figure.year, figure.introduced, figure.commended, figure.warned
                from place join residence_liaison.year_figure as figure
                    on figure.province_id = {province} and figure.organization_id = place.organization_id and figure.year between {fromYear} and {toYear}
            ),
            highest as (
                select key, year, sum(introduced)::int as introduced, sum(commended)::int as commended, sum(warned)::int as warned, count(*)::int as reports
                from report
                where not exists (
                    select from report as above where above.key = report.key and above.year = report.year and above.path <> report.path and starts_with(report.path, above.path))
                group by key, year
            ),
            numbered as (
                select place.key, counted.year, sum(counted.issued)::int as issued, sum(counted.received)::int as received, sum(counted.held)::int as held, sum(counted.past)::int as past
                from place join residence_liaison.letter_count as counted on counted.province_id = {province} and counted.organization_id = place.organization_id and counted.year <= {toYear}
                group by place.key, counted.year
            ),
            -- Whoever had letters of several cells in a year counts with each of them; with the others not again.
            again as (
                select once.key, once.year, sum(once.places - 1)::int as members
                from (
                    select place.key, kept.year, kept.member_id, count(*) as places
                    from place join residence_liaison.letter_past as kept
                        on kept.province_id = {province} and kept.cell_id = place.organization_id and kept.year between {fromYear} and {toYear} and kept.is_shared
                    group by place.key, kept.year, kept.member_id
                ) as once
                group by once.key, once.year
            ),
            letter as (
                select told.key, told.year, told.issued, told.received, told.introduced - coalesce(again.members, 0) as introduced
                from (
                    select numbered.key, span.year, coalesce(sum(numbered.held), 0)::int + coalesce(sum(numbered.past) filter (where numbered.year = span.year), 0)::int as introduced,
                        coalesce(sum(numbered.issued) filter (where numbered.year = span.year), 0)::int as issued,
                        coalesce(sum(numbered.received) filter (where numbered.year = span.year), 0)::int as received
                    from numbered join span on numbered.year <= span.year
                    group by numbered.key, span.year
                ) as told
                left join again on again.key = told.key and again.year = told.year
            ),
            met as (
                select place.key, meeting.year, count(*)::int as meetings, sum(meeting.expected)::int as expected, sum(meeting.present)::int as present,
                    sum(said.opinions)::int as opinions, (count(*) filter (where said.opinions = 0))::int as silent
                from place
                join residence_liaison.meeting as meeting
                    on meeting.province_id = {province} and meeting.cell_id = place.organization_id and meeting.held_on is not null and meeting.year between {fromYear} and {toYear}
                cross join lateral (
                    select count(*)::int as opinions from residence_liaison.opinion as opinion
                    where opinion.province_id = meeting.province_id and opinion.meeting_id = meeting.id) as said
                group by place.key, meeting.year
            ),
            commented as (
                select place.key, counted.year,
                    sum(counted.requested + counted.drafted + counted.signed + counted.certified + counted.sent_in_time + counted.sent_late + counted.returned)::int as due,
                    sum(counted.sent_in_time)::int as in_time,
                    sum(counted.sent_late + case when counted.due_on < {today} then counted.requested + counted.drafted + counted.signed + counted.certified else 0 end)::int as late,
                    sum(counted.commended)::int as commended, sum(counted.warned)::int as warned
                from place
                join residence_liaison.comment_count as counted
                    on counted.province_id = {province} and counted.organization_id = place.organization_id and counted.side = 'WORKPLACE' and counted.year between {fromYear} and {toYear}
                group by place.key, counted.year
            ),
            told as (
                select place.key, extract(year from notice.sent_on)::int as year, count(*)::int as notices,
                    (count(*) filter (where notice.state in ('DELIVERED', 'READ')))::int as unacknowledged
                from place
                join residence_liaison.notice as notice
                    on notice.province_id = {province} and notice.addressee_id = place.organization_id and notice.state <> 'WITHDRAWN'
                    and notice.sent_on >= make_date({fromYear}, 1, 1) and notice.sent_on < make_date({toYear} + 1, 1, 1)
                group by place.key, extract(year from notice.sent_on)
            )
            select top.key as "Key", span.year as "Year", coalesce(highest.introduced, letter.introduced, 0) as "Introduced",
                coalesce(highest.commended, commented.commended, 0) as "Commended", coalesce(highest.warned, commented.warned, 0) as "Warned", coalesce(highest.reports, 0) as "ReportedBy",
                coalesce(letter.issued, 0) as "LettersIssued", coalesce(letter.received, 0) as "LettersReceived", coalesce(met.meetings, 0) as "Meetings",
                coalesce(met.silent, 0) as "SilentMeetings", coalesce(met.expected, 0) as "Expected", coalesce(met.present, 0) as "Present",
                round(100.0 * met.present / nullif(met.expected, 0), 2) as "AttendancePercent", coalesce(met.opinions, 0) as "Opinions",
                coalesce(commented.due, 0) as "CommentsDue", coalesce(commented.in_time, 0) as "CommentsInTime", coalesce(commented.late, 0) as "CommentsLate",
                coalesce(told.notices, 0) as "Notices", coalesce(told.unacknowledged, 0) as "NoticesUnacknowledged"
            from (select distinct key from place) as top
            cross join span
            left join highest on highest.key = top.key and highest.year = span.year
            left join letter on letter.key = top.key and letter.year = span.year
            left join met on met.key = top.key and met.year = span.year
            left join commented on commented.key = top.key and commented.year = span.year
            left join told on told.key = top.key and told.year = span.year
            order by top.key, span.year
            """).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.Key, row => row.ToYear());
    }

    /// <summary>The figures of a day, by the introductions as they stood then.</summary>
    public async Task<IReadOnlyDictionary<Guid, LiaisonDay>> OfDayAsync(IReadOnlyCollection<Guid> organizationIds, DateOnly day, CancellationToken cancellationToken)
    {
        var places = await CountedPlaces.FindAsync(db, organizationIds, cancellationToken);
        var province = db.Province.Value;
        var rows = await db.Database.SqlQuery<DayRow>(
            $"""
            with place as materialized (
                select * from unnest({places.Keys}, {places.Ids}) as asked (key, organization_id)
            ),
            listed as (
                select place.key, row.category, row.introduce_by, row.issued_on <= {day} as issued, row.received_on <= {day} as received,
                    row.assigned_on <= {day} as assigned, row.informed_on <= {day} as informed
                from place
                join residence_liaison.introduction as row on row.province_id = {province} and row.cell_id = place.organization_id
                    and row.opened_on <= {day} and (row.closed_on is null or row.closed_on > {day})
            ),
            workplace as (
                select key, (count(*) filter (where category in ('NORMAL', 'INTRODUCED_BUT_EXEMPT')))::int as total, (count(*) filter (where issued))::int as introduced,
                    (count(*) filter (where category in ('NORMAL', 'INTRODUCED_BUT_EXEMPT') and issued is not true))::int as missing,
                    (count(*) filter (where category in ('NORMAL', 'INTRODUCED_BUT_EXEMPT') and issued is not true and introduce_by < {day}))::int as overdue,
                    (count(*) filter (where received))::int as received, (count(*) filter (where assigned))::int as assigned, (count(*) filter (where informed))::int as active,
                    (count(*) filter (where category = 'INTRODUCED_BUT_EXEMPT'))::int as introduced_but_exempt,
                    (count(*) filter (where category = 'EXEMPT_FROM_INTRODUCTION'))::int as exempt_from_introduction,
                    (count(*) filter (where category = 'NOT_APPLICABLE'))::int as not_applicable
                from listed group by key
            ),
            kept as (
                select place.key, count(*)::int as members
                from place join residence_liaison.introduction as row on row.province_id = {province} and row.residence_cell_id = place.organization_id
                    and row.assigned_on <= {day} and (row.closed_on is null or row.closed_on > {day})
                group by place.key
            ),
            waiting as (
                select place.key, count(*)::int as letters
                from place join residence_liaison.introduction as row on row.province_id = {province} and row.receiver_id = place.organization_id
                    and row.issued_on <= {day} and (row.received_on is null or row.received_on > {day}) and (row.closed_on is null or row.closed_on > {day})
                group by place.key
            )
            select top.key as "Key", coalesce(workplace.total, 0) as "Total", coalesce(workplace.introduced, 0) as "Introduced", coalesce(workplace.missing, 0) as "Missing",
                coalesce(workplace.overdue, 0) as "Overdue", coalesce(workplace.received, 0) as "Received", coalesce(workplace.assigned, 0) as "Assigned",
                coalesce(workplace.active, 0) as "Active", coalesce(workplace.introduced_but_exempt, 0) as "IntroducedButExempt",
                coalesce(workplace.exempt_from_introduction, 0) as "ExemptFromIntroduction", coalesce(workplace.not_applicable, 0) as "NotApplicable",
                coalesce(kept.members, 0) as "LiaisonMembers", coalesce(waiting.letters, 0) as "LettersWaiting"
            from (select distinct key from place) as top
            left join workplace on workplace.key = top.key
            left join kept on kept.key = top.key
            left join waiting on waiting.key = top.key
            """).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Key, row => row.ToDay(day));
    }

    private sealed record YearRow(
        Guid Key, int Year, int Introduced, int Commended, int Warned, int ReportedBy, int LettersIssued, int LettersReceived, int Meetings, int SilentMeetings, int Expected, int Present,
        decimal? AttendancePercent, int Opinions, int CommentsDue, int CommentsInTime, int CommentsLate, int Notices, int NoticesUnacknowledged)
    {
        public LiaisonYear ToYear() => new(
            Year, Introduced, Commended, Warned, ReportedBy, LettersIssued, LettersReceived, Meetings, SilentMeetings, Expected, Present, AttendancePercent, Opinions, CommentsDue, CommentsInTime, CommentsLate,
            Notices, NoticesUnacknowledged);
    }

    private sealed record DayRow(
        Guid Key, int Total, int Introduced, int Missing, int Overdue, int Received, int Assigned, int Active, int IntroducedButExempt, int ExemptFromIntroduction, int NotApplicable, int LiaisonMembers,
        int LettersWaiting)
    {
        public LiaisonDay ToDay(DateOnly day) => new(
            day, Total, Introduced, Missing, Overdue, Received, Assigned, Active, IntroducedButExempt, ExemptFromIntroduction, NotApplicable, LiaisonMembers, LettersWaiting);
    }
}
