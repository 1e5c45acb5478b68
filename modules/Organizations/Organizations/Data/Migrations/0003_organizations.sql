-- Party organizations. The row of organizations.organization shows how an organization stands today; what changes by decision is kept with its
-- periods beside it and written in the same transaction. The tree itself is kernel.organization_tree. Rows of one
-- transaction may come in any order, so references are checked when it commits.

create table organizations.decision_document (
    province_id smallint not null,
    id uuid not null,
    number text not null,
    decided_on date not null,
    authority text not null,
    authority_organization_id uuid,
    excerpt text,
    primary key (province_id, id)
);
comment on table organizations.decision_document is 'A decision on which events rest. One decision may found, move and end many organizations.';

create table organizations.organization (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    state text not null,
    code text not null,
    name text not null,
    short_name text,
    search_key text not null,
    sort_key text collate "C" not null,
    kind text not null references organizations.kind,
    subkind text references organizations.subkind,
    era text not null references organizations.era,
    parent_id uuid,
    field_type text,
    host_legal_status text,
    may_admit boolean not null,
    may_expel boolean not null,
    has_superior_powers boolean not null,
    administrative_unit_id integer references organizations.administrative_unit,
    address text,
    phone text,
    email text,
    founded_on date not null,
    ended_on date,
    primary key (province_id, id),
    foreign key (province_id, parent_id) references organizations.organization deferrable initially deferred,
    check (ended_on > founded_on),
    check ((ended_on is not null) = (state in ('MERGED', 'SPLIT', 'DISSOLVED', 'DISBANDED_BY_DISCIPLINE', 'ENDED')))
);
comment on column organizations.organization.ended_on is 'The first day on which it is no more.';
-- One root, and names that tell siblings apart, among those that have not ended.
create unique index organization_root on organizations.organization (province_id) where parent_id is null and ended_on is null;
create unique index organization_name_below_parent on organizations.organization (province_id, parent_id, sort_key) where ended_on is null;
create index organization_children on organizations.organization (province_id, parent_id, sort_key, id);
create index organization_by_name on organizations.organization (province_id, sort_key, id);
create index organization_by_code on organizations.organization (province_id, code, id);
create index organization_by_kind on organizations.organization (province_id, kind, subkind, sort_key, id);
create index organization_by_field on organizations.organization (province_id, field_type, sort_key, id);
create index organization_by_state on organizations.organization (province_id, state, sort_key, id);
create index organization_by_unit on organizations.organization (province_id, administrative_unit_id, sort_key, id);
create index organization_search on organizations.organization using gin (search_key gin_trgm_ops);

create table organizations.organization_event (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    type text not null,
    effective_on date not null,
    recorded_at timestamptz not null,
    decision_id uuid,
    previous_name text,
    name text,
    previous_parent_id uuid,
    parent_id uuid,
    remark text,
    primary key (province_id, id),
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred
);
comment on table organizations.organization_event is 'The life of an organization (ORG-25): one row for each act, with the decision and the day from which it counts.';
create index organization_event_of on organizations.organization_event (province_id, organization_id, effective_on, id);
create index organization_event_by_day on organizations.organization_event (province_id, type, effective_on, id);

create table organizations.organization_name (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    name text not null,
    short_name text,
    search_key text not null,
    sort_key text collate "C" not null,
    valid daterange not null check (not isempty(valid)),
    valid_from date not null generated always as (lower(valid)) stored,
    decision_id uuid,
    primary key (province_id, id),
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred,
    constraint organization_has_one_name_a_day
        exclude using gist (province_id with =, organization_id with =, valid with &&) deferrable initially deferred
);
create index organization_name_of on organizations.organization_name (province_id, organization_id, valid_from);
create index organization_name_search on organizations.organization_name (province_id, search_key);

create table organizations.organization_code (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    scheme text not null,
    value text not null,
    valid daterange not null check (not isempty(valid)),
    valid_from date not null generated always as (lower(valid)) stored,
    primary key (province_id, id),
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    -- ORG-24: a code that was given is never given again, to whomever.
    constraint code_is_never_given_again unique (province_id, scheme, value),
    constraint organization_has_one_code_a_day
        exclude using gist (province_id with =, organization_id with =, scheme with =, valid with &&) deferrable initially deferred
);
create index organization_code_of on organizations.organization_code (province_id, organization_id, valid_from);
create index organization_code_value on organizations.organization_code (province_id, value text_pattern_ops);

create table organizations.organization_kind (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    kind text not null references organizations.kind,
    subkind text references organizations.subkind,
    era text not null references organizations.era,
    valid daterange not null check (not isempty(valid)),
    valid_from date not null generated always as (lower(valid)) stored,
    decision_id uuid,
    primary key (province_id, id),
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred,
    constraint organization_has_one_kind_a_day
        exclude using gist (province_id with =, organization_id with =, valid with &&) deferrable initially deferred
);
create index organization_kind_of on organizations.organization_kind (province_id, organization_id, valid_from);

select kernel.protect(
    'organizations.decision_document',
    'organizations.organization',
    'organizations.organization_event',
    'organizations.organization_name',
    'organizations.organization_code',
    'organizations.organization_kind');
