-- Letters that are over are counted too: a year of a province adds up a row a cell and year, and reads members one by one only where one had letters of several cells in the same year.

-- Where and in which years a member's letters that are over still count. A member whose letter at the cell was followed by another of the same cell counts with the one that holds.
create table residence_liaison.letter_past (
    province_id smallint not null,
    cell_id uuid not null,
    year integer not null,
    member_id uuid not null,
    -- Whether no letter of the cell that covers the year holds still, so that the member is not among the held.
    is_over boolean not null,
    -- Whether letters of other cells cover the year too: organizations above several of them count the member once.
    is_shared boolean not null,
    primary key (province_id, cell_id, year, member_id),
    -- Everything else is told by the letters that hold.
    check (is_over or is_shared)
);
create index letter_past_member on residence_liaison.letter_past (province_id, member_id);
create index letter_past_shared on residence_liaison.letter_past (province_id, cell_id, year) include (member_id) where is_shared;
select kernel.protect('residence_liaison.letter_past');

-- How many members count in the year by letters of the cell that are over.
alter table residence_liaison.letter_count add column past integer not null default 0 check (past >= 0);
alter table residence_liaison.letter_count alter column past drop default;

create or replace function residence_liaison.move_letter_counts(moves residence_liaison.letter_count[]) returns void
language sql
as $$
    insert into residence_liaison.letter_count
    select moved.province_id, moved.organization_id, moved.year, 0, 0, 0, 0 from unnest(moves) as moved order by moved.organization_id, moved.year
    on conflict do nothing;
    select from residence_liaison.letter_count as kept
    where kept.province_id = (select current_setting('app.province')::smallint)
        and (kept.organization_id, kept.year) in (select moved.organization_id, moved.year from unnest(moves) as moved)
    order by kept.organization_id, kept.year for update;
    update residence_liaison.letter_count as kept
    set issued = kept.issued + moved.issued, received = kept.received + moved.received, held = kept.held + moved.held, past = kept.past + moved.past
    from unnest(moves) as moved
    where kept.province_id = moved.province_id and kept.organization_id = moved.organization_id and kept.year = moved.year;
$$;

-- What the letters of members say of their past, by the rows as they stand.
create function residence_liaison.past_of_letters(members uuid[]) returns setof residence_liaison.letter_past
language sql stable
as $$
    with letter as materialized (
        select listed.province_id, listed.member_id, listed.cell_id, listed.letter_year, extract(year from listed.closed_on)::integer as last_year
        from residence_liaison.introduction as listed
        where listed.province_id = (select current_setting('app.province')::smallint) and listed.member_id = any (members) and listed.letter_year is not null
    ),
    past as (
        select letter.province_id, letter.member_id, letter.cell_id, covered.year
        from letter cross join lateral generate_series(letter.letter_year, letter.last_year) as covered (year)
        where letter.last_year is not null
    ),
    -- The letter that holds covers each of these years from its own on.
    standing as (
        select past.*, false as holds from past
        union all
        select held.province_id, held.member_id, held.cell_id, past.year, true
        from letter as held join past on past.member_id = held.member_id and past.year >= held.letter_year
        where held.last_year is null
    ),
    place as (
        select standing.province_id, standing.cell_id, standing.year, standing.member_id, not bool_or(standing.holds) as is_over,
            count(*) over (partition by standing.member_id, standing.year) > 1 as is_shared
        from standing group by standing.province_id, standing.cell_id, standing.year, standing.member_id
    )
    select place.province_id, place.cell_id, place.year, place.member_id, place.is_over, place.is_shared from place where place.is_over or place.is_shared
$$;
comment on function residence_liaison.past_of_letters is 'In which years members count by letters that are over, by the introductions.';

-- Writes the past of members anew, where one of their letters is over or was.
create function residence_liaison.renew_past_of_letters(members uuid[]) returns residence_liaison.letter_count[]
language plpgsql
as $$
declare
    concerned uuid[];
    moves residence_liaison.letter_count[];
begin
    -- Of two changes to letters of one member at the same time, the later one is made again after the earlier one.
    select array_agg(distinct locked.member_id) into concerned
    from (
        select listed.member_id from residence_liaison.introduction as listed
        where listed.province_id = (select current_setting('app.province')::smallint) and listed.member_id = any (members) and listed.letter_year is not null and listed.closed_on is not null
        order by listed.id for no key update
    ) as locked;
    with gone as (
        delete from residence_liaison.letter_past as kept
        where kept.province_id = (select current_setting('app.province')::smallint) and kept.member_id = any (members)
        returning kept.province_id, kept.cell_id, kept.year, kept.is_over
    )
    select array_agg((gone.province_id, gone.cell_id, gone.year, 0, 0, 0, -1)::residence_liaison.letter_count) into moves from gone where gone.is_over;
    if concerned is null then
        return moves;
    end if;
    with come as (
        insert into residence_liaison.letter_past select * from residence_liaison.past_of_letters(concerned)
        returning letter_past.province_id, letter_past.cell_id, letter_past.year, letter_past.is_over
    )
    select moves || array_agg((come.province_id, come.cell_id, come.year, 0, 0, 0, 1)::residence_liaison.letter_count) into moves from come where come.is_over;
    return moves;
end
$$;
comment on function residence_liaison.renew_past_of_letters is 'Writes anew in which years members count by letters that are over, and answers how the counts move.';

create or replace function residence_liaison.recount_letters_touched() returns trigger
language plpgsql
as $$
declare
    came residence_liaison.letter_count[];
    went residence_liaison.letter_count[];
    members uuid[];
    past residence_liaison.letter_count[];
    moves residence_liaison.letter_count[];
begin
    if tg_op <> 'DELETE' then
        select array_agg((province_id, cell_id, letter_year, 1, (received_on is not null)::int, (closed_on is null)::int, 0)::residence_liaison.letter_count), array_agg(distinct member_id)
        into came, members
        from inserted where letter_year is not null;
    end if;
    if tg_op <> 'INSERT' then
        select array_agg((province_id, cell_id, letter_year, -1, -(received_on is not null)::int, -(closed_on is null)::int, 0)::residence_liaison.letter_count), array_agg(distinct member_id)
        into went, members
        from deleted where letter_year is not null;
    end if;
    if tg_op = 'UPDATE' then
        -- A step that changes neither member, cell, year nor end of a letter leaves the past as it is.
        select array_agg(distinct changed.member_id) into members
        from (
            (select id, member_id, cell_id, letter_year, closed_on from inserted where letter_year is not null
             except select id, member_id, cell_id, letter_year, closed_on from deleted)
            union all
            (select id, member_id, cell_id, letter_year, closed_on from deleted where letter_year is not null
             except select id, member_id, cell_id, letter_year, closed_on from inserted)
        ) as changed;
    end if;
    if members is not null then
        past := residence_liaison.renew_past_of_letters(members);
    end if;
    select array_agg((moved.province_id, moved.organization_id, moved.year, moved.issued, moved.received, moved.held, moved.past)::residence_liaison.letter_count) into moves
    from (
        select one.province_id, one.organization_id, one.year, sum(one.issued) as issued, sum(one.received) as received, sum(one.held) as held, sum(one.past) as past
        from unnest(came || went || past) as one
        group by one.province_id, one.organization_id, one.year
    ) as moved
    where (moved.issued, moved.received, moved.held, moved.past) <> (0, 0, 0, 0);
    if moves is not null then
        perform residence_liaison.move_letter_counts(moves);
    end if;
    return null;
end
$$;

create or replace function residence_liaison.recount_letters() returns void
language sql
as $$
    delete from residence_liaison.letter_count where province_id = (select current_setting('app.province')::smallint);
    delete from residence_liaison.letter_past where province_id = (select current_setting('app.province')::smallint);
    insert into residence_liaison.letter_past
    select * from residence_liaison.past_of_letters(array(
        select distinct listed.member_id from residence_liaison.introduction as listed
        where listed.province_id = (select current_setting('app.province')::smallint) and listed.letter_year is not null and listed.closed_on is not null));
    insert into residence_liaison.letter_count
    select counted.province_id, counted.cell_id, counted.year, sum(counted.issued), sum(counted.received), sum(counted.held), sum(counted.past)
    from (
        select listed.province_id, listed.cell_id, listed.letter_year as year, 1 as issued, (listed.received_on is not null)::int as received, (listed.closed_on is null)::int as held, 0 as past
        from residence_liaison.introduction as listed
        where listed.province_id = (select current_setting('app.province')::smallint) and listed.letter_year is not null
        union all
        select kept.province_id, kept.cell_id, kept.year, 0, 0, 0, 1
        from residence_liaison.letter_past as kept
        where kept.province_id = (select current_setting('app.province')::smallint) and kept.is_over
    ) as counted
    group by counted.province_id, counted.cell_id, counted.year;
$$;

drop index residence_liaison.introduction_over;

do $$
declare
    province smallint;
begin
    for province in select id from kernel.provinces loop
        perform set_config('app.province', province::text, true);
        perform residence_liaison.recount_letters();
    end loop;
    perform set_config('app.province', '', true);
end
$$;
