-- The provinces of this deployment. Written at start from the configuration.
create table provinces (
    id smallint primary key check (id > 0),
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name text not null,
    vietnamese_name text not null,
    settings jsonb not null default '{}'
);
select kernel.grant_unprotected('provinces', 'select');

-- Which module is enabled where. Read by every host for all provinces at once, so it is not guarded by province.
create table province_modules (
    province_id smallint not null references provinces (id),
    module text not null check (module ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    enabled boolean not null,
    changed_at timestamptz not null,
    changed_by uuid,
    changed_by_name text not null,
    reason text,
    primary key (province_id, module)
);
select kernel.grant_unprotected('province_modules', 'select, insert, update');

create function province_modules_changed() returns trigger
language plpgsql
as $$
begin
    perform pg_notify('modular_modules', new.province_id::text);
    return null;
end
$$;

create trigger changed after insert or update on province_modules
for each row execute function province_modules_changed();
