-- Who of the register signed a box (MEM-27).
alter table members.transfer_box
    add column signer_id uuid,
    add column signer_post text check (signer_post in ('SECRETARY', 'DEPUTY_SECRETARY', 'STANDING_MEMBER', 'MEMBER')),
    add check (signer_id is null or signed_on is not null);

-- When papers were handed in, of which new members owe one (MEM-01).
alter table members.member_document
    add column received_on date check (received_on >= issued_on);
create index member_document_cv on members.member_document (province_id, member_id) include (received_on) where kind = 'MEMBER_CV';

-- Files that were lost, and introduction papers that were lost on the way (MEM-06, MEM-24).
create table members.file_loss (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    lost text not null check (lost in ('FILE', 'INTRODUCTION_PAPER')),
    transfer_id uuid,
    lost_on date not null,
    reported_on date not null check (reported_on >= lost_on),
    place text not null check (place <> ''),
    reason text not null check (reason <> ''),
    police_unit text,
    police_number text,
    police_confirmed_on date check (police_confirmed_on >= lost_on),
    investigated_on date check (investigated_on >= reported_on),
    investigation_result text,
    restored_on date check (restored_on >= investigated_on),
    restoration text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    foreign key (province_id, transfer_id) references members.transfer,
    check ((lost = 'INTRODUCTION_PAPER') = (transfer_id is not null)),
    check (lost = 'FILE' or (police_unit is not null and investigated_on is null)),
    check ((police_unit is null) = (police_confirmed_on is null)),
    check ((investigated_on is null) = (investigation_result is null)),
    check ((restored_on is null) = (restoration is null)),
    check (restored_on is null or investigated_on is not null)
);
create index file_loss_member on members.file_loss (province_id, member_id, reported_on);
create unique index file_is_lost_until_it_is_restored on members.file_loss (province_id, member_id) where lost = 'FILE' and restored_on is null;
create index file_loss_transfer on members.file_loss (province_id, transfer_id) where transfer_id is not null;

select kernel.protect('members.file_loss');
