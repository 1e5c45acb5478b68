-- Every table has province_id first in its key; kernel.protect holds it to the province by row-level security.
create table module_schema.note (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    organization_id uuid not null,
    written_on date not null,
    content text not null check (content <> ''),
    primary key (province_id, id)
);
create index note_organization on module_schema.note (province_id, organization_id, written_on, id);
create index note_written on module_schema.note (province_id, written_on, id);

select kernel.protect('module_schema.note');
