-- Pairs of persons who may be one are kept with every change of what they are compared by: to compare a province's members with each other takes a second and a half, and a
-- page of the pairs is asked for each time an officer looks.

create table members.look_alike (
    province_id smallint not null,
    first_member_id uuid not null,
    second_member_id uuid not null,
    ground text not null,
    primary key (province_id, first_member_id, second_member_id),
    foreign key (province_id, first_member_id) references members.member on delete cascade,
    foreign key (province_id, second_member_id) references members.member on delete cascade,
    check (first_member_id < second_member_id)
);
create index look_alike_second on members.look_alike (province_id, second_member_id);
comment on table members.look_alike is 'Persons of one name who may be one, whether or not somebody has told them apart.';

select kernel.protect('members.look_alike');

-- Persons of one name are compared where they were born in one year, and where half of their numbers of identity is the same. Whose data were erased is found nowhere.
create function members.look_alikes_of(asked uuid[]) returns table (first_member_id uuid, second_member_id uuid, ground text)
language sql stable
as $$
    select distinct least(person.id, other.id), greatest(person.id, other.id), alike.ground
    from members.member as person
    join members.member as other on other.province_id = person.province_id and other.name_key = person.name_key and other.id <> person.id and other.search_key <> ''
    cross join lateral (
        select case
            when extract(year from person.birth_date) = extract(year from other.birth_date) then members.duplicate_ground(
                person.birth_date, other.birth_date, person.native_place, other.native_place, person.citizen_id, other.citizen_id)
            when right(person.citizen_id, 6) = right(other.citizen_id, 6) and members.nearly_the_same_number(person.citizen_id, other.citizen_id)
                then 'CITIZEN_ID_NEARLY_THE_SAME'
        end as ground) as alike
    where person.province_id = (select current_setting('app.province')::smallint) and person.id = any (asked) and person.search_key <> '' and alike.ground is not null
$$;

create function members.refresh_look_alikes(asked uuid[]) returns void
language sql
as $$
    with found as materialized (select * from members.look_alikes_of(asked)),
    gone as (
        delete from members.look_alike as pair
        where pair.province_id = (select current_setting('app.province')::smallint)
            and (pair.first_member_id = any (asked) or pair.second_member_id = any (asked))
            and not exists (select from found where (found.first_member_id, found.second_member_id) = (pair.first_member_id, pair.second_member_id))
    )
    insert into members.look_alike as pair (province_id, first_member_id, second_member_id, ground)
    select current_setting('app.province')::smallint, found.first_member_id, found.second_member_id, found.ground from found
    on conflict (province_id, first_member_id, second_member_id) do update set ground = excluded.ground where pair.ground <> excluded.ground;
$$;
comment on function members.refresh_look_alikes is 'Looks anew for whom these members may be registered twice with; pairs that are right already stay untouched.';

create function members.look_alikes_of_newcomers() returns trigger
language plpgsql
as $$
begin
    perform members.refresh_look_alikes(array_agg(id)) from inserted;
    return null;
end
$$;
create trigger look_alikes_inserted after insert on members.member
    referencing new table as inserted for each statement execute function members.look_alikes_of_newcomers();

create function members.look_alikes_of_changed() returns trigger
language plpgsql
as $$
begin
    perform members.refresh_look_alikes(array[new.id]);
    return null;
end
$$;
create trigger look_alikes_changed after update on members.member
    for each row when (
        (old.name_key, old.birth_date, old.native_place, old.citizen_id, old.search_key = '')
        is distinct from (new.name_key, new.birth_date, new.native_place, new.citizen_id, new.search_key = ''))
    execute function members.look_alikes_of_changed();

-- Of whom is there already: each province by itself, because policies show one at a time.
do $$
declare
    province smallint;
begin
    for province in select id from kernel.provinces loop
        perform set_config('app.province', province::text, true);
        perform members.refresh_look_alikes(array(select id from members.member where province_id = province));
    end loop;
    perform set_config('app.province', '', true);
end
$$;

-- As before, but each step is a range of the index of Party ages by itself: without the barrier the planner reads the members of the province once a step.
drop function members.badges_due(date, boolean, jsonb);
create function members.badges_due(award_day date, defaults jsonb) returns table (member_id uuid, years integer)
language sql stable rows 500
as $$
    select member.id, step.years
    from (
        select (given ->> 'years')::integer as years
        from jsonb_array_elements(kernel.policy_on('members.badges', defaults, award_day) -> 'steps') as given
    ) as step
    cross join (select members.award_day_before(award_day, defaults) as day) as since
    cross join lateral (
        select
            (award_day - make_interval(years => step.years))::date + 1 as until,
            (since.day - make_interval(years => step.years))::date - 1 as since
    ) as range
    cross join lateral (
        select entered.province_id, entered.id, (entered.party_age_from + make_interval(years => step.years))::date as reached_on
        from members.member as entered
        where entered.province_id = (select current_setting('app.province')::smallint)
            and entered.party_age_from between range.since and range.until
        offset 0
    ) as member
    where member.reached_on <= award_day
        and member.reached_on > since.day
        and not exists (
            select from members.badge as badge
            where badge.province_id = member.province_id and badge.member_id = member.id and badge.years >= step.years)
$$;

-- Who reached a step by a day, however long ago, and was not awarded it. Most of a province may be, so a page ends as soon as it is full: nothing may stand between it and the members.
create function members.badges_missing(award_day date, defaults jsonb) returns table (member_id uuid, years integer)
language sql stable rows 500
as $$
    select member.id, step.years
    from (
        select (given ->> 'years')::integer as years
        from jsonb_array_elements(kernel.policy_on('members.badges', defaults, award_day) -> 'steps') as given
    ) as step
    join members.member as member
        on member.province_id = (select current_setting('app.province')::smallint)
        and member.party_age_from <= (award_day - make_interval(years => step.years))::date + 1
    where (member.party_age_from + make_interval(years => step.years))::date <= award_day
        and not exists (
            select from members.badge as badge
            where badge.province_id = member.province_id and badge.member_id = member.id and badge.years >= step.years)
$$;
