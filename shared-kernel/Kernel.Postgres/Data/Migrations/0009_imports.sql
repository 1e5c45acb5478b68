-- Identifiers that grow with time (RFC 9562, version 7), for rows that SQL makes: neighbours in time are neighbours in the index.
create function time_ordered_uuid() returns uuid
language sql volatile parallel safe
as $$
    select encode(
        set_bit(
            set_bit(
                overlay(
                    uuid_send(gen_random_uuid())
                    placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
                    from 1 for 6),
                52, 1),
            53, 1),
        'hex')::uuid
$$;

-- Files that were taken in: what was done with them, and what came out.
create table import_batches (
    province_id smallint not null,
    id uuid not null,
    module text not null,
    format text not null,
    mode text not null check (mode in ('DRY_RUN', 'ALL_OR_NOTHING', 'GOOD_ROWS_ONLY')),
    state text not null check (state in ('RUNNING', 'CHECKED', 'APPLIED', 'REFUSED', 'FAILED', 'INTERRUPTED', 'UNDONE')),
    file_name text not null,
    file_bytes bigint,
    content_hash bytea not null,
    user_id uuid,
    user_name text not null,
    started_at timestamptz not null,
    -- Renewed every few seconds while it runs; one that has stopped long ago belonged to a host that is gone.
    alive_at timestamptz not null,
    finished_at timestamptz,
    stage text not null check (stage in ('READING', 'CHECKING', 'APPLYING', 'DONE')),
    progress real not null,
    rows_read integer not null default 0,
    rows_with_errors integer not null default 0,
    rows_with_warnings integer not null default 0,
    rows_applied integer not null default 0,
    rows_applied_before integer not null default 0,
    verdicts integer not null default 0,
    unknown_headers text[] not null default '{}',
    problem_code text,
    problem_vietnamese text,
    problem_english text,
    undone_at timestamptz,
    undone_by uuid,
    undone_by_name text,
    undone_because text,
    primary key (province_id, id),
    check ((state = 'UNDONE') = (undone_at is not null))
);
create index import_batches_started on import_batches (province_id, started_at desc, id desc);
create index import_batches_content on import_batches (province_id, format, content_hash);
-- The same content cannot be applied twice at the same time.
create unique index import_runs_once on import_batches (province_id, format, content_hash)
    where state = 'RUNNING' and mode <> 'DRY_RUN';

-- What became of the rows that were applied.
create table import_rows (
    province_id smallint not null,
    batch_id uuid not null,
    row_number integer not null,
    object_id uuid not null,
    primary key (province_id, batch_id, row_number),
    foreign key (province_id, batch_id) references import_batches (province_id, id) on delete cascade
);

-- What is to be said about rows and cells.
create table import_verdicts (
    province_id smallint not null,
    id uuid not null,
    batch_id uuid not null,
    position integer not null,
    row_number integer not null,
    column_name text,
    severity text not null check (severity in ('ERROR', 'WARNING')),
    code text not null,
    vietnamese text not null,
    english text not null,
    rule_id text,
    rule_instrument text,
    primary key (province_id, id),
    constraint verdicts_of_a_batch_have_an_order unique (province_id, batch_id, position),
    foreign key (province_id, batch_id) references import_batches (province_id, id) on delete cascade
);

select kernel.protect('import_batches', 'import_rows', 'import_verdicts');
