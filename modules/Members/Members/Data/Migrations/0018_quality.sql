-- What is wrong with records, kept with every change: rules over the rows of one member are looked at when these rows change, so that a province's figures are a sum. What comes by time
-- alone (a probation that is overdue, a slip that is missing) is told when it is asked for, from days that stand beside.

create table members.member_quality (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    is_member boolean not null,
    findings text[] not null,
    joined_on date,
    is_probationary boolean not null,
    temporary_residence_since date,
    last_slip_year integer,
    primary key (province_id, id),
    foreign key (province_id, id) references members.member on delete cascade
);
create index member_quality_organization on members.member_quality (province_id, organization_id);

select kernel.protect('members.member_quality');

create function members.refresh_quality(asked uuid[]) returns void
language sql
as $$
    with shown as (
        select member.*, member.status in ('OFFICIAL', 'PROBATIONARY') as stands
        from members.member as member
        where member.province_id = (select current_setting('app.province')::smallint) and member.id = any (asked)
    )
    insert into members.member_quality as quality
        (province_id, id, organization_id, is_member, findings, joined_on, is_probationary, temporary_residence_since, last_slip_year)
    select member.province_id, member.id, member.organization_id, member.stands,
        array_remove(array[
            case when member.citizen_id is null then 'CITIZEN_ID_IS_MISSING'
                when substr(member.citizen_id, 4, 1)::integer <> (extract(year from member.birth_date)::integer / 100 - 19) * 2 + (member.sex = 'FEMALE')::integer
                    or substr(member.citizen_id, 5, 2) <> to_char(member.birth_date, 'YY') then 'CITIZEN_ID_DOES_NOT_FIT' end,
            case when coalesce(member.admission_decided_on, member.joined_on) < member.birth_date + interval '18 years' or member.joined_on < member.admission_decided_on
                or member.official_on <= member.joined_on then 'DATES_ARE_OUT_OF_ORDER' end,
            case when exists (
                select from members.member as other
                where other.province_id = member.province_id and other.name_key = member.name_key and other.birth_date = member.birth_date and other.id <> member.id
                    and not exists (
                        select from members.different_persons as apart
                        where apart.province_id = member.province_id
                            and apart.first_member_id = least(member.id, other.id) and apart.second_member_id = greatest(member.id, other.id)))
                then 'MAY_BE_REGISTERED_TWICE' end,
            case when member.status = 'OFFICIAL' and member.card_number is null then 'CARD_IS_MISSING' end,
            case when member.cv_number is null then 'CV_NUMBER_IS_MISSING' end,
            case when member.native_place is null then 'NATIVE_PLACE_IS_MISSING' end,
            case when member.religion is null then 'RELIGION_IS_MISSING' end,
            case when member.occupation is null then 'OCCUPATION_IS_MISSING' end,
            case when member.general_education is null or member.professional_level is null or member.political_theory is null then 'EDUCATION_IS_MISSING' end,
            case when member.phone is null then 'PHONE_IS_MISSING' end,
            case when not exists (
                select from members.residence as home
                where home.province_id = member.province_id and home.member_id = member.id and home.kind = 'PERMANENT' and upper_inf(home.valid)) then 'RESIDENCE_IS_MISSING' end,
            case when not exists (
                select from members.admission_detail as detail
                where detail.province_id = member.province_id and detail.member_id = member.id and detail.first_sponsor is not null) then 'SPONSORS_ARE_MISSING' end,
            case when not exists (
                select from members.career_entry as career where career.province_id = member.province_id and career.member_id = member.id) then 'CAREER_IS_MISSING' end,
            case when not exists (
                select from members.family_member as relative where relative.province_id = member.province_id and relative.member_id = member.id) then 'FAMILY_IS_MISSING' end
        ], null),
        member.joined_on, member.status = 'PROBATIONARY',
        (
            select lower(stay.valid) from members.residence as stay
            where stay.province_id = member.province_id and stay.member_id = member.id and stay.kind = 'TEMPORARY' and upper_inf(stay.valid)),
        (
            select max(slip.year) from members.supplement_slip as slip
            where slip.province_id = member.province_id and slip.member_id = member.id and slip.state in ('SUBMITTED', 'ACCEPTED'))
    from shown as member
    on conflict (province_id, id) do update set
        organization_id = excluded.organization_id, is_member = excluded.is_member, findings = excluded.findings, joined_on = excluded.joined_on,
        is_probationary = excluded.is_probationary, temporary_residence_since = excluded.temporary_residence_since, last_slip_year = excluded.last_slip_year
    where (quality.organization_id, quality.is_member, quality.findings, quality.joined_on, quality.is_probationary, quality.temporary_residence_since, quality.last_slip_year)
        is distinct from (excluded.organization_id, excluded.is_member, excluded.findings, excluded.joined_on, excluded.is_probationary,
            excluded.temporary_residence_since, excluded.last_slip_year);
$$;
comment on function members.refresh_quality is 'Looks at the records of these members anew; rows that are right already stay untouched.';

-- The findings of a day: those that are kept, and those that time brings.
create function members.quality_on(
    day date, findings text[], joined_on date, is_probationary boolean, temporary_residence_since date, last_slip_year integer,
    probation_months integer, residence_months integer, first_slip_year integer) returns text[]
language sql immutable parallel safe
as $$
    select findings || array_remove(array[
        case when is_probationary and joined_on + make_interval(months => probation_months) < day then 'PROBATION_IS_OVERDUE' end,
        case when temporary_residence_since + make_interval(months => residence_months) < day then 'TEMPORARY_RESIDENCE_HAS_EXPIRED' end,
        case when extract(year from day)::integer > first_slip_year and extract(year from joined_on) < extract(year from day)
            and coalesce(last_slip_year, 0) < extract(year from day)::integer - 1 then 'SLIP_IS_MISSING' end
    ], null);
$$;

-- Who came into the register, with those who bear the same name and birth date.
create function members.quality_of_newcomers() returns trigger
language plpgsql
as $$
begin
    perform members.refresh_quality(array_agg(touched.id)) from (
        select id from inserted
        union
        select other.id from inserted as newcomer
        join members.member as other
            on other.province_id = newcomer.province_id and other.name_key = newcomer.name_key and other.birth_date = newcomer.birth_date) as touched;
    return null;
end
$$;
create trigger quality_inserted after insert on members.member
    referencing new table as inserted for each statement execute function members.quality_of_newcomers();

create function members.quality_of_changed() returns trigger
language plpgsql
as $$
begin
    perform members.refresh_quality(array_agg(touched.id)) from (
        select new.id
        union
        select other.id from members.member as other
        where (old.name_key, old.birth_date) is distinct from (new.name_key, new.birth_date) and other.province_id = new.province_id
            and (other.name_key, other.birth_date) in ((old.name_key, old.birth_date), (new.name_key, new.birth_date))) as touched;
    return null;
end
$$;
create trigger quality_changed after update on members.member
    for each row when (
        (old.name_key, old.birth_date, old.sex, old.citizen_id, old.religion, old.native_place, old.occupation, old.general_education, old.professional_level,
            old.political_theory, old.phone, old.status, old.card_number, old.cv_number, old.admission_decided_on, old.joined_on, old.official_on, old.organization_id)
        is distinct from
        (new.name_key, new.birth_date, new.sex, new.citizen_id, new.religion, new.native_place, new.occupation, new.general_education, new.professional_level,
            new.political_theory, new.phone, new.status, new.card_number, new.cv_number, new.admission_decided_on, new.joined_on, new.official_on, new.organization_id))
    execute function members.quality_of_changed();

-- Facts that hang on members.
create function members.quality_of_facts() returns trigger
language plpgsql
as $$
begin
    if tg_op = 'INSERT' then
        perform members.refresh_quality(array_agg(distinct member_id)) from inserted;
    elsif tg_op = 'DELETE' then
        perform members.refresh_quality(array_agg(distinct member_id)) from deleted;
    else
        perform members.refresh_quality(array_agg(distinct member_id)) from inserted;
    end if;
    return null;
end
$$;

do $$
declare
    fact text;
begin
    foreach fact in array array['residence', 'admission_detail', 'career_entry', 'family_member', 'supplement_slip'] loop
        execute format(
            'create trigger quality_inserted after insert on members.%I referencing new table as inserted for each statement execute function members.quality_of_facts()', fact);
        execute format(
            'create trigger quality_changed after update on members.%I referencing new table as inserted for each statement execute function members.quality_of_facts()', fact);
        execute format(
            'create trigger quality_deleted after delete on members.%I referencing old table as deleted for each statement execute function members.quality_of_facts()', fact);
    end loop;
end
$$;

create function members.quality_of_pairs() returns trigger
language plpgsql
as $$
begin
    perform members.refresh_quality(array[coalesce(new.first_member_id, old.first_member_id), coalesce(new.second_member_id, old.second_member_id)]);
    return null;
end
$$;
create trigger quality_told_apart after insert or delete on members.different_persons
    for each row execute function members.quality_of_pairs();
