-- Acts that erase what names persons whose data are no more to be kept, and whom they are about.
create table data_protection.erasure (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    state text not null check (state in ('PROPOSED', 'EXECUTED', 'REJECTED')),
    person_count integer not null check (person_count > 0),
    reason text not null check (reason <> ''),
    decision_number text not null check (decision_number <> ''),
    proposed_at timestamptz not null,
    proposed_by_id uuid,
    proposed_by text not null,
    closed_at timestamptz,
    closed_by text,
    rejection_reason text,
    row_count bigint,
    history_digest text,
    primary key (province_id, id),
    check ((state = 'PROPOSED') = (closed_at is null)),
    check ((state = 'EXECUTED') = (history_digest is not null)),
    check ((state = 'REJECTED') = (rejection_reason is not null))
);
create index erasure_proposed on data_protection.erasure (province_id, proposed_at, id);

create table data_protection.erased_person (
    province_id smallint not null,
    erasure_id uuid not null,
    member_id uuid not null,
    erased_at timestamptz,
    primary key (province_id, erasure_id, member_id),
    foreign key (province_id, erasure_id) references data_protection.erasure
);
-- Nobody is erased twice.
create unique index person_is_erased_once on data_protection.erased_person (province_id, member_id) where erased_at is not null;

select kernel.protect('data_protection.erasure', 'data_protection.erased_person');
