-- Cards and badges that whoever leaves the Party returns (MEM-16, MEM-44), and the hearing before a measure (MEM-55).
-- Cards of those who left before are owed by nobody here: whether they came back is not known.
alter table members.party_card
    add column owed_since date,
    add column returned_on date,
    add column return_taken_by text,
    add column not_returned_on date,
    add column not_returned_because text,
    add check ((not_returned_on is null) = (not_returned_because is null)),
    add check (returned_on is null or not_returned_on is null);
create index party_card_owed on members.party_card (province_id, member_id) where owed_since is not null and returned_on is null and not_returned_on is null;

alter table members.badge
    add column return_taken_by text,
    add column not_returned_on date,
    add column not_returned_because text,
    add check ((not_returned_on is null) = (not_returned_because is null)),
    add check (returned_on is null or not_returned_on is null);

alter table members.disciplinary_measure
    add column heard_on date check (heard_on <= announced_on),
    add column invited_on date[] not null default '{}',
    add column hearing_note text;
