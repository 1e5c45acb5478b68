-- As before, but the award day before is told once: written into the places of its use, as PostgreSQL does with a plain sub-select, it was reckoned anew for each member that a step looked at.
-- And as a function that is not written into the query that asks: it is worked off once by its own plan, whatever order the list has that asks for it.
create or replace function members.badges_due(award_day date, defaults jsonb) returns table (member_id uuid, years integer)
language plpgsql stable rows 500
as $$
#variable_conflict use_column
begin
    return query
    with since as materialized (select members.award_day_before(award_day, defaults) as day)
    select member.id, step.years
    from (
        select (given ->> 'years')::integer as years
        from jsonb_array_elements(kernel.policy_on('members.badges', defaults, award_day) -> 'steps') as given
    ) as step
    cross join since
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
            where badge.province_id = member.province_id and badge.member_id = member.id and badge.years >= step.years);
end
$$;
