-- The counted membership of every cell (đảng số) as of any day. A province has about as many changes of membership as members, so
-- counting rows would read them all; here a cell has one row per day on which its numbers changed, and a province is the sum of one row a cell.
-- Triggers recount the cells that a statement touched from the facts themselves, so no way of writing can forget it.

create table members.headcount (
    province_id smallint not null,
    organization_id uuid not null,
    first_day date not null,
    next_day date,
    official integer not null check (official >= 0),
    probationary integer not null check (probationary >= 0),
    applicants integer not null check (applicants >= 0),
    sympathizers integer not null check (sympathizers >= 0),
    primary key (province_id, organization_id, first_day),
    check (next_day > first_day)
);
-- Today's numbers without the past, from the index alone.
create index headcount_today on members.headcount (province_id, organization_id)
    include (official, probationary, applicants, sympathizers) where next_day is null;
select kernel.protect('members.headcount');

create function members.recount(cells uuid[]) returns void
language sql
as $$
    with listed as (
        select assignment.organization_id, standing.status, assignment.valid * standing.valid as period
        from members.cell_assignment as assignment
        join members.membership_status as standing
            on standing.province_id = assignment.province_id
            and standing.member_id = assignment.member_id
            -- Not written with &&, which would draw the planner to the index of the exclusion constraint, ten times slower to search.
            and not isempty(standing.valid * assignment.valid)
        where assignment.province_id = (select current_setting('app.province')::smallint)
            and assignment.organization_id = any (cells)
            and assignment.kind = 'OFFICIAL'
            and standing.status in ('OFFICIAL', 'PROBATIONARY', 'APPLICANT', 'SYMPATHIZER')
    ),
    step as (
        select organization_id, status, lower(period) as day, 1 as change from listed
        union all
        select organization_id, status, upper(period), -1 from listed where not upper_inf(period)
    ),
    change as (
        select organization_id, day,
            sum(change) filter (where status = 'OFFICIAL') as official,
            sum(change) filter (where status = 'PROBATIONARY') as probationary,
            sum(change) filter (where status = 'APPLICANT') as applicants,
            sum(change) filter (where status = 'SYMPATHIZER') as sympathizers
        from step
        group by organization_id, day
    ),
    counted as (
        select organization_id, day as first_day,
            lead(day) over line as next_day,
            coalesce(sum(official) over line, 0) as official,
            coalesce(sum(probationary) over line, 0) as probationary,
            coalesce(sum(applicants) over line, 0) as applicants,
            coalesce(sum(sympathizers) over line, 0) as sympathizers
        from change
        window line as (partition by organization_id order by day)
    ),
    written as (
        insert into members.headcount as headcount
            (province_id, organization_id, first_day, next_day, official, probationary, applicants, sympathizers)
        select (select current_setting('app.province')::smallint),
            organization_id, first_day, next_day, official, probationary, applicants, sympathizers
        from counted
        on conflict (province_id, organization_id, first_day) do update set
            next_day = excluded.next_day, official = excluded.official, probationary = excluded.probationary,
            applicants = excluded.applicants, sympathizers = excluded.sympathizers
        where (headcount.next_day, headcount.official, headcount.probationary, headcount.applicants, headcount.sympathizers)
            is distinct from (excluded.next_day, excluded.official, excluded.probationary, excluded.applicants, excluded.sympathizers)
    )
    delete from members.headcount as headcount
    where headcount.province_id = (select current_setting('app.province')::smallint)
        and headcount.organization_id = any (cells)
        and not exists (
            select from counted
            where counted.organization_id = headcount.organization_id and counted.first_day = headcount.first_day);
$$;
comment on function members.recount is 'Makes the headcounts of these cells anew from assignments and statuses; rows that are right already stay untouched.';

create function members.recount_many(cells uuid[]) returns void
language sql
-- Of a table that a file has just filled the planner knows nothing, and would look up every member by itself.
set enable_nestloop = off
as $$
    select members.recount(cells);
$$;
comment on function members.recount_many is 'As recount, for so many members that reading all is faster than looking each up.';

create function members.recount_after_assignments() returns trigger
language plpgsql
as $$
declare
    cells uuid[];
    changes bigint;
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct organization_id), count(*) into cells, changes from inserted;
    elsif tg_op = 'DELETE' then
        select array_agg(distinct organization_id), count(*) into cells, changes from deleted;
    else
        select array_agg(distinct organization_id), count(*) into cells, changes
        from (select organization_id from inserted union all select organization_id from deleted) as touched;
    end if;
    if changes > 1000 then
        perform members.recount_many(cells);
    elsif changes > 0 then
        perform members.recount(cells);
    end if;
    return null;
end
$$;

create function members.recount_after_statuses() returns trigger
language plpgsql
as $$
declare
    people uuid[];
    cells uuid[];
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct member_id) into people from inserted;
    elsif tg_op = 'DELETE' then
        select array_agg(distinct member_id) into people from deleted;
    else
        select array_agg(distinct member_id) into people
        from (select member_id from inserted union all select member_id from deleted) as touched;
    end if;
    if people is null then
        return null;
    end if;
    select array_agg(distinct organization_id) into cells
    from members.cell_assignment
    where province_id = (select current_setting('app.province')::smallint) and member_id = any (people);
    if cells is null then
        return null;
    end if;
    if cardinality(people) > 1000 then
        perform members.recount_many(cells);
    else
        perform members.recount(cells);
    end if;
    return null;
end
$$;

create trigger recount_inserted after insert on members.cell_assignment
    referencing new table as inserted for each statement execute function members.recount_after_assignments();
create trigger recount_updated after update on members.cell_assignment
    referencing old table as deleted new table as inserted for each statement execute function members.recount_after_assignments();
create trigger recount_deleted after delete on members.cell_assignment
    referencing old table as deleted for each statement execute function members.recount_after_assignments();

create trigger recount_inserted after insert on members.membership_status
    referencing new table as inserted for each statement execute function members.recount_after_statuses();
create trigger recount_updated after update on members.membership_status
    referencing old table as deleted new table as inserted for each statement execute function members.recount_after_statuses();
create trigger recount_deleted after delete on members.membership_status
    referencing old table as deleted for each statement execute function members.recount_after_statuses();
