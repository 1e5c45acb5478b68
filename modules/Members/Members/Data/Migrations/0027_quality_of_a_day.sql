-- What time brings, each finding by itself, so that counts and lists ask for what they need and build no array for each of a province's members.

create function members.probation_is_overdue(day date, is_probationary boolean, joined_on date, months integer) returns boolean
language sql immutable parallel safe
as $$
    select coalesce(is_probationary and joined_on + make_interval(months => months) < day, false)
$$;

create function members.residence_has_expired(day date, since date, months integer) returns boolean
language sql immutable parallel safe
as $$
    select coalesce(since + make_interval(months => months) < day, false)
$$;

create function members.slip_is_missing(day date, joined_on date, last_slip_year integer, first_slip_year integer) returns boolean
language sql immutable parallel safe
as $$
    select coalesce(
        extract(year from day)::integer > first_slip_year and joined_on < make_date(extract(year from day)::integer, 1, 1)
            and coalesce(last_slip_year, 0) < extract(year from day)::integer - 1,
        false)
$$;

create or replace function members.quality_on(
    day date, findings text[], joined_on date, is_probationary boolean, temporary_residence_since date, last_slip_year integer,
    probation_months integer, residence_months integer, first_slip_year integer) returns text[]
language sql immutable parallel safe
as $$
    select findings || array_remove(array[
        case when members.probation_is_overdue(day, is_probationary, joined_on, probation_months) then 'PROBATION_IS_OVERDUE' end,
        case when members.residence_has_expired(day, temporary_residence_since, residence_months) then 'TEMPORARY_RESIDENCE_HAS_EXPIRED' end,
        case when members.slip_is_missing(day, joined_on, last_slip_year, first_slip_year) then 'SLIP_IS_MISSING' end
    ], null);
$$;
