-- Values of regulations that a province overrides for a period. What a row does not name keeps the default of the policy's record.
create table policies (
    province_id smallint not null,
    id uuid not null,
    key text not null,
    valid daterange not null check (not isempty(valid)),
    value jsonb not null check (jsonb_typeof(value) = 'object'),
    instrument text not null,
    recorded_at timestamptz not null,
    recorded_by uuid,
    recorded_by_name text not null,
    primary key (province_id, id),
    constraint policy_has_one_value_a_day exclude using gist (province_id with =, key with =, valid with &&)
);
select kernel.protect('policies');
