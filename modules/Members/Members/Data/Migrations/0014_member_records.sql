-- The member sheet (2-HSĐV) beyond the register: one row a person with the single facts, and its tables. A record has the identifier of its member; it is seen under a permission
-- of its own, by the member's cell, which a trigger keeps in step. Periods that may not overlap are guarded by the member's version, which every change of a record raises.

create table members.member_record (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    class_origin text check (class_origin in (
        'WORKER', 'LANDLESS_PEASANT', 'POOR_PEASANT', 'MIDDLE_PEASANT', 'RICH_PEASANT', 'PEASANT', 'URBAN_POOR', 'CIVIL_SERVANT', 'ARMED_FORCES', 'INTELLECTUAL',
        'SMALL_TRADER', 'PETTY_BOURGEOIS', 'BOURGEOIS', 'LANDOWNER', 'OTHER')),
    recruited_on date,
    recruited_by text,
    youth_union_joined_on date,
    social_organizations text,
    enlisted_on date,
    discharged_on date check (discharged_on >= enlisted_on),
    academic_title text check (academic_title in ('ASSOCIATE_PROFESSOR', 'PROFESSOR')),
    highest_degree text,
    foreign_languages text,
    ethnic_languages text,
    computing text,
    health text,
    war_invalid_class text check (war_invalid_class in ('FIRST', 'SECOND', 'THIRD', 'FOURTH')),
    is_of_martyrs_family boolean,
    is_of_family_with_merit boolean,
    former_removal text,
    legal_sanctions text,
    old_regime_work text,
    economy_year integer,
    household_income bigint check (household_income >= 0),
    income_per_head bigint check (income_per_head >= 0),
    housing text,
    land text,
    economic_activity text,
    assets text,
    signed_at text,
    signed_on date,
    primary key (province_id, id),
    foreign key (province_id, id) references members.member
);
create index member_record_organization on members.member_record (province_id, organization_id);

create table members.admission_detail (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    ordinal integer not null check (ordinal in (1, 2)),
    admitted_at text,
    recognized_at text,
    first_sponsor text,
    first_sponsor_post text,
    second_sponsor text,
    second_sponsor_post text,
    primary key (province_id, id),
    constraint admission_is_detailed_once unique (province_id, member_id, ordinal),
    foreign key (province_id, member_id) references members.member_record
);

create table members.career_entry (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    began_on date not null,
    ended_on date check (ended_on >= began_on),
    work text not null check (work <> ''),
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member_record
);
create index career_entry_member on members.career_entry (province_id, member_id);

create table members.training_entry (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('PROFESSIONAL', 'POLITICAL_THEORY', 'LANGUAGE', 'TECHNOLOGY', 'STATE_MANAGEMENT', 'DEFENCE', 'OTHER')),
    school text not null check (school <> ''),
    subject text not null check (subject <> ''),
    began_on date not null,
    ended_on date check (ended_on >= began_on),
    form text not null check (form in ('FULL_TIME', 'PART_TIME', 'DISTANCE', 'SHORT_COURSE')),
    certificate text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member_record
);
create index training_entry_member on members.training_entry (province_id, member_id);

create table members.honour_entry (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('REWARD', 'HONOUR')),
    title text not null check (title <> ''),
    awarded_on date not null,
    awarded_by text,
    decision_number text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member_record
);
create index honour_entry_member on members.honour_entry (province_id, member_id);

create table members.trip_abroad (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    began_on date not null,
    ended_on date check (ended_on >= began_on),
    countries text not null check (countries <> ''),
    purpose text not null check (purpose <> ''),
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member_record
);
create index trip_abroad_member on members.trip_abroad (province_id, member_id);

create table members.foreign_tie (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('ORGANIZATION', 'RELATIVE')),
    name text not null check (name <> ''),
    country text not null check (country <> ''),
    detail text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member_record
);
create index foreign_tie_member on members.foreign_tie (province_id, member_id);

create table members.family_member (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    relation text not null check (relation in (
        'PATERNAL_GRANDPARENT', 'MATERNAL_GRANDPARENT', 'FATHER', 'MOTHER', 'ADOPTIVE_PARENT', 'SIBLING', 'SPOUSE', 'PARENT_IN_LAW', 'SIBLING_IN_LAW', 'CHILD', 'ADOPTED_CHILD')),
    full_name text not null check (full_name <> ''),
    birth_year integer,
    is_deceased boolean not null,
    residence text,
    occupation text,
    religion text,
    nationality text,
    political_history text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member_record
);
create index family_member_member on members.family_member (province_id, member_id);

select kernel.protect(
    'members.member_record', 'members.admission_detail', 'members.career_entry', 'members.training_entry', 'members.honour_entry', 'members.trip_abroad',
    'members.foreign_tie', 'members.family_member');

create function members.record_follows_member() returns trigger
language plpgsql
as $$
begin
    update members.member_record set organization_id = new.organization_id
    where province_id = new.province_id and id = new.id;
    return null;
end
$$;

create trigger record_follows_member
    after update of organization_id on members.member
    for each row when (old.organization_id is distinct from new.organization_id)
    execute function members.record_follows_member();
