-- Agencies that advise and assist committees, and their service units (ORG-20): no Party organizations, so that they stand in no tree.

create table organizations.party_agency (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    organization_id uuid not null,
    kind text not null check (kind in ('ADVISORY', 'SERVICE_UNIT')),
    name text not null,
    sort_key text collate "C" not null,
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    decision_id uuid not null,
    closing_decision_id uuid,
    primary key (province_id, id),
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred,
    foreign key (province_id, closing_decision_id) references organizations.decision_document deferrable initially deferred,
    check (closing_decision_id is null or not upper_inf(valid)),
    -- Over expressions, as for committees: look-ups by the columns are the business of the indexes below.
    constraint committee_has_an_agency_of_a_name_once
        exclude using gist ((province_id::integer) with =, (organization_id::text::uuid) with =, (sort_key || '') with =, valid with &&) deferrable initially deferred
);
comment on table organizations.party_agency is 'It closes with the organization whose committee it serves.';
create index party_agency_of on organizations.party_agency (province_id, organization_id, sort_key, id);
create index party_agency_by_name on organizations.party_agency (province_id, sort_key, id);

select kernel.protect('organizations.party_agency');
