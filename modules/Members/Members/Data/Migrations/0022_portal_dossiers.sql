-- The dossier on the National Public Service Portal by which a member asked for a transfer (MEM-33). A dossier leads to one transfer; after that came to nothing, to another.
alter table members.transfer add column portal_reference text check (portal_reference <> '');
create unique index portal_dossier_leads_to_one_transfer on members.transfer (province_id, portal_reference)
    where state not in ('RETURNED', 'WITHDRAWN', 'LAPSED');
create index transfer_portal_reference on members.transfer (province_id, portal_reference) where portal_reference is not null;

alter table members.arrival add column portal_reference text;
create index arrival_portal_reference on members.arrival (province_id, portal_reference) where portal_reference is not null;
