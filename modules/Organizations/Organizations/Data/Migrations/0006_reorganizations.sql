-- Reorganizations (sắp xếp tổ chức): a scheme with its steps, one decision, an effective day (ORG-22, ORG-25), what followed from it, and the minutes of handing over.
-- superior_id is the committee that decides: who works on schemes there sees the scheme and all that belongs to it.

create table organizations.reorganization (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    superior_id uuid not null,
    title text not null,
    reasons text,
    written_at timestamptz not null,
    state text not null,
    effective_on date not null,
    appraised_on date,
    appraised_by text,
    appraisal text,
    decision_id uuid,
    took_effect_at timestamptz,
    withdrawal_reason text,
    blocked_on date,
    blocked_because text,
    primary key (province_id, id),
    foreign key (province_id, superior_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred,
    check (state not in ('DECIDED', 'EFFECTIVE') or decision_id is not null),
    check ((state = 'EFFECTIVE') = (took_effect_at is not null))
);
comment on column organizations.reorganization.blocked_because is 'Why the decided reorganization could not take effect on its day; it is tried again every day.';
create index reorganization_of on organizations.reorganization (province_id, superior_id, effective_on desc, id);
create index reorganization_by_state on organizations.reorganization (province_id, state, effective_on, id);

-- Organizations of steps may be such as the reorganization founds itself, so they are no references.
create table organizations.reorganization_step (
    province_id smallint not null,
    id uuid not null,
    reorganization_id uuid not null,
    superior_id uuid not null,
    position integer not null,
    kind text not null,
    organization_id uuid not null,
    parent_id uuid,
    target_id uuid,
    name text,
    short_name text,
    code text,
    code_scheme text,
    kind_code text,
    subkind text,
    manner text,
    field_type text,
    host_legal_status text,
    administrative_unit_code text,
    has_superior_powers boolean not null,
    consent_number text,
    consent_on date,
    consent_authority text,
    consent_authority_organization_id uuid,
    primary key (province_id, id),
    foreign key (province_id, reorganization_id) references organizations.reorganization on delete cascade deferrable initially deferred,
    unique (province_id, reorganization_id, position) deferrable initially deferred
);
create index reorganization_step_about on organizations.reorganization_step (province_id, organization_id);

create table organizations.reorganization_member (
    province_id smallint not null,
    id uuid not null,
    reorganization_id uuid not null,
    step_id uuid not null,
    superior_id uuid not null,
    member_id uuid not null,
    primary key (province_id, id),
    foreign key (province_id, step_id) references organizations.reorganization_step on delete cascade deferrable initially deferred,
    constraint member_stands_once_on_the_lists unique (province_id, reorganization_id, member_id) deferrable initially deferred
);
comment on table organizations.reorganization_member is 'The lists of members that are attached to a decision (ORG-22).';
create index reorganization_member_of_step on organizations.reorganization_member (province_id, step_id);
create index reorganization_member_about on organizations.reorganization_member (province_id, member_id);

create table organizations.organization_succession (
    province_id smallint not null,
    id uuid not null,
    predecessor_id uuid not null,
    successor_id uuid not null,
    type text not null,
    effective_on date not null,
    decision_id uuid,
    primary key (province_id, id),
    foreign key (province_id, predecessor_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, successor_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, decision_id) references organizations.decision_document deferrable initially deferred,
    check (predecessor_id <> successor_id)
);
comment on table organizations.organization_succession is 'Which organization took the place of which, by merger or split.';
create index organization_succession_from on organizations.organization_succession (province_id, predecessor_id, effective_on);
create index organization_succession_to on organizations.organization_succession (province_id, successor_id, effective_on);

create table organizations.hand_over (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    reorganization_id uuid not null,
    superior_id uuid not null,
    giving_id uuid not null,
    receiving_id uuid not null,
    effective_on date not null,
    organization_count integer not null,
    member_count integer not null,
    given_on date,
    given_by text,
    received_on date,
    received_by text,
    remark text,
    primary key (province_id, id),
    foreign key (province_id, reorganization_id) references organizations.reorganization deferrable initially deferred,
    foreign key (province_id, giving_id) references organizations.organization deferrable initially deferred,
    foreign key (province_id, receiving_id) references organizations.organization deferrable initially deferred,
    check ((given_on is null) = (given_by is null)),
    check ((received_on is null) = (received_by is null))
);
comment on table organizations.hand_over is 'Minutes of handing over (biên bản bàn giao) between the organization that gives and the one that receives (ORG-22).';
create index hand_over_of on organizations.hand_over (province_id, reorganization_id);
create index hand_over_unsigned on organizations.hand_over (province_id, giving_id) where given_on is null or received_on is null;

select kernel.protect(
    'organizations.reorganization',
    'organizations.reorganization_step',
    'organizations.reorganization_member',
    'organizations.organization_succession',
    'organizations.hand_over');
