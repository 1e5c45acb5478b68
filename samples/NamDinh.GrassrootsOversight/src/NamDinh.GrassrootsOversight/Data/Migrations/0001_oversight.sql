-- Committee members in charge of cells (OV-03), their visits, and recommendations with an answer clock (OV-07).

create table grassroots_oversight.assignment (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    overseer_id uuid not null,
    cell_id uuid not null,
    level text not null check (level in ('PROVINCE', 'SUPERIOR', 'GRASSROOTS')),
    basis_number text not null check (basis_number <> ''),
    basis_decided_on date not null,
    from_on date not null,
    -- The first day on which it holds no more.
    to_on date,
    -- By the policy of the first day; a later policy changes no assignment.
    visits_a_quarter integer not null check (visits_a_quarter >= 0),
    primary key (province_id, id),
    check (to_on is null or to_on >= from_on)
);
create unique index overseer_is_in_charge_once on grassroots_oversight.assignment (province_id, overseer_id, cell_id) where to_on is null;
create index assignment_cell on grassroots_oversight.assignment (province_id, cell_id, from_on, id);
create index assignment_overseer on grassroots_oversight.assignment (province_id, overseer_id, from_on, id);
create index assignment_from on grassroots_oversight.assignment (province_id, from_on, id);

create table grassroots_oversight.visit (
    province_id smallint not null,
    id uuid not null,
    assignment_id uuid not null,
    cell_id uuid not null,
    visited_on date not null,
    kind text not null check (kind in ('CELL_MEETING', 'WORK_WITH_UNIT', 'MEETING_PEOPLE')),
    findings text not null check (findings <> ''),
    primary key (province_id, id),
    foreign key (province_id, assignment_id) references grassroots_oversight.assignment
);
create index visit_assignment on grassroots_oversight.visit (province_id, assignment_id, visited_on, id);
create index visit_cell on grassroots_oversight.visit (province_id, cell_id, visited_on, id);

create table grassroots_oversight.recommendation (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    visit_id uuid not null,
    cell_id uuid not null,
    -- The organization that is to answer.
    owner_id uuid not null,
    content text not null check (content <> ''),
    state text not null check (state in ('RAISED', 'ACCEPTED', 'ASSIGNED', 'SOLVED', 'ANSWERED', 'REJECTED')),
    raised_on date not null,
    due_on date not null,
    answer text,
    answered_on date,
    primary key (province_id, id),
    foreign key (province_id, visit_id) references grassroots_oversight.visit,
    check ((state in ('ANSWERED', 'REJECTED')) = (answered_on is not null) and (answered_on is null) = (answer is null))
);
create index recommendation_visit on grassroots_oversight.recommendation (province_id, visit_id, raised_on, id);
create index recommendation_cell on grassroots_oversight.recommendation (province_id, cell_id, raised_on, id);
create index recommendation_owner on grassroots_oversight.recommendation (province_id, owner_id, raised_on, id);
create index recommendation_raised on grassroots_oversight.recommendation (province_id, raised_on, id);
create index recommendation_open on grassroots_oversight.recommendation (province_id, owner_id) where answered_on is null;

-- Campaigns among households (OV-08). What is counted and what names people are two tables: the second is emptied after the campaign (OV-20).

create table grassroots_oversight.campaign (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    organization_id uuid not null,
    code text not null check (code <> ''),
    name text not null check (name <> ''),
    started_on date not null,
    ended_on date check (ended_on >= started_on),
    households_deleted_on date check (households_deleted_on >= ended_on),
    primary key (province_id, id)
);
create unique index campaign_code_is_its_own on grassroots_oversight.campaign (province_id, code);
create index campaign_organization on grassroots_oversight.campaign (province_id, organization_id, started_on, id);
create index campaign_started on grassroots_oversight.campaign (province_id, started_on, id);

create table grassroots_oversight.household_case (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    campaign_id uuid not null,
    organization_id uuid not null,
    number integer not null check (number > 0),
    state text not null check (state in (
        'LISTED', 'CONTACTED', 'PROBLEM', 'BEING_PERSUADED', 'UNRESOLVED', 'ESCALATED', 'AGREED', 'COMPENSATED', 'HANDED_OVER')),
    problem text check (problem in ('COMPENSATION_PRICE', 'RESETTLEMENT', 'DOCUMENTS', 'FAMILY_DISPUTE', 'OTHER')),
    in_charge_id uuid,
    changed_on date not null,
    primary key (province_id, id),
    foreign key (province_id, campaign_id) references grassroots_oversight.campaign,
    check (problem is not null or state not in ('PROBLEM', 'BEING_PERSUADED', 'UNRESOLVED', 'ESCALATED'))
);
create unique index household_is_listed_once on grassroots_oversight.household_case (province_id, campaign_id, number);
create index household_case_member on grassroots_oversight.household_case (province_id, in_charge_id, id) where in_charge_id is not null;

create table grassroots_oversight.household (
    province_id smallint not null,
    case_id uuid not null,
    campaign_id uuid not null,
    organization_id uuid not null,
    in_charge_id uuid,
    head_name text not null check (head_name <> ''),
    address text not null check (address <> ''),
    primary key (province_id, case_id),
    foreign key (province_id, case_id) references grassroots_oversight.household_case
);
create index household_campaign on grassroots_oversight.household (province_id, campaign_id);

select kernel.protect(
    'grassroots_oversight.assignment', 'grassroots_oversight.visit', 'grassroots_oversight.recommendation', 'grassroots_oversight.campaign',
    'grassroots_oversight.household_case', 'grassroots_oversight.household');
