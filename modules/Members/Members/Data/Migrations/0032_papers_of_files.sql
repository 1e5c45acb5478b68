-- Which papers the file of a member holds (MEM-07), kept beside what else is told of the record: a member's papers are up to two dozen rows, and a province asks for those of all its members at once.

-- Papers of the admission and the recognition that had no kind of their own.
alter table members.member_document drop constraint member_document_kind_check;
alter table members.member_document add constraint member_document_kind_check check (kind in (
    'AWARENESS_CERTIFICATE', 'APPLICATION', 'APPLICANT_CV', 'SPONSORSHIP', 'OPINIONS', 'ADMISSION_RESOLUTION', 'ADMISSION_APPRAISAL', 'ADMISSION_DECISION', 'MEMBER_CV', 'MEMBER_SHEET',
    'SUPPLEMENT_SLIP', 'NEW_MEMBER_CERTIFICATE', 'SELF_REVIEW', 'HELPER_COMMENT', 'PROBATION_OPINIONS', 'RECOGNITION_RESOLUTION', 'RECOGNITION_DECISION', 'INTRODUCTION_PAPER',
    'OTHER_DECISION', 'CERTIFICATE', 'IDENTITY_PAPER', 'OTHER'));

create function members.paper_bit(kind text) returns bigint
language sql immutable parallel safe
as $$
    select 1::bigint << array_position(
        array[
            'AWARENESS_CERTIFICATE', 'APPLICATION', 'APPLICANT_CV', 'SPONSORSHIP', 'OPINIONS', 'ADMISSION_RESOLUTION', 'ADMISSION_APPRAISAL', 'ADMISSION_DECISION', 'MEMBER_CV', 'MEMBER_SHEET',
            'SUPPLEMENT_SLIP', 'NEW_MEMBER_CERTIFICATE', 'SELF_REVIEW', 'HELPER_COMMENT', 'PROBATION_OPINIONS', 'RECOGNITION_RESOLUTION', 'RECOGNITION_DECISION', 'INTRODUCTION_PAPER',
            'OTHER_DECISION', 'CERTIFICATE', 'IDENTITY_PAPER', 'OTHER'],
        kind)
$$;
comment on function members.paper_bit is 'The bit of a kind of paper in member_quality.papers. New kinds come at the end, because the bits are kept.';

alter table members.member_quality add column papers bigint not null default 0;
comment on column members.member_quality.papers is 'The kinds of papers that the file holds, a bit each.';

-- Whose papers are asked for is told from the index alone; the table is three times as large.
create index member_quality_joined_on on members.member_quality (province_id, joined_on) include (id, is_probationary, papers) where is_member;

create function members.refresh_papers(asked uuid[]) returns void
language plpgsql
as $$
begin
    -- Of two who change papers of one file at once the second one sees what the first one wrote.
    perform from members.member_quality as quality
    where quality.province_id = (select current_setting('app.province')::smallint) and quality.id = any (asked)
    order by quality.id
    for update;

    update members.member_quality as quality set papers = held.papers
    from (
        select file.id, coalesce(bit_or(members.paper_bit(document.kind)), 0) as papers
        from unnest(asked) as file (id)
        left join members.member_document as document
            on document.province_id = (select current_setting('app.province')::smallint) and document.member_id = file.id
        group by file.id
    ) as held
    where quality.province_id = (select current_setting('app.province')::smallint) and quality.id = held.id and quality.papers <> held.papers;
end
$$;
comment on function members.refresh_papers is 'Looks anew at which papers the files of these members hold; rows that are right already stay untouched.';

create function members.papers_of_documents() returns trigger
language plpgsql
as $$
begin
    if tg_op = 'INSERT' then
        perform members.refresh_papers(array_agg(distinct member_id)) from inserted;
    else
        perform members.refresh_papers(array_agg(distinct member_id)) from deleted;
    end if;
    return null;
end
$$;
create trigger papers_inserted after insert on members.member_document
    referencing new table as inserted for each statement execute function members.papers_of_documents();
create trigger papers_deleted after delete on members.member_document
    referencing old table as deleted for each statement execute function members.papers_of_documents();

-- A paper becomes one of another kind, or goes over to another record of the same person. Papers that follow a member to another cell change nothing here.
create function members.papers_of_changed_document() returns trigger
language plpgsql
as $$
begin
    perform members.refresh_papers(array[old.member_id, new.member_id]);
    return null;
end
$$;
create trigger papers_changed after update on members.member_document
    for each row when ((old.kind, old.member_id) is distinct from (new.kind, new.member_id)) execute function members.papers_of_changed_document();

-- The papers that a policy asks for, of a probationary member or of an official one.
create function members.asked_papers(policy jsonb, is_probationary boolean) returns bigint
language sql immutable parallel safe
as $$
    select coalesce(bit_or(members.paper_bit(kind)), 0)
    from jsonb_array_elements_text(
        (policy -> 'atApplication') || (policy -> 'atAdmission') || case when is_probationary then '[]' else policy -> 'atRecognition' end) as kind
$$;

-- Called immutable so that the planner, which plans each list of such files anew, asks it while it plans: it then looks up the few that fit, or reads along the order of the list where
-- many do. Whatever the answer, the conditions beside it say whose file fits.
create function members.few_files(defaults jsonb, day date, kinds bigint, lacks_any boolean) returns uuid[]
language plpgsql immutable
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
comment on function members.few_files is 'Whose files lack any of these kinds of papers, which are asked for on the day, or lack none of them; null where that are many.';

-- Of the papers that are there already: each province by itself, because policies show one at a time.
do $$
declare
    province smallint;
begin
    for province in select id from kernel.provinces loop
        perform set_config('app.province', province::text, true);
        perform members.refresh_papers(array_agg(distinct document.member_id)) from members.member_document as document where document.province_id = province;
    end loop;
    perform set_config('app.province', '', true);
end
$$;
