-- Transaction numbers order the outbox, and a database that was restored elsewhere starts numbering anew. When the owner finds at a start
-- that the database lives elsewhere than before, it raises the generation, which orders before the transaction.
create table outbox_generation (
    only_row boolean primary key default true check (only_row),
    generation integer not null,
    lives_in text not null
);
select kernel.grant_unprotected('outbox_generation', 'select');

-- Events, written in the transaction of the module in which they happened.
create table outbox (
    province_id smallint not null,
    generation integer not null,
    transaction_id xid8 not null default pg_current_xact_id(),
    sequence bigint generated always as identity,
    event_id uuid not null,
    module text not null,
    event_name text not null,
    payload jsonb not null,
    occurred_at timestamptz not null,
    primary key (province_id, generation, transaction_id, sequence)
);
create index outbox_event on outbox (province_id, event_id);
select kernel.protect_append_only('outbox');

-- How far each consuming module has come.
create table outbox_positions (
    province_id smallint not null,
    module text not null,
    generation integer not null,
    transaction_id xid8 not null,
    sequence bigint not null,
    moved_at timestamptz not null,
    primary key (province_id, module)
);
select kernel.protect('outbox_positions');

-- Events that a module failed to handle every time.
create table parked_events (
    province_id smallint not null,
    module text not null,
    event_id uuid not null,
    event_name text not null,
    attempts integer not null,
    error_type text not null,
    error text not null,
    parked_at timestamptz not null,
    retry_requested_at timestamptz,
    primary key (province_id, module, event_id)
);
select kernel.protect('parked_events');
