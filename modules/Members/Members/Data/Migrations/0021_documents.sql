-- Papers in the files of members, and scans apart from them.

create table members.member_document (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    organization_id uuid not null,
    kind text not null check (kind in (
        'AWARENESS_CERTIFICATE', 'APPLICATION', 'APPLICANT_CV', 'SPONSORSHIP', 'OPINIONS', 'ADMISSION_RESOLUTION', 'ADMISSION_DECISION', 'MEMBER_CV', 'MEMBER_SHEET', 'SUPPLEMENT_SLIP',
        'NEW_MEMBER_CERTIFICATE', 'SELF_REVIEW', 'RECOGNITION_RESOLUTION', 'RECOGNITION_DECISION', 'INTRODUCTION_PAPER', 'OTHER_DECISION', 'CERTIFICATE', 'IDENTITY_PAPER', 'OTHER')),
    title text,
    number text,
    issued_on date,
    issued_by text,
    kept_at text not null check (kept_at <> ''),
    is_state_secret boolean not null,
    scan_bytes integer,
    scan_hash text,
    scanned_at timestamptz,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    check (not is_state_secret or (title is null and issued_by is null and scan_bytes is null))
);
create index member_document_member on members.member_document (province_id, member_id);
create index member_document_organization on members.member_document (province_id, organization_id);

create table members.document_scan (
    province_id smallint not null,
    id uuid not null,
    content bytea,
    primary key (province_id, id),
    foreign key (province_id, id) references members.member_document
);
-- PDF files are compressed already.
alter table members.document_scan alter column content set storage external;

select kernel.protect('members.member_document', 'members.document_scan');

create or replace function members.record_follows_member() returns trigger
language plpgsql
as $$
begin
    update members.member_record set organization_id = new.organization_id
    where province_id = new.province_id and id = new.id;
    update members.supplement_slip set organization_id = new.organization_id
    where province_id = new.province_id and member_id = new.id;
    update members.record_change_request set organization_id = new.organization_id
    where province_id = new.province_id and member_id = new.id;
    update members.member_document set organization_id = new.organization_id
    where province_id = new.province_id and member_id = new.id;
    return null;
end
$$;
