-- Merges of two records of one person: proposed by one officer, carried out by another, undone within a time that a policy fixes. The record that
-- was dropped is found by its old identifier as long as the merge stands.

create table members.member_merge (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    state text not null check (state in ('PROPOSED', 'MERGED', 'REJECTED', 'UNDONE')),
    kept_member_id uuid not null,
    dropped_member_id uuid not null,
    dropped_name text not null,
    taken text[] not null,
    reason text not null,
    document text not null,
    proposed_at timestamptz not null,
    proposed_by_id uuid,
    proposed_by text not null,
    closed_at timestamptz,
    closed_by text,
    undone_at timestamptz,
    undone_by text,
    undone_because text,
    values_before jsonb,
    values_after jsonb,
    primary key (province_id, id),
    foreign key (province_id, kept_member_id) references members.member,
    check (kept_member_id <> dropped_member_id),
    check ((state = 'PROPOSED') = (closed_at is null)),
    check ((state = 'UNDONE') = (undone_at is not null))
);
create unique index record_is_dropped_once on members.member_merge (province_id, dropped_member_id) where state in ('PROPOSED', 'MERGED');
create index member_merge_kept on members.member_merge (province_id, kept_member_id);

select kernel.protect('members.member_merge');
