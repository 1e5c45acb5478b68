-- The letters of each cell by the year of their register, moved by triggers with the rows: years beside each other add up a row a cell and year, and read single letters only where a letter is over.
create table residence_liaison.letter_count (
    province_id smallint not null,
    -- The member's own cell.
    organization_id uuid not null,
    year integer not null,
    issued integer not null check (issued >= 0),
    received integer not null check (received >= 0),
    -- Of the issued ones those that hold still.
    held integer not null check (held >= 0),
    primary key (province_id, organization_id, year)
);
select kernel.protect('residence_liaison.letter_count');

-- Letters that are over count until the year of their end, and of a member who got another one the two count once.
create index introduction_over on residence_liaison.introduction (province_id, cell_id, letter_year, closed_on) include (member_id) where closed_on is not null and letter_year is not null;

create function residence_liaison.move_letter_counts(moves residence_liaison.letter_count[]) returns void
language sql
as $$
    insert into residence_liaison.letter_count
    select moved.province_id, moved.organization_id, moved.year, 0, 0, 0 from unnest(moves) as moved order by moved.organization_id, moved.year
    on conflict do nothing;
    select from residence_liaison.letter_count as kept
    where kept.province_id = (select current_setting('app.province')::smallint)
        and (kept.organization_id, kept.year) in (select moved.organization_id, moved.year from unnest(moves) as moved)
    order by kept.organization_id, kept.year for update;
    update residence_liaison.letter_count as kept
    set issued = kept.issued + moved.issued, received = kept.received + moved.received, held = kept.held + moved.held
    from unnest(moves) as moved
    where kept.province_id = moved.province_id and kept.organization_id = moved.organization_id and kept.year = moved.year;
$$;
comment on function residence_liaison.move_letter_counts is 'Adds to the counts of letters what came, and takes from them what went.';

create function residence_liaison.recount_letters_touched() returns trigger
language plpgsql
as $$
declare
    came residence_liaison.letter_count[];
    went residence_liaison.letter_count[];
    moves residence_liaison.letter_count[];
begin
    if tg_op <> 'DELETE' then
        select array_agg((province_id, cell_id, letter_year, 1, (received_on is not null)::int, (closed_on is null)::int)::residence_liaison.letter_count) into came
        from inserted where letter_year is not null;
    end if;
    if tg_op <> 'INSERT' then
        select array_agg((province_id, cell_id, letter_year, -1, -(received_on is not null)::int, -(closed_on is null)::int)::residence_liaison.letter_count) into went
        from deleted where letter_year is not null;
    end if;
    select array_agg((moved.province_id, moved.organization_id, moved.year, moved.issued, moved.received, moved.held)::residence_liaison.letter_count) into moves
    from (
        select one.province_id, one.organization_id, one.year, sum(one.issued) as issued, sum(one.received) as received, sum(one.held) as held
        from unnest(came || went) as one
        group by one.province_id, one.organization_id, one.year
    ) as moved
    where (moved.issued, moved.received, moved.held) <> (0, 0, 0);
    if moves is not null then
        perform residence_liaison.move_letter_counts(moves);
    end if;
    return null;
end
$$;

create trigger recount_letters_inserted after insert on residence_liaison.introduction
    referencing new table as inserted for each statement execute function residence_liaison.recount_letters_touched();
create trigger recount_letters_updated after update on residence_liaison.introduction
    referencing old table as deleted new table as inserted for each statement execute function residence_liaison.recount_letters_touched();
create trigger recount_letters_deleted after delete on residence_liaison.introduction
    referencing old table as deleted for each statement execute function residence_liaison.recount_letters_touched();

create function residence_liaison.recount_letters() returns void
language sql
as $$
    delete from residence_liaison.letter_count where province_id = (select current_setting('app.province')::smallint);
    insert into residence_liaison.letter_count
    select listed.province_id, listed.cell_id, listed.letter_year, count(*), count(listed.received_on), count(*) filter (where listed.closed_on is null)
    from residence_liaison.introduction as listed
    where listed.province_id = (select current_setting('app.province')::smallint) and listed.letter_year is not null
    group by listed.province_id, listed.cell_id, listed.letter_year;
$$;
comment on function residence_liaison.recount_letters is 'Makes the counts of letters of the province anew from the introductions.';

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
