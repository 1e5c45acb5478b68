-- Requests to be exempted from work and activities; the exemption itself is a flag.

create table members.exemption_request (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    ground text not null check (ground in ('OLD_OR_WEAK', 'MEDICAL_TREATMENT', 'ALONE_ABROAD', 'LONE_WORK', 'ITINERANT_WORK', 'MATERNITY')),
    requested_on date not null,
    is_oral boolean not null,
    reason text,
    state text not null check (state in ('REQUESTED', 'GRANTED', 'REFUSED')),
    decided_on date check (decided_on >= requested_on),
    decision_number text,
    reported_on date check (reported_on >= decided_on),
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    check ((state = 'REQUESTED') = (decided_on is null))
);
create unique index exemption_is_asked_for_once on members.exemption_request (province_id, member_id) where state = 'REQUESTED';
create index exemption_request_member on members.exemption_request (province_id, member_id);

select kernel.protect('members.exemption_request');
