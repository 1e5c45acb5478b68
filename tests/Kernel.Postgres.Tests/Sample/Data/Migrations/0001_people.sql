create table person (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    full_name text not null,
    card_number text,
    status text not null check (status in ('OFFICIAL', 'ON_PROBATION')),
    born_on date not null,
    seen_at timestamptz,
    absent daterange,
    home_commune text not null,
    home_house_number integer,
    version integer not null,
    primary key (province_id, id),
    constraint card_number_is_taken_once unique (province_id, card_number),
    constraint name_is_given check (full_name <> '')
);

create table note (
    province_id smallint not null,
    id uuid not null,
    person_id uuid not null,
    text text not null,
    primary key (province_id, id),
    constraint note_is_about_a_person foreign key (province_id, person_id) references person (province_id, id) deferrable initially deferred
);

create table degree (
    province_id smallint not null,
    code text not null,
    year integer not null,
    title text not null,
    primary key (province_id, code, year)
);

select kernel.protect('person', 'note', 'degree');
