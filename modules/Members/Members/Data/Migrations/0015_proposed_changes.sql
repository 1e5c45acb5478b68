-- What is proposed to be changed in a record until somebody decides on it: yearly supplement slips and requests of members. Both are seen by the member's cell, which a trigger
-- keeps in step.

create table members.supplement_slip (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    organization_id uuid not null,
    year integer not null check (year between 1930 and 9999),
    changes jsonb not null,
    lines jsonb not null,
    state text not null check (state in ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    submitted_on date not null,
    is_by_member boolean not null,
    remark text,
    decided_on date,
    ground text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    check ((state = 'SUBMITTED') = (decided_on is null)),
    check (state <> 'RETURNED' or ground is not null)
);
create unique index slip_of_the_year_is_in_once on members.supplement_slip (province_id, member_id, year) where state in ('SUBMITTED', 'ACCEPTED');
create index supplement_slip_member on members.supplement_slip (province_id, member_id);
create index supplement_slip_organization on members.supplement_slip (province_id, organization_id, submitted_on, id);
create index supplement_slip_submitted_on on members.supplement_slip (province_id, submitted_on, id);
create index supplement_slip_year on members.supplement_slip (province_id, year, id);
create index supplement_slip_waiting on members.supplement_slip (province_id, submitted_on, id) where state = 'SUBMITTED';

create table members.record_change_request (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    organization_id uuid not null,
    changes jsonb not null,
    lines jsonb not null,
    reason text not null check (reason <> ''),
    state text not null check (state in ('SUBMITTED', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
    submitted_on date not null,
    decided_on date,
    ground text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    check ((state = 'SUBMITTED') = (decided_on is null)),
    check (state <> 'RETURNED' or ground is not null)
);
create index record_change_request_member on members.record_change_request (province_id, member_id);
create index record_change_request_organization on members.record_change_request (province_id, organization_id, submitted_on, id);
create index record_change_request_submitted_on on members.record_change_request (province_id, submitted_on, id);

select kernel.protect('members.supplement_slip', 'members.record_change_request');

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
    return null;
end
$$;
