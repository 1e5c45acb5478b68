-- What is kept how long. Data of persons go by kind (a telephone sooner than a name), so an erasure takes out of the history what it takes out of the registers, and no more than it
-- must: the changes that hold a value of the kinds that are erased.

-- The digest that the chain of seals is made of: of every column of a change, in a form that depends on no setting of the connection. It is defined here and nowhere else; changing
-- it would break every chain. What is left of a change after an erasure is digested by giving other values for what is taken out.
create function digest_of_edit(e kernel.edits, changes jsonb, reason text, document text) returns bytea
language sql stable
as $$
    select sha256(convert_to(jsonb_build_array(
        e.province_id, e.generation, e.transaction_id::text, e.sequence, e.id, e.module, e.entity, e.entity_id, e.entity_key, e.subject_id,
        e.organization_id, e.action, changes, extract(epoch from e.made_at), e.user_id, e.user_name, reason, document)::text, 'UTF8'))
$$;

drop function erase_history(uuid, uuid);

-- Takes the values out of changes that are about a person, or of objects that are: all of them, or those that hold one of the fields that are named by module and entity ({"members.Member": ["phone"]}).
-- A change loses all its values at once, because a value that stays in it could be exchanged unseen. What changed, when and by whom stays. The application may not change the
-- history, so this runs with the rights of the owner, in the province of the connection.
create function erase_history(person uuid, objects uuid[], act uuid, fields jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    province smallint := current_setting('app.province')::smallint;
    erased bigint;
begin
    with marked as (
        insert into kernel.edit_erasures (province_id, generation, transaction_id, sequence, act_id, sealed_digest, left_digest)
        select e.province_id, e.generation, e.transaction_id, e.sequence, act,
            kernel.digest_of_edit(e, e.changes, e.reason, e.document), kernel.digest_of_edit(e, kernel.without_values(e.changes), null, null)
        from kernel.edits as e
        where e.province_id = province and (e.subject_id = person or e.entity_id = any(objects))
            and (fields is null
                or e.changes ?| array(select jsonb_array_elements_text(fields -> (e.module || '.' || e.entity))))
        on conflict do nothing
        returning generation, transaction_id, sequence
    )
    update kernel.edits as e set changes = kernel.without_values(e.changes), reason = null, document = null
    from marked
    where e.province_id = province
        and e.generation = marked.generation and e.transaction_id = marked.transaction_id and e.sequence = marked.sequence;
    get diagnostics erased = row_count;
    return erased;
end
$$;
comment on function erase_history is 'Takes the values out of changes about a person, so that their seals still hold; answers how many changes there were.';

-- Events that every module has had. Those that a module listens to and has not had yet stay, also while it is disabled, and those that are parked. The application adds
-- events and deletes none, so this runs with the rights of the owner; what is younger than a month it never takes.
create function remove_delivered_events(before timestamptz, listeners jsonb) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    province smallint := current_setting('app.province')::smallint;
    removed bigint;
begin
    delete from kernel.outbox as o
    where o.province_id = province and o.occurred_at < least(before, now() - interval '1 month')
        and not exists (select from kernel.parked_events as p where p.province_id = province and p.event_id = o.event_id)
        and not exists (
            select from jsonb_array_elements_text(listeners -> o.event_name) as listener (module)
            left join kernel.outbox_positions as had on had.province_id = province and had.module = listener.module
            where had.module is null or (had.generation, had.transaction_id, had.sequence) < (o.generation, o.transaction_id, o.sequence));
    get diagnostics removed = row_count;
    return removed;
end
$$;
comment on function remove_delivered_events is 'Removes events that all who listen ({"event": ["module"]}) have had; answers how many.';
create index outbox_age on outbox (province_id, occurred_at);

-- What a file's rows were told goes after a while, the batch with its counts stays.
create index import_batches_finished on import_batches (province_id, finished_at) where verdicts > 0;

-- The logs are searched by the name under which somebody signs in, and the one of exports by how much was taken.
drop index sensitive_reads_by_user;
create index sensitive_reads_by_user_name on sensitive_reads (province_id, user_name, read_at, id);
create index exports_of_user_name on exports (province_id, user_name, requested_at, id);
create index exports_by_rows on exports (province_id, rows_written, id);
