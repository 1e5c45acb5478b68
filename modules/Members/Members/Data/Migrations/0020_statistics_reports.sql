-- Reports of Party statistics as they were closed. Definition and figures are kept as they were, so that neither a correction nor a new edition of the form changes a report.

create table members.statistics_report (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    organization_id uuid not null,
    receiver_id uuid,
    form text not null check (form in ('MOVEMENT', 'NEW_MEMBERS', 'ALL_MEMBERS', 'ETHNIC_GROUPS_AND_RELIGIONS')),
    from_day date not null,
    to_day date not null check (to_day >= from_day),
    revision integer not null check (revision > 0),
    is_current boolean not null,
    state text not null check (state in ('CLOSED', 'SUBMITTED', 'RECEIVED', 'RETURNED')),
    definition text not null,
    figures text not null,
    closed_at timestamptz not null,
    closed_by text not null,
    submitted_on date,
    submitted_by text,
    decided_on date,
    decided_by text,
    return_reason text,
    primary key (province_id, id),
    constraint report_is_revised_in_order unique (province_id, organization_id, form, from_day, to_day, revision),
    check ((state = 'CLOSED') = (submitted_on is null)),
    check ((state in ('RECEIVED', 'RETURNED')) = (decided_on is not null)),
    check (state <> 'RETURNED' or return_reason is not null)
);
create unique index report_has_one_current_revision on members.statistics_report (province_id, organization_id, form, from_day, to_day) where is_current;
-- What waits for whoever receives it.
create index statistics_report_receiver on members.statistics_report (province_id, receiver_id) where state = 'SUBMITTED';
-- The list, the latest periods first, and who is late for a period.
create index statistics_report_to_day on members.statistics_report (province_id, to_day, id);

select kernel.protect('members.statistics_report');
