-- Whose data a read showed stands in the row of the read: a page of fifty members writes one row instead of fifty-one.
alter table sensitive_reads no force row level security;
alter table sensitive_reads add column subjects uuid[];
alter table sensitive_read_subjects no force row level security;
update sensitive_reads r set subjects = (
    select array_agg(s.subject_id order by s.subject_id) from sensitive_read_subjects s where s.province_id = r.province_id and s.read_id = r.id);
update sensitive_reads set subjects = '{00000000-0000-0000-0000-000000000000}', subject_count = 1 where subjects is null;
alter table sensitive_reads
    alter column subjects set not null,
    add constraint subjects_are_counted check (subject_count = cardinality(subjects));
alter table sensitive_reads force row level security;
delete from application_grants where relation = 'kernel.sensitive_read_subjects'::regclass;
drop table sensitive_read_subjects;

-- New entries wait in a list until the next vacuum sorts them into the index, many at a time; a search reads the list too. The vacuum comes often enough
-- that no writer has to do it.
create index sensitive_reads_of_subject on sensitive_reads using gin (subjects) with (gin_pending_list_limit = 65536);
alter table sensitive_reads set (autovacuum_vacuum_insert_threshold = 10000, autovacuum_vacuum_insert_scale_factor = 0);

-- Row-level security lets only leakproof operators reach an index, and containment in an array is none. So the search runs with the rights of the owner, who
-- may read the table without the policy, and names the province itself.
do $$
begin
    execute format('create policy search_by_subject on kernel.sensitive_reads for select to %I using (true)', current_user);
end
$$;

create function reads_of_subject(subject uuid, before timestamptz, most integer) returns setof kernel.sensitive_reads
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select * from kernel.sensitive_reads r
    where r.province_id = current_setting('app.province')::smallint and r.subjects @> array[subject] and r.read_at < before
    order by r.id desc
    limit most
$$;

comment on function reads_of_subject is 'The latest reads of somebody''s data in the province of the connection, before a moment.';
