-- What time brings, each finding by itself, so that counts build no array for each of a province's members. members.quality_on tells the same for one.

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
