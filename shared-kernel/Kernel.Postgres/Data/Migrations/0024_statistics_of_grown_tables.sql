-- PostgreSQL plans by what it knew of a table when it last looked at it, and it looks again some time after many rows have come, a minute or more. Until then a province that has just been
-- taken in is asked by the plans of an empty one, thousands of times slower. Only its owner may have a table looked at, so this runs with the rights of the owner. What is looked at is about
-- sizes and frequencies of all provinces, and the application can read none of it.
create function analyze_grown_tables() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    -- Whatever their share of the table: the rows of a province that came last are those of which nothing is known.
    many constant integer := 100;
    page_bytes constant integer := current_setting('block_size')::integer;
    grown regclass;
    analyzed integer := 0;
begin
    for grown in
        select c.oid::regclass from pg_class as c
        where c.relkind = 'r' and c.relpersistence = 'p'
            and c.relowner = (select r.oid from pg_roles as r where r.rolname = current_user)
            and pg_relation_size(c.oid) / page_bytes > c.relpages + many
        order by c.oid
    loop
        execute format('analyze %s', grown);
        analyzed := analyzed + 1;
    end loop;
    return analyzed;
end
$$;
comment on function analyze_grown_tables is 'Lets PostgreSQL look again at tables that grew much since it last did; answers how many there were.';
