-- Whoever follows an import hears of each step, on every host. What an import's own transaction writes is announced when it is committed.
create function announce_import() returns trigger language plpgsql as $$
begin
    perform pg_notify('modular_imports', new.province_id || ':' || new.id);
    return null;
end $$;

create trigger announce after insert or update on import_batches
    for each row execute function announce_import();
