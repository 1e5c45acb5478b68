-- The log of sensitive reads is sealed as the history of edits is, in the order of commits: by generation, transaction and sequence. What was there before comes first.
alter table sensitive_reads
    add column generation integer not null default 0,
    add column transaction_id xid8 not null default pg_current_xact_id(),
    add column sequence bigint generated always as identity;
alter table sensitive_reads alter column generation drop default;
create index sensitive_reads_in_order on sensitive_reads (province_id, generation, transaction_id, sequence);

-- A chain over the reads of a province: each hash is made of the one before and of all that the read says. Retention removes old reads and leaves their seals, from which
-- the chain goes on.
create table sensitive_read_seals (
    province_id smallint not null,
    position bigint not null check (position > 0),
    generation integer not null,
    transaction_id xid8 not null,
    sequence bigint not null,
    hash bytea not null check (octet_length(hash) = 32),
    sealed_at timestamptz not null,
    primary key (province_id, position)
);
select kernel.protect_append_only('sensitive_read_seals');
