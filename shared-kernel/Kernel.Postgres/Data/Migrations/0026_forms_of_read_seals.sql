-- With which form of digest a read was sealed. It stands in the seal and not in the read, because whoever seals knows it: a host of an older release that seals beside a newer one
-- writes the first form, as all seals up to now are.
alter table sensitive_read_seals add column form smallint not null default 1 check (form in (1, 2));

-- Of the persons of a page nothing is estimated: counting who is read how often took three quarters of each look at the table. The search finds the reads of a person by their
-- index whatever the planner believes of them, and sorts then; reading the log backwards until enough are found would read all of it for somebody who is seldom read.
alter table sensitive_reads alter column subjects set statistics 0;

create or replace function reads_of_subject(subject uuid, before timestamptz, most integer) returns setof kernel.sensitive_reads
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with found as materialized (
        select * from kernel.sensitive_reads r
        where r.province_id = current_setting('app.province')::smallint and r.subjects @> array[subject] and r.read_at < before
    )
    select * from found
    order by id desc
    limit most
$$;
