using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Modular.Members.Data;

namespace Modular.Members.Movement;

/// <summary>A line of the report for an organization.</summary>
internal sealed record MovementCount(Guid Key, string Line, int Count, int Probationary);

/// <summary>A member behind a line.</summary>
internal sealed record MovementRow(Guid Key, DateOnly Day, Guid MemberId, Guid? FromCell, Guid? ToCell);

/// <summary>How many members an organization counts on a day.</summary>
internal sealed record StandingCount(Guid Key, int Count);

/// <summary>The statements of the report. They tell figures and keys, bounded by the organizations that the user reaches, and no value of a person.</summary>
internal static class MovementSql
{
    /// <summary>
    /// Every member and day of the period on which they began to be counted by an asked organization, or ceased to be, with the line. Parameters: the province, the
    /// organizations, the first and the last day.
    /// </summary>
    private const string Moved =
        """
        with tree_change as (
            -- Cells whose place in the tree is another than the day before.
            select place.organization_id, lower(place.valid) as day
            from kernel.organization_tree as place
            where place.province_id = {0} and lower(place.valid) between {2} and {3} and place.kind in ('CELL', 'GRASSROOTS_CELL', 'TEMPORARY_CELL', 'OVERSEAS_TEMPORARY_CELL')
            union
            select place.organization_id, upper(place.valid)
            from kernel.organization_tree as place
            where place.province_id = {0} and upper(place.valid) between {2} and {3} and place.kind in ('CELL', 'GRASSROOTS_CELL', 'TEMPORARY_CELL', 'OVERSEAS_TEMPORARY_CELL')
        ),
        moved_cell as materialized (
            -- Of these, the ones that an asked organization gained or lost; a superior that moves with all below it changes nothing for itself.
            select distinct changed.organization_id, changed.day
            from tree_change as changed
            cross join unnest({1}) as asked (key)
            left join kernel.organization_tree as cell_before
                on cell_before.province_id = {0} and cell_before.organization_id = changed.organization_id and cell_before.valid @> changed.day - 1
            left join kernel.organization_tree as cell_after
                on cell_after.province_id = {0} and cell_after.organization_id = changed.organization_id and cell_after.valid @> changed.day
            left join kernel.organization_tree as top_before
                on top_before.province_id = {0} and top_before.organization_id = asked.key and top_before.valid @> changed.day - 1
            left join kernel.organization_tree as top_after
                on top_after.province_id = {0} and top_after.organization_id = asked.key and top_after.valid @> changed.day
            where coalesce(starts_with(cell_before.path, top_before.path), false) <> coalesce(starts_with(cell_after.path, top_after.path), false)
        ),
        turn as materialized (
            -- Recognition makes a probationary member official, and changes nothing for the count.
            select turned.member_id, turned.first_day as day
            from members.membership_status as turned
            where turned.province_id = {0} and turned.first_day between {2} and {3} and turned.status <> 'OFFICIAL'
            union
            select turned.member_id, turned.first_day
            from members.membership_status as turned
            where turned.province_id = {0} and turned.first_day between {2} and {3} and turned.status = 'OFFICIAL'
                and not exists (
                    select from members.membership_status as earlier
                    where earlier.province_id = {0} and earlier.member_id = turned.member_id and earlier.status = 'PROBATIONARY'
                        and upper(earlier.valid) = turned.first_day)
            union
            select member_id, first_day
            from members.cell_assignment
            where province_id = {0} and kind = 'OFFICIAL' and first_day between {2} and {3}
            union
            select member_id, upper(valid)
            from members.cell_assignment
            where province_id = {0} and kind = 'OFFICIAL' and not upper_inf(valid) and upper(valid) between {2} and {3}
            union
            select assignment.member_id, moved_cell.day
            from moved_cell
            join members.cell_assignment as assignment
                on assignment.province_id = {0} and assignment.organization_id = moved_cell.organization_id and assignment.kind = 'OFFICIAL'
                and (assignment.valid @> moved_cell.day - 1 or assignment.valid @> moved_cell.day)
        ),
        status_then as (
            select turn.member_id, turn.day,
                min(status.status) filter (where status.valid @> turn.day - 1) as status_before,
                min(status.status) filter (where status.valid @> turn.day) as status_after,
                min(lower(status.valid)) filter (where status.valid @> turn.day) as status_since
            from turn
            left join members.membership_status as status
                on status.province_id = {0} and status.member_id = turn.member_id and (status.valid @> turn.day - 1 or status.valid @> turn.day)
            group by turn.member_id, turn.day
        ),
        cell_then as (
            select turn.member_id, turn.day,
                (array_agg(cell.organization_id) filter (where cell.valid @> turn.day - 1))[1] as cell_before,
                (array_agg(cell.organization_id) filter (where cell.valid @> turn.day))[1] as cell_after
            from turn
            left join members.cell_assignment as cell
                on cell.province_id = {0} and cell.member_id = turn.member_id and cell.kind = 'OFFICIAL'
                and (cell.valid @> turn.day - 1 or cell.valid @> turn.day)
            group by turn.member_id, turn.day
        ),
        standing as materialized (
            select status_then.*, cell_then.cell_before, cell_then.cell_after,
                case when status_then.status_before in ('OFFICIAL', 'PROBATIONARY') then place_before.path end as path_before,
                case when status_then.status_after in ('OFFICIAL', 'PROBATIONARY') then place_after.path end as path_after
            from status_then
            join cell_then on cell_then.member_id = status_then.member_id and cell_then.day = status_then.day
            left join kernel.organization_tree as place_before
                on place_before.province_id = {0} and place_before.organization_id = cell_then.cell_before and place_before.valid @> cell_then.day - 1
            left join kernel.organization_tree as place_after
                on place_after.province_id = {0} and place_after.organization_id = cell_then.cell_after and place_after.valid @> cell_then.day
        ),
        counted as (
            select top_before.organization_id as key, standing.member_id, standing.day, -1 as change
            from standing
            join kernel.organization_tree as top_before
                on top_before.province_id = {0} and top_before.organization_id = any ({1}) and top_before.valid @> standing.day - 1
            where starts_with(standing.path_before, top_before.path)
            union all
            select top_after.organization_id, standing.member_id, standing.day, 1
            from standing
            join kernel.organization_tree as top_after
                on top_after.province_id = {0} and top_after.organization_id = any ({1}) and top_after.valid @> standing.day
            where starts_with(standing.path_after, top_after.path)
        ),
        movement as (
            select counted.key, counted.member_id, counted.day, sum(counted.change) as change
            from counted
            group by counted.key, counted.member_id, counted.day
            having sum(counted.change) <> 0
        ),
        moved as (
            select movement.key, movement.member_id, movement.day, standing.cell_before, standing.cell_after, standing.status_before,
                case when movement.change > 0 then case
                    when standing.status_before in ('OFFICIAL', 'PROBATIONARY') and standing.cell_before = standing.cell_after then 'JOINED_BY_REORGANIZATION'
                    when standing.status_before in ('OFFICIAL', 'PROBATIONARY') and standing.cell_before is not null then 'MOVED_IN_WITHIN'
                    when standing.status_before in ('OFFICIAL', 'PROBATIONARY', 'TRANSFERRED_OUT') then 'MOVED_IN_FROM_OUTSIDE'
                    when standing.status_before in ('EXPELLED', 'NAME_REMOVED', 'LEFT_ON_REQUEST') then 'RESTORED'
                    when standing.status_after = 'PROBATIONARY' and standing.status_since = movement.day then 'ADMITTED'
                    else 'OTHER_INCREASE'
                end else case
                    when standing.status_after = 'DECEASED' then 'DECEASED'
                    when standing.status_after = 'EXPELLED' then 'EXPELLED'
                    when standing.status_after = 'NAME_REMOVED' then 'NAME_REMOVED'
                    when standing.status_after = 'LEFT_ON_REQUEST' then 'LEFT_ON_REQUEST'
                    when standing.status_after = 'TRANSFERRED_OUT' then 'MOVED_OUT_OF_THE_PROVINCE'
                    when standing.status_after in ('OFFICIAL', 'PROBATIONARY') and standing.cell_before = standing.cell_after then 'LEFT_BY_REORGANIZATION'
                    when standing.status_after in ('OFFICIAL', 'PROBATIONARY') and standing.cell_after is not null then 'MOVED_OUT_WITHIN'
                    else 'OTHER_DECREASE'
                end end as line
            from movement
            join standing on standing.member_id = movement.member_id and standing.day = movement.day
        )
        """;

    private const string CountLines =
        Moved +
        """

        select key as "Key", line as "Line", count(*)::int as "Count", (count(*) filter (where status_before = 'PROBATIONARY'))::int as "Probationary"
        from moved
        group by key, line
        """;

    private const string ListOfLine =
        Moved +
        """

        select listed.key as "Key", listed.day as "Day", listed.member_id as "MemberId", listed.cell_before as "FromCell", listed.cell_after as "ToCell"
        from (
            select moved.*, row_number() over (partition by moved.key order by moved.day, moved.member_id) as place
            from moved
            where moved.line = {4}
        ) as listed
        where listed.place > {6} and listed.place <= {6} + {5}
        order by listed.key, listed.place
        """;

    private const string Sum =
        """
        select above.organization_id as "Key", coalesce(sum(newest.official + newest.probationary), 0)::int as "Count"
        from kernel.organization_tree as above
        join kernel.organization_tree as below
            on below.province_id = above.province_id
            and below.path >= above.path and below.path < above.path_end
            and below.valid @> {2}
        join lateral (
            select counted.official, counted.probationary
            from members.headcount as counted
            where counted.province_id = below.province_id and counted.organization_id = below.organization_id and counted.first_day <= {2}
            order by counted.first_day desc
            limit 1
        ) as newest on true
        where above.province_id = {0} and above.organization_id = any ({1}) and above.valid @> {2}
        group by above.organization_id
        """;

    /// <summary>How many members each line has.</summary>
    public static IQueryable<MovementCount> Count(MembersDbContext db, Guid[] organizations, DateOnly from, DateOnly to) =>
        db.Database.SqlQuery<MovementCount>(FormattableStringFactory.Create(CountLines, db.Province.Value, organizations, from, to));

    /// <summary>Who stands behind a line.</summary>
    public static IQueryable<MovementRow> List(MembersDbContext db, Guid[] organizations, DateOnly from, DateOnly to, string line, int first, int skip) =>
        db.Database.SqlQuery<MovementRow>(FormattableStringFactory.Create(ListOfLine, db.Province.Value, organizations, from, to, line, first, skip));

    /// <summary>How many members there are on a day, with all below by the tree of that day.</summary>
    public static IQueryable<StandingCount> Standing(MembersDbContext db, Guid[] organizations, DateOnly day) =>
        db.Database.SqlQuery<StandingCount>(FormattableStringFactory.Create(Sum, db.Province.Value, organizations, day));
}
