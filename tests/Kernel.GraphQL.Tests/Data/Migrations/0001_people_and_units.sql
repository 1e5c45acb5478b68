-- Both modules of the tests live in one assembly, so each schema gets the tables of both.
create extension if not exists pg_trgm schema public;

create table organization (
    province_id smallint not null,
    id uuid not null,
    parent_id uuid,
    name text not null,
    primary key (province_id, id)
);

create table person (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    sponsor_id uuid,
    full_name text not null,
    search_key text not null,
    citizen_id text,
    status text not null,
    joined_on date not null,
    left_on date,
    points smallint not null,
    dues numeric not null,
    payments bigint not null,
    tags text[] not null,
    created_at timestamptz not null,
    home_commune text not null,
    version integer not null,
    primary key (province_id, id)
);

create table card (
    province_id smallint not null,
    id uuid not null,
    person_id uuid not null,
    number text not null,
    validity daterange not null,
    primary key (province_id, id)
);

select kernel.protect('organization', 'person', 'card');
