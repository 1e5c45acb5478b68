-- The whole paper on both sides of a transfer between provinces (MEM-25). In the receiving province its committees sign boxes of their own, with numbers of their registers; what committees of the
-- other province signed stands by the name that the paper says, since nothing there is known here.

create table members.arrival_box (
    province_id smallint not null,
    id uuid not null,
    arrival_id uuid not null,
    ordinal integer not null check (ordinal > 0),
    side text not null check (side in ('INTRODUCING', 'RECEIVING')),
    organization_id uuid,
    organization_name text check (organization_name <> ''),
    register_year integer,
    register_number integer,
    signed_on date,
    signed_by text,
    primary key (province_id, id),
    foreign key (province_id, arrival_id) references members.arrival,
    constraint arrival_box_has_one_place_on_the_paper unique (province_id, arrival_id, ordinal),
    -- The register counts on through transfers and arrivals (members.introduction_register).
    constraint arrival_number_is_given_once unique (province_id, organization_id, register_year, register_number),
    check ((side = 'INTRODUCING') = (organization_name is not null)),
    check ((organization_id is null) <> (organization_name is null)),
    check (organization_name is null or signed_on is not null),
    check ((register_year is null) = (register_number is null)),
    check (register_year is null or signed_on is not null)
);
select kernel.protect('members.arrival_box');

alter table members.transfer_box
    alter column organization_id drop not null,
    add column organization_name text check (organization_name <> ''),
    add check ((organization_id is null) <> (organization_name is null)),
    add check (organization_name is null or (side = 'RECEIVING' and signed_on is not null));
