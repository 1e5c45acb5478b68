-- A table that has free pages takes thousands of rows without becoming larger, so that its size alone does not tell that PostgreSQL should look at it again: it counts the rows that were changed
-- since it last looked, too.
create or replace function analyze_grown_tables() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    -- Whatever their share of the table: the rows of a province that came last are those of which nothing is known.
    many_pages constant integer := 100;
    many_rows constant integer := 5000;
    page_bytes constant integer := current_setting('block_size')::integer;
    grown regclass;
    analyzed integer := 0;
begin
    for grown in
        select c.oid::regclass from pg_class as c
        where c.relkind = 'r' and c.relpersistence = 'p'
            and c.relowner = (select r.oid from pg_roles as r where r.rolname = current_user)
            and (pg_relation_size(c.oid) / page_bytes > c.relpages + many_pages or pg_stat_get_mod_since_analyze(c.oid) > many_rows)
        order by c.oid
    loop
        execute format('analyze %s', grown);
        analyzed := analyzed + 1;
    end loop;
    return analyzed;
end
$$;
comment on function analyze_grown_tables is 'Lets PostgreSQL look again at tables that grew or changed much since it last did; answers how many there were.';
