-- Who was shown sensitive personal data, whose, which, when, and what for (Law 91/2025/QH15; PD-07, PD-15). Whose and which, never the values.
-- The application adds rows and can neither change nor delete them.
create table sensitive_reads (
    province_id smallint not null,
    id uuid not null,
    read_at timestamptz not null,
    user_id uuid,
    user_name text not null,
    -- The type of the objects and the fields that were shown of them, as the schema names them.
    subject_type text not null,
    fields text[] not null,
    subject_count integer not null check (subject_count > 0),
    purpose text not null,
    client text,
    operation text,
    request_id text,
    primary key (province_id, id)
);
create index sensitive_reads_by_time on sensitive_reads (province_id, read_at, id);
create index sensitive_reads_by_user on sensitive_reads (province_id, user_id, read_at, id);

-- Whose data it was. The key serves "who was shown mine"; identifiers of reads grow with time.
create table sensitive_read_subjects (
    province_id smallint not null,
    subject_id uuid not null,
    read_id uuid not null,
    primary key (province_id, subject_id, read_id)
);

select kernel.protect_append_only('sensitive_reads', 'sensitive_read_subjects');
