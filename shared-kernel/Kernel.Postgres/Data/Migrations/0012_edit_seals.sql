-- Edits stand in the order in which they were committed, as events in the outbox do: by generation, transaction and sequence. The order is what
-- the chain of seals follows, and those who follow changes from outside. What was there before comes first.
alter table edits drop constraint edits_pkey;
alter table edits
    alter column id set default kernel.time_ordered_uuid(),
    add column generation integer not null default 0,
    add column transaction_id xid8 not null default pg_current_xact_id(),
    add column sequence bigint generated always as identity,
    -- The member whom the edit is about, also where it changed something that belongs to them.
    add column subject_id uuid,
    -- The organization whose officers saw the object when it was edited.
    add column organization_id uuid,
    add primary key (province_id, generation, transaction_id, sequence);
alter table edits alter column generation drop default;
drop index edits_entity;
create index edits_object on edits (province_id, entity_id, made_at, id) where entity_id is not null;
create index edits_organization on edits (province_id, organization_id, made_at, id) where organization_id is not null;
create index edits_subject on edits (province_id, subject_id, made_at, id) where subject_id is not null;

-- A chain over the edits of a province: each hash is made of the one before and of all that the edit says. Altering, removing or adding an edit
-- breaks the chain from there on.
create table edit_seals (
    province_id smallint not null,
    position bigint not null check (position > 0),
    generation integer not null,
    transaction_id xid8 not null,
    sequence bigint not null,
    hash bytea not null check (octet_length(hash) = 32),
    sealed_at timestamptz not null,
    primary key (province_id, position)
);
select kernel.protect_append_only('edit_seals');
