-- Lists that users take away as files: who asked, for what, who approved, what came out (PD-07, PD-15). The content goes after some days, the record stays.
create table exports (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    -- The one organization to which the list is narrowed by the rights of whoever asks; null where there is none such, so that it is a matter of the whole province.
    organization_id uuid,
    user_id uuid not null,
    user_name text not null,
    -- With which of the user's rights it was asked for, so that it runs with no others.
    credential text not null,
    requested_at timestamptz not null,
    title text not null,
    purpose text not null,
    format text not null check (format in ('XLSX', 'CSV', 'PDF')),
    language text not null check (language in ('VIETNAMESE', 'ENGLISH')),
    document text not null,
    variables text,
    list text not null,
    columns text[] not null,
    headings text[] not null,
    is_sensitive boolean not null,
    state text not null check (state in ('AWAITING_APPROVAL', 'QUEUED', 'RUNNING', 'READY', 'REFUSED', 'WITHDRAWN', 'FAILED', 'EXPIRED')),
    decided_at timestamptz,
    decided_by uuid,
    decided_by_name text,
    decided_because text,
    -- Renewed with each page while it runs; one that has stopped long ago belonged to a host that is gone, and is taken up again.
    alive_at timestamptz,
    attempts integer not null default 0,
    finished_at timestamptz,
    expires_at timestamptz,
    rows_written integer not null default 0,
    bytes bigint,
    content_hash text,
    -- The rights that the run asked for, as they were then: whoever fetches the file holds them still.
    scopes jsonb,
    problem_code text,
    problem_vietnamese text,
    problem_english text,
    primary key (province_id, id),
    -- Nobody decides on their own request.
    constraint exports_are_decided_by_others check (decided_by is null or decided_by <> user_id),
    check (not is_sensitive or state in ('AWAITING_APPROVAL', 'REFUSED', 'WITHDRAWN', 'EXPIRED', 'FAILED') or decided_by is not null)
);
create index exports_requested on exports (province_id, requested_at desc, id desc);
create index exports_of_user on exports (province_id, user_id, requested_at desc);
create index exports_to_do on exports (province_id, requested_at) where state in ('QUEUED', 'RUNNING');
create index exports_to_expire on exports (province_id, expires_at) where state in ('READY', 'AWAITING_APPROVAL');

create table export_pieces (
    province_id smallint not null,
    export_id uuid not null,
    number integer not null,
    content bytea not null,
    primary key (province_id, export_id, number),
    foreign key (province_id, export_id) references exports (province_id, id) on delete cascade
);
-- Files are compressed by their format already.
alter table export_pieces alter column content set storage external;

create table export_downloads (
    province_id smallint not null,
    id uuid not null,
    export_id uuid not null,
    downloaded_at timestamptz not null,
    user_id uuid not null,
    user_name text not null,
    client text,
    request_id text,
    primary key (province_id, id)
);
create index export_downloads_of_export on export_downloads (province_id, export_id, downloaded_at);

select kernel.protect('exports', 'export_pieces');
select kernel.protect_append_only('export_downloads');

create function announce_export() returns trigger language plpgsql as $$
begin
    perform pg_notify('modular_exports', new.province_id || ':' || new.id);
    return null;
end $$;

create trigger announce after insert or update on exports
    for each row execute function announce_export();
