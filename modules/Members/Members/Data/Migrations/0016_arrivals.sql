-- Transfers between provinces of the same deployment: the paper lies in the receiving province as an arrival until its cell takes the member in. The sending side keeps its
-- transfer, with the province and perhaps the code of the organization that the paper is for.

alter table members.transfer
    add column destination_province_id smallint,
    add column destination_code text,
    add column accepted_by text,
    add check (destination_province_id is null or (kind = 'OFFICIAL' and destination_id is null)),
    add check (destination_code is null or destination_province_id is not null);

create table members.arrival (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    state text not null check (state in ('ARRIVED', 'ACCEPTED', 'RETURNED', 'RECALLED')),
    from_province text not null,
    origin_name text not null,
    introduced_by text not null,
    paper_number text,
    destination_name text not null,
    receiver_id uuid,
    cause text not null,
    full_name text not null,
    birth_date date not null,
    joined_on date,
    official_on date,
    card_number text,
    cv_number text,
    dues_paid_through date,
    introduced_on date not null,
    present_by date not null,
    earliest_on date not null,
    present_late_reason text,
    member_id uuid,
    cell_id uuid,
    accepted_on date,
    signed_by text,
    closed_on date,
    closing_reason text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    check ((state = 'ACCEPTED') = (member_id is not null and cell_id is not null and accepted_on is not null)),
    check (accepted_on >= earliest_on)
);
create index arrival_receiver on members.arrival (province_id, receiver_id, introduced_on);
create index arrival_introduced_on on members.arrival (province_id, introduced_on, id);
create index arrival_member on members.arrival (province_id, member_id) where member_id is not null;
select kernel.protect('members.arrival');
