-- Requests of data subjects (PD-08, PD-09) and the register of breaches (PD-11).

create table data_protection.subject_request (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    -- The person of the register whose data it is about, and the cell to which they belong, or belonged last.
    member_id uuid not null,
    organization_id uuid not null,
    kind text not null check (kind in (
        'KNOW', 'ACCESS', 'CORRECT', 'DELETE', 'RESTRICT', 'OBJECT', 'WITHDRAW_CONSENT', 'PROVIDE_COPY', 'COMPLAIN', 'CLAIM_COMPENSATION')),
    channel text not null check (channel in ('ONLINE', 'PAPER')),
    state text not null check (state in ('RECEIVED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'EXTENDED', 'DONE', 'REFUSED')),
    content text not null check (content <> ''),
    paper_number text,
    involves_third_party boolean not null,
    received_on date not null,
    recorded_at timestamptz not null,
    -- The deadlines by the policy of the day on which it was received; a later policy moves none of them.
    acknowledge_due_on date not null,
    completion_due_on date not null,
    acknowledged_at timestamptz,
    extended_by_days integer check (extended_by_days > 0),
    extension_reason text,
    closed_at timestamptz,
    result text,
    refusal_ground text check (refusal_ground in ('LAW_REQUIRES_KEEPING', 'IDENTITY_NOT_PROVEN', 'HARMS_OTHERS', 'STATE_SECRET', 'REPEATED', 'NOT_OUR_DATA')),
    refusal_reason text,
    -- Until when the copy of the data may be fetched that was prepared to meet the request.
    copy_prepared_at timestamptz,
    copy_expires_at timestamptz,
    primary key (province_id, id),
    check ((state in ('DONE', 'REFUSED')) = (closed_at is not null)),
    check ((state = 'REFUSED') = (refusal_ground is not null)),
    check ((refusal_ground is null) = (refusal_reason is null)),
    check ((extended_by_days is null) = (extension_reason is null)),
    check (state <> 'DONE' or result is not null),
    check ((copy_prepared_at is null) = (copy_expires_at is null))
);
-- Lists of the province and of a member, the newest first; of an organization for the reach of a user.
create index subject_request_received on data_protection.subject_request (province_id, received_on, id);
create index subject_request_due on data_protection.subject_request (province_id, completion_due_on, id);
create index subject_request_member on data_protection.subject_request (province_id, member_id, received_on, id);
create index subject_request_organization on data_protection.subject_request (province_id, organization_id, received_on, id);
-- What is due.
create index subject_request_open on data_protection.subject_request (province_id, state) where closed_at is null;

create table data_protection.breach (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    -- The organization that answers for the data.
    organization_id uuid not null,
    state text not null check (state in ('DETECTED', 'ASSESSED', 'REPORTED', 'SUBJECTS_TOLD', 'CLOSED')),
    detected_at timestamptz not null,
    recorded_at timestamptz not null,
    -- The last moment at which the authority is told, by the policy of the day of detection.
    report_due_at timestamptz not null,
    description text not null check (description <> ''),
    data_kinds text not null check (data_kinds <> ''),
    involves_sensitive_data boolean not null,
    persons_affected integer check (persons_affected >= 0),
    risk text check (risk in ('LOW', 'MEDIUM', 'HIGH')),
    measures text,
    assessed_at timestamptz,
    authority text,
    authority_reference text,
    authority_notified_at timestamptz,
    late_reason text,
    subjects_notified_at timestamptz,
    subjects_notified_how text,
    closed_at timestamptz,
    conclusion text,
    primary key (province_id, id),
    check (report_due_at > detected_at),
    check (assessed_at is null or (risk is not null and persons_affected is not null and measures is not null)),
    check (authority_notified_at is null or authority_notified_at <= report_due_at or late_reason is not null),
    check ((state = 'CLOSED') = (closed_at is not null))
);
create index breach_detected on data_protection.breach (province_id, detected_at, id);
create index breach_organization on data_protection.breach (province_id, organization_id, detected_at, id);
create index breach_open on data_protection.breach (province_id, state) where closed_at is null;

select kernel.protect('data_protection.subject_request', 'data_protection.breach');
