-- Transfers of Party activities (chuyển sinh hoạt đảng): one row a transfer with what its paper says, one row a box of the paper, and the
-- last number of each register of introductions. Whoever is transferred out of the province stays in its register, for life, but on no list.

alter table members.member drop constraint member_status_check;
alter table members.member add constraint member_status_check check (status in
    ('SYMPATHIZER', 'APPLICANT', 'PROBATIONARY', 'OFFICIAL', 'EXPELLED', 'NAME_REMOVED', 'LEFT_ON_REQUEST', 'DECEASED', 'TRANSFERRED_OUT'));

create table members.transfer (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    kind text not null check (kind in ('OFFICIAL', 'INTERNAL', 'TEMPORARY', 'ABROAD')),
    state text not null check (state in ('REQUESTED', 'INTRODUCED', 'RECEIVED', 'ACCEPTED', 'ENDED', 'RETURNED', 'WITHDRAWN', 'LAPSED')),
    list_id uuid not null,
    cause text not null,
    changed_on date not null,
    requested_on date not null,
    start_by date not null,
    start_late_reason text,
    decision_number text,
    decided_on date,
    decided_by text,
    self_review_year integer,
    origin_id uuid not null,
    destination_id uuid,
    destination_name text,
    destination_is_cell boolean not null,
    receiver_id uuid,
    full_name text not null,
    birth_date date not null,
    joined_on date,
    official_on date,
    card_number text,
    cv_number text,
    dues_paid_through date,
    introduced_on date,
    present_by date,
    present_late_reason text,
    cell_id uuid,
    accepted_on date,
    temporary_until date,
    closed_on date,
    closing_reason text,
    reported_on date,
    report text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    check ((destination_id is null) <> (destination_name is null)),
    check ((kind = 'TEMPORARY') = (temporary_until is not null)),
    check ((introduced_on is null) = (present_by is null)),
    check ((reported_on is null) = (report is null)),
    check (state <> 'ACCEPTED' or accepted_on is not null)
);
-- Nobody is under way to two places.
create unique index member_has_one_open_transfer on members.transfer (province_id, member_id)
    where state in ('REQUESTED', 'INTRODUCED', 'RECEIVED');
create index transfer_member on members.transfer (province_id, member_id);
create index transfer_origin on members.transfer (province_id, origin_id, requested_on);
create index transfer_receiver on members.transfer (province_id, receiver_id, requested_on) where receiver_id is not null;
create index transfer_requested_on on members.transfer (province_id, requested_on, id);
create index transfer_list on members.transfer (province_id, list_id);

create table members.transfer_box (
    province_id smallint not null,
    id uuid not null,
    transfer_id uuid not null,
    ordinal integer not null check (ordinal > 0),
    side text not null check (side in ('INTRODUCING', 'RECEIVING')),
    organization_id uuid not null,
    register_year integer,
    register_number integer,
    signed_on date,
    signed_by text,
    primary key (province_id, id),
    foreign key (province_id, transfer_id) references members.transfer,
    constraint box_has_one_place_on_the_paper unique (province_id, transfer_id, ordinal),
    -- A number is given once, and the register of an organization is read in its order.
    constraint introduction_number_is_given_once unique (province_id, organization_id, register_year, register_number),
    check ((register_year is null) = (register_number is null)),
    check (register_year is null or signed_on is not null)
);

create table members.introduction_register (
    province_id smallint not null,
    organization_id uuid not null,
    year integer not null,
    last_number integer not null check (last_number > 0),
    primary key (province_id, organization_id, year)
);

select kernel.protect('members.transfer', 'members.transfer_box', 'members.introduction_register');
