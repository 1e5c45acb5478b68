-- Two records of one person become one: every row that refers to the one is made to refer to the other, whatever module it is of. What a row was
-- before stands here, so that it can be put back exactly.

create table merged_rows (
    province_id smallint not null,
    act_id uuid not null,
    position integer not null,
    subject_id uuid not null,
    owner text not null,
    entity text not null,
    table_name text not null,
    outcome text not null check (outcome in ('MOVED', 'ENDED', 'LEFT_OUT')),
    before jsonb not null,
    after jsonb,
    primary key (province_id, act_id, position),
    check ((outcome = 'LEFT_OUT') = (after is null))
);
create index merged_rows_subject on merged_rows (province_id, subject_id);
comment on table merged_rows is 'Rows that a merge of two records of one person changed: as they were, and as they became; null where they were left out.';
select kernel.protect('merged_rows');

create function kernel.key_of_row(merged regclass, content jsonb) returns text
    language sql stable
    return (
        select string_agg(format('%I = %L', a.attname, content ->> a.attname), ' and ')
        from pg_index as i join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = merged and i.indisprimary);

create function kernel.written_columns(merged regclass) returns text
    language sql stable
    return (
        select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = merged and attnum > 0 and not attisdropped and attgenerated = '' and attidentity <> 'a');

-- Moves the rows of all places from one record to the other. A row that cannot stand beside those of the other record is ended today where its
-- place says so and it began before, and left out otherwise; so is every row of a place whose rows are facts of one record alone. A place is
-- {"owner", "entity", "table", "columns", "moves", "ending"}.
create function kernel.merge_person(act uuid, kept uuid, dropped uuid, places jsonb, today date) returns integer
    language plpgsql
as $$
declare
    place jsonb;
    found record;
    result jsonb;
    outcome text;
    moved text;
    asked text;
    last_position integer := 0;
    province smallint := (select current_setting('app.province')::smallint);
begin
    set constraints all immediate;
    for place in select value from jsonb_array_elements(places) loop
        select string_agg(format('%1$I = case %1$I when $2 then $3 else %1$I end', name), ', '), string_agg(format('row.%I = $2', name), ' or ')
        into moved, asked
        from jsonb_array_elements_text(place -> 'columns') as name;
        for found in execute format(
            'select row.ctid as place, to_jsonb(row) as content from %s as row where row.province_id = $1 and (%s) order by row.ctid', place ->> 'table', asked) using province, dropped
        loop
            result := null;
            outcome := 'LEFT_OUT';
            if (place ->> 'moves')::boolean then
                begin
                    execute format('update %s as row set %s where ctid = $1 returning to_jsonb(row)', place ->> 'table', moved)
                        into result using found.place, dropped, kept;
                    outcome := 'MOVED';
                exception when unique_violation or exclusion_violation or check_violation then
                    result := null;
                end;
                if result is null and place ->> 'ending' is not null then
                    begin
                        execute format('update %s as row set %s, %s where ctid = $1 returning to_jsonb(row)', place ->> 'table', moved, place ->> 'ending')
                            into result using found.place, dropped, kept, today;
                        outcome := 'ENDED';
                    exception when unique_violation or exclusion_violation or check_violation then
                        result := null;
                        outcome := 'LEFT_OUT';
                    end;
                end if;
            end if;
            if result is null then
                execute format('delete from %s where ctid = $1', place ->> 'table') using found.place;
            end if;
            last_position := last_position + 1;
            insert into kernel.merged_rows (province_id, act_id, position, subject_id, owner, entity, table_name, outcome, before, after)
            values (province, act, last_position, kept, place ->> 'owner', place ->> 'entity', place ->> 'table', outcome, found.content, result);
        end loop;
    end loop;
    return last_position;
end
$$;

-- How many rows are no more as the merge left them: they stand in the way of undoing it.
create function kernel.merged_rows_changed(act uuid) returns integer
    language plpgsql
as $$
declare
    merged record;
    current jsonb;
    changed integer := 0;
begin
    for merged in
        select * from kernel.merged_rows where province_id = (select current_setting('app.province')::smallint) and act_id = act
    loop
        execute format('select to_jsonb(row) from %s as row where %s', merged.table_name, kernel.key_of_row(merged.table_name, merged.before)) into current;
        if current is distinct from merged.after then
            changed := changed + 1;
        end if;
    end loop;
    return changed;
end
$$;

-- Puts every row back as it was, the last one first.
create function kernel.undo_merge(act uuid) returns integer
    language plpgsql
as $$
declare
    merged record;
    columns text;
    restored integer := 0;
begin
    set constraints all deferred;
    for merged in
        select * from kernel.merged_rows where province_id = (select current_setting('app.province')::smallint) and act_id = act order by position desc
    loop
        columns := kernel.written_columns(merged.table_name);
        if merged.after is null then
            execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1)', merged.table_name, columns) using merged.before;
        else
            execute format(
                'update %1$s set (%2$s) = (select %2$s from jsonb_populate_record(null::%1$s, $1)) where %3$s',
                merged.table_name, columns, kernel.key_of_row(merged.table_name, merged.before)) using merged.before;
        end if;
        restored := restored + 1;
    end loop;
    return restored;
end
$$;
