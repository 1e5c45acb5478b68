-- Lists of members by a finding, or by what their files lack, first ask whether few of a province fit: then these are looked up, else the list is read in its order until the page is full. What
-- tells it is an index that holds all that findings and papers follow from; the table is three times as large.

create function members.finding_bit(finding text) returns bigint
language sql immutable parallel safe
as $$
    select 1::bigint << array_position(
        array[
            'CITIZEN_ID_IS_MISSING', 'CITIZEN_ID_DOES_NOT_FIT', 'DATES_ARE_OUT_OF_ORDER', 'MAY_BE_REGISTERED_TWICE', 'CARD_IS_MISSING', 'CV_NUMBER_IS_MISSING', 'NATIVE_PLACE_IS_MISSING',
            'RELIGION_IS_MISSING', 'OCCUPATION_IS_MISSING', 'EDUCATION_IS_MISSING', 'PHONE_IS_MISSING', 'RESIDENCE_IS_MISSING', 'SPONSORS_ARE_MISSING', 'CAREER_IS_MISSING', 'FAMILY_IS_MISSING'],
        finding)
$$;
comment on function members.finding_bit is 'The bit of a finding that is kept, in member_quality.bits_of_findings; null of those that time brings.';

create function members.finding_bits(findings text[]) returns bigint
language sql immutable parallel safe
as $$
    select coalesce(bit_or(members.finding_bit(finding)), 0) from unnest(findings) as finding
$$;

alter table members.member_quality add column bits_of_findings bigint not null generated always as (members.finding_bits(findings)) stored;
comment on column members.member_quality.bits_of_findings is 'The findings, a bit each.';

drop index members.member_quality_joined_on;
create index member_quality_joined_on on members.member_quality (province_id, joined_on)
    include (id, is_probationary, papers, bits_of_findings, temporary_residence_since, last_slip_year) where is_member;

-- Whether a record has a finding on a day. The findings that time brings are told by the functions that count them, too.
create function members.has_finding(
    finding text, day date, findings text[], joined_on date, is_probationary boolean, temporary_residence_since date, last_slip_year integer,
    probation_months integer, residence_months integer, first_slip_year integer) returns boolean
language sql immutable parallel safe
as $$
    select case finding
        when 'PROBATION_IS_OVERDUE' then members.probation_is_overdue(day, is_probationary, joined_on, probation_months)
        when 'TEMPORARY_RESIDENCE_HAS_EXPIRED' then members.residence_has_expired(day, temporary_residence_since, residence_months)
        when 'SLIP_IS_MISSING' then members.slip_is_missing(day, joined_on, last_slip_year, first_slip_year)
        else finding = any (findings) end
$$;

-- Planned for its values, so that what follows from these alone is reckoned once and not for each member of the province.
create function members.few_with_finding(finding text, day date, probation_months integer, residence_months integer, first_slip_year integer) returns uuid[]
language plpgsql stable set plan_cache_mode = force_custom_plan
as $$
declare
    bit bigint := members.finding_bit(finding);
    fitting uuid[];
begin
    select coalesce(array_agg(first.id), '{}') into fitting
    from (
        select quality.id from members.member_quality as quality
        where quality.province_id = (select current_setting('app.province')::smallint) and quality.is_member
            and case finding
                when 'PROBATION_IS_OVERDUE' then members.probation_is_overdue(day, quality.is_probationary, quality.joined_on, probation_months)
                when 'TEMPORARY_RESIDENCE_HAS_EXPIRED' then members.residence_has_expired(day, quality.temporary_residence_since, residence_months)
                when 'SLIP_IS_MISSING' then members.slip_is_missing(day, quality.joined_on, quality.last_slip_year, first_slip_year)
                else quality.bits_of_findings & bit <> 0 end
        limit 1001
    ) as first;
    return case when cardinality(fitting) <= 1000 then fitting end;
end
$$;
comment on function members.few_with_finding is 'Who has a finding on a day, where at most a thousand of a province have it; null where more do.';

drop function members.few_files;
create function members.few_files(defaults jsonb, day date, kinds bigint, lacks_any boolean) returns uuid[]
language plpgsql stable set plan_cache_mode = force_custom_plan
as $$
declare
    policy jsonb := kernel.policy_on('members.file-papers', defaults, day);
    of_probationary bigint := members.asked_papers(policy, true) & kinds;
    of_official bigint := members.asked_papers(policy, false) & kinds;
    joined_from date := policy ->> 'joinedFrom';
    fitting uuid[];
begin
    select coalesce(array_agg(first.id), '{}') into fitting
    from (
        select quality.id from members.member_quality as quality
        where quality.province_id = (select current_setting('app.province')::smallint) and quality.is_member and quality.joined_on >= joined_from
            and (case when quality.is_probationary then of_probationary else of_official end & ~quality.papers <> 0) = lacks_any
        limit 1001
    ) as first;
    return case when cardinality(fitting) <= 1000 then fitting end;
end
$$;
comment on function members.few_files is 'Whose files lack any of these kinds of papers, which are asked for on the day, or lack none of them, where that are at most a thousand of a province; null where more do.';
