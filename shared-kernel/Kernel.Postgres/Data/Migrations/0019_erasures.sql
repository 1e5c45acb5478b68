-- The data of a person may be erased (PD-08), from the history of changes too. A change whose values were erased keeps its seal: beside it stands the digest that it is sealed
-- with, be it sealed before or after, and the digest of what is left of it. The act that erased is itself a change that is sealed, and carries a digest over all of these.
create table edit_erasures (
    province_id smallint not null,
    generation integer not null,
    transaction_id xid8 not null,
    sequence bigint not null,
    act_id uuid not null,
    sealed_digest bytea not null check (octet_length(sealed_digest) = 32),
    left_digest bytea not null check (octet_length(left_digest) = 32),
    primary key (province_id, generation, transaction_id, sequence)
);
create index edit_erasures_of_act on edit_erasures (province_id, act_id);
select kernel.protect_append_only('edit_erasures');

-- Takes the values out of all changes that are about a person. What changed, when and by whom stays. The application may not change the history, so this runs with the
-- rights of the owner, in the province of the connection.
create function erase_history(person uuid, act uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    province smallint := current_setting('app.province')::smallint;
    erased bigint;
begin
    insert into kernel.edit_erasures (province_id, generation, transaction_id, sequence, act_id, sealed_digest, left_digest)
    select e.province_id, e.generation, e.transaction_id, e.sequence, act,
        sha256(convert_to(jsonb_build_array(
            e.province_id, e.generation, e.transaction_id::text, e.sequence, e.id, e.module, e.entity, e.entity_id, e.entity_key, e.subject_id,
            e.organization_id, e.action, e.changes, extract(epoch from e.made_at), e.user_id, e.user_name, e.reason, e.document)::text, 'UTF8')),
        sha256(convert_to(jsonb_build_array(
            e.province_id, e.generation, e.transaction_id::text, e.sequence, e.id, e.module, e.entity, e.entity_id, e.entity_key, e.subject_id,
            e.organization_id, e.action, kernel.without_values(e.changes), extract(epoch from e.made_at), e.user_id, e.user_name, null::text, null::text)::text, 'UTF8'))
    from kernel.edits as e
    where e.province_id = province and e.subject_id = person
    on conflict do nothing;
    update kernel.edits as e set changes = kernel.without_values(e.changes), reason = null, document = null
    where e.province_id = province and e.subject_id = person;
    get diagnostics erased = row_count;
    return erased;
end
$$;
comment on function erase_history is 'Takes the values out of all changes about a person, so that their seals still hold; answers how many changes there are.';

create function without_values(changes jsonb) returns jsonb
language sql immutable
as $$
    select coalesce(jsonb_object_agg(field, '{"erased": true}'::jsonb), '{}') from jsonb_object_keys(changes) as field
$$;

-- What all erasures of an act say, in one digest; the act itself keeps it.
create function erasure_digest(act uuid) returns text
language sql stable
as $$
    select encode(sha256(coalesce(string_agg(x.sealed_digest || x.left_digest, ''::bytea order by x.generation, x.transaction_id, x.sequence), ''::bytea)), 'hex')
    from kernel.edit_erasures as x
    where x.province_id = (select current_setting('app.province')::smallint) and x.act_id = act
$$;
