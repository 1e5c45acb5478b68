-- Cards that were reported as lost or damaged.
alter table members.party_card
    add column reported_as text check (reported_as in ('LOST', 'DAMAGED')),
    add column reported_on date,
    add check ((reported_as is null) = (reported_on is null));
create index party_card_reported on members.party_card (province_id, member_id) where reported_on is not null;
