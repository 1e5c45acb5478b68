-- Keys that clients sent with mutations, and what the mutation gave, so that a repeated request changes nothing.
create table idempotency_keys (
    province_id smallint not null,
    user_id uuid not null,
    operation text not null,
    key text not null check (length(key) between 1 and 200),
    input_hash bytea not null,
    result jsonb,
    created_at timestamptz not null,
    primary key (province_id, user_id, operation, key)
);
create index idempotency_keys_age on idempotency_keys (province_id, created_at);
select kernel.protect('idempotency_keys');
