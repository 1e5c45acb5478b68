-- What administrators did to an account in their province; the history of edits keeps who, when and why.
alter table province_users
    add column is_service boolean not null default false,
    add column deactivated_at timestamptz,
    add column reset_at timestamptz,
    add column unlocked_at timestamptz,
    add column signed_out_at timestamptz;

-- Keys of service accounts. A key holds its rights itself, each at the place of the key, and ends by itself.
create table service_keys (
    province_id smallint not null,
    id uuid not null,
    version integer not null default 1,
    user_id uuid not null references users (id),
    name text not null,
    hash bytea not null,
    permissions text[] not null check (cardinality(permissions) > 0),
    reach text not null check (reach in ('ORGANIZATION', 'ORGANIZATION_AND_BELOW', 'PROVINCE')),
    organization_id uuid,
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    last_used_at timestamptz,
    primary key (province_id, id),
    constraint service_key_names_an_organization_where_the_reach_needs_one
        check ((reach in ('ORGANIZATION', 'ORGANIZATION_AND_BELOW')) = (organization_id is not null))
);
create index service_keys_by_user on service_keys (province_id, user_id, created_at);

create function announce_service_key_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('modular_access', 'user:' || new.user_id);
    return null;
end $$;

create trigger announce after update on service_keys
    for each row when (old.ended_at is distinct from new.ended_at or old.expires_at <> new.expires_at)
    execute function announce_service_key_change();

select kernel.protect('service_keys');
