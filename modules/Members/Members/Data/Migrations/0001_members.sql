-- The register of members. A person is one row of member for life; what changes over time stands in tables of dated facts, whose
-- periods never overlap where only one can hold. Exclusion constraints are deferred, so that a fact may be ended and the next one
-- begun in any order within a transaction. Those over periods cost thirty times a unique index, so they guard status and cell, on
-- which every count rests, and flags; of cards, CV numbers and residences the database guards that only one is open.

create table members.member (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    full_name text not null check (full_name <> ''),
    birth_name text,
    other_names text,
    search_key text collate "C" not null,
    sort_key text collate "C" not null,
    sex text not null check (sex in ('MALE', 'FEMALE')),
    birth_date date not null,
    birth_date_precision text not null default 'DAY' check (birth_date_precision in ('DAY', 'MONTH', 'YEAR')),
    citizen_id text check (citizen_id ~ '^[0-9]{12}$'),
    ethnic_group text not null,
    religion text,
    native_place text,
    birth_place text,
    occupation text,
    general_education text,
    professional_level text,
    political_theory text,
    phone text,
    email text,
    status text not null check (status in
        ('SYMPATHIZER', 'APPLICANT', 'PROBATIONARY', 'OFFICIAL', 'EXPELLED', 'NAME_REMOVED', 'LEFT_ON_REQUEST', 'DECEASED')),
    status_since date not null,
    organization_id uuid not null,
    admission_decided_on date,
    joined_on date,
    official_on date,
    party_age_from date,
    left_on date,
    card_number text check (card_number ~ '^[0-9]{8}$'),
    cv_number text check (cv_number ~ '^[0-9]{6}[A-Z]{2,3}$'),
    primary key (province_id, id),
    constraint citizen_id_is_unique unique (province_id, citizen_id),
    constraint card_number_is_unique unique (province_id, card_number),
    constraint cv_number_is_unique unique (province_id, cv_number)
);
comment on table members.member is 'A person in the register, for life. From status on, the columns repeat the facts in force; their tables are the truth.';

-- A cell's list in its order, the scope of a user, and the join from a subtree.
create index member_organization on members.member (province_id, organization_id, sort_key, id);
-- Lists of a whole province in each order that the API offers; the card's and the identity's are the unique constraints.
create index member_name on members.member (province_id, sort_key, id);
create index member_birth_date on members.member (province_id, birth_date, id);
create index member_joined_on on members.member (province_id, joined_on, id);
-- What is rare in a province is found without reading it all.
create index member_status on members.member (province_id, status, sort_key, id);
create index member_ethnic_group on members.member (province_id, ethnic_group, sort_key, id);

create table members.membership (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    ordinal integer not null check (ordinal in (1, 2)),
    admission_decision_number text,
    admission_decided_on date,
    ceremony_on date,
    official_on date,
    official_on_reason text,
    recognition_decision_number text,
    recognition_decided_on date,
    restored_on date,
    confirmed_party_age_from date,
    party_age_reason text,
    ended_on date,
    primary key (province_id, id),
    constraint membership_is_first_or_second unique (province_id, member_id, ordinal),
    foreign key (province_id, member_id) references members.member,
    check (ceremony_on >= admission_decided_on),
    check (official_on > ceremony_on),
    check (confirmed_party_age_from is null or party_age_reason is not null)
);

create table members.membership_status (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    status text not null,
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    first_day date generated always as (lower(valid)) stored,
    decision_number text,
    decided_on date,
    decided_by text,
    reason text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    constraint member_has_one_status_a_day
        exclude using gist (province_id with =, member_id with =, valid with &&) deferrable initially deferred
);
create index membership_status_member on members.membership_status (province_id, member_id);
-- Who became what in a period: movements of form 1-TCTW.
create index membership_status_start on members.membership_status (province_id, status, first_day);

create table members.cell_assignment (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    organization_id uuid not null,
    kind text not null check (kind in ('OFFICIAL', 'TEMPORARY')),
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    first_day date generated always as (lower(valid)) stored,
    decision_number text,
    decided_on date,
    reason text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    constraint member_belongs_to_one_cell_a_day
        exclude using gist (province_id with =, member_id with =, valid with &&) where (kind = 'OFFICIAL') deferrable initially deferred
);
create index cell_assignment_member on members.cell_assignment (province_id, member_id);
create index cell_assignment_organization on members.cell_assignment (province_id, organization_id, kind);

create table members.membership_flag (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    flag text not null,
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    first_day date generated always as (lower(valid)) stored,
    decision_number text,
    decided_on date,
    reason text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    constraint flag_is_set_once_a_day
        exclude using gist (province_id with =, member_id with =, flag with =, valid with &&) deferrable initially deferred
);
create index membership_flag_member on members.membership_flag (province_id, member_id);
create index membership_flag_flag on members.membership_flag (province_id, flag, member_id);

create table members.party_card (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    number text not null check (number ~ '^[0-9]{8}$'),
    kind text not null check (kind in ('PAPER', 'CHIP')),
    issue text not null check (issue in ('FIRST', 'AGAIN', 'EXCHANGE')),
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    first_day date generated always as (lower(valid)) stored,
    decision_number text,
    decided_on date,
    ended_because text check (ended_because in ('REPLACED', 'LOST', 'RETURNED', 'DEATH')),
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    constraint member_has_one_card
        exclude using btree (province_id with =, member_id with =) where (upper_inf(valid)) deferrable initially deferred
);
create index party_card_member on members.party_card (province_id, member_id);
create index party_card_number on members.party_card (province_id, number);

create table members.cv_number (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    number text not null check (number ~ '^[0-9]{6}[A-Z]{2,3}$'),
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    first_day date generated always as (lower(valid)) stored,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    constraint member_has_one_cv_number
        exclude using btree (province_id with =, member_id with =) where (upper_inf(valid)) deferrable initially deferred
);
create index cv_number_member on members.cv_number (province_id, member_id);
create index cv_number_number on members.cv_number (province_id, number);

create table members.residence (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('PERMANENT', 'TEMPORARY')),
    address text not null check (address <> ''),
    hamlet text,
    commune_code text check (commune_code ~ '^[0-9]{5}$'),
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    first_day date generated always as (lower(valid)) stored,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    constraint member_has_one_residence_of_a_kind
        exclude using btree (province_id with =, member_id with =, kind with =) where (upper_inf(valid)) deferrable initially deferred
);
create index residence_member on members.residence (province_id, member_id);
create index residence_commune on members.residence (province_id, commune_code, hamlet) where commune_code is not null;

select kernel.protect(
    'members.member', 'members.membership', 'members.membership_status', 'members.cell_assignment', 'members.membership_flag',
    'members.party_card', 'members.cv_number', 'members.residence');
