-- Trusted extensions, so that the owner of the database may create them: exclusion constraints over keys and periods,
-- and search within texts.
create extension if not exists btree_gist schema public;
create extension if not exists pg_trgm schema public;

-- What the application may do, so that another application role can be given the same. The role itself is a setting of the connection
-- that migrates.
create table application_grants (
    relation regclass primary key,
    privileges text not null
);

create function grant_to_application(granted regclass, granted_privileges text) returns void
language plpgsql
as $$
begin
    execute format('grant %s on %s to %I', granted_privileges, granted, current_setting('app.application_role'));
    insert into kernel.application_grants (relation, privileges) values (granted, granted_privileges)
    on conflict (relation) do update set privileges = excluded.privileges;
end
$$;

create function grant_all_to_application() returns void
language sql
as $$
    select kernel.grant_to_application(g.relation, g.privileges)
    from kernel.application_grants g join pg_class c on c.oid = g.relation;
$$;

comment on function grant_all_to_application is 'Gives a new application role what the earlier one had.';

-- A table of a province: its key begins with province_id, each row is seen and written only over a connection that carries the
-- province, and that holds for the owner too. The application role gets the rights to read and change rows, never the table.
create function protect_table(protected regclass, privileges text) returns void
language plpgsql
as $$
begin
    if not exists (
        select from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = protected and i.indisprimary
          and a.attname = 'province_id' and a.atttypid = 'smallint'::regtype
    ) then
        raise exception 'The primary key of % must begin with province_id smallint.', protected;
    end if;
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    -- The sub-select makes the setting a constant of the statement; a call per row would cost more than half of a large read.
    execute format(
        'create policy province on %s using (province_id = (select current_setting(''app.province'')::smallint))', protected);
    perform kernel.grant_to_application(protected, privileges);
end
$$;

create function protect(variadic tables regclass[]) returns void
language plpgsql
as $$
declare
    protected regclass;
begin
    foreach protected in array tables loop
        perform kernel.protect_table(protected, 'select, insert, update, delete');
    end loop;
end
$$;

comment on function protect is 'Guards tables of a province by row-level security and lets the application change their rows.';

create function protect_append_only(variadic tables regclass[]) returns void
language plpgsql
as $$
declare
    protected regclass;
begin
    foreach protected in array tables loop
        perform kernel.protect_table(protected, 'select, insert');
    end loop;
end
$$;

comment on function protect_append_only is 'As protect, for tables whose rows the application may add but neither change nor delete.';

-- Tables that belong to no province.
create function grant_unprotected(open regclass, privileges text) returns void
language sql
as $$
    select kernel.grant_to_application(open, privileges);
$$;

comment on function grant_unprotected is 'Gives the application role rights on a table that belongs to no province; such tables are few and listed in a test.';
