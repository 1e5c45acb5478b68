-- Meetings of cells and committees as facts (ORG-15): one regular meeting a month, and what was called besides.

create function organizations.meets_monthly(kind text, body text, committee_size integer) returns boolean
    language sql immutable parallel safe
    return case
        when body = 'MEMBERS' then kind in ('CELL', 'GRASSROOTS_CELL')
        when kind in ('CELL', 'GRASSROOTS_CELL') then coalesce(committee_size, 0) > 0
        else kind = 'GRASSROOTS_COMMITTEE'
    end;
comment on function organizations.meets_monthly is
    'Who meets regularly every month (ORG-15): cells, cell committees where a term with a committee is on record, grassroots committees.';

create table organizations.meeting (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    organization_id uuid not null,
    body text not null check (body in ('MEMBERS', 'COMMITTEE')),
    kind text not null check (kind in ('REGULAR', 'THEMATIC', 'EXTRAORDINARY')),
    held_on date not null,
    month date not null generated always as (make_date(extract(year from held_on)::integer, extract(month from held_on)::integer, 1)) stored,
    year integer not null generated always as (extract(year from held_on)::integer) stored,
    expected integer not null check (expected between 1 and 5000),
    present integer not null check (present between 0 and expected),
    group_meeting smallint check (group_meeting > 0),
    topic text,
    reference text,
    primary key (province_id, id),
    foreign key (province_id, organization_id) references organizations.organization deferrable initially deferred,
    constraint meeting_is_recorded_once unique (province_id, organization_id, held_on, body, kind),
    constraint party_groups_meet_by_number unique (province_id, organization_id, year, group_meeting),
    check (group_meeting is null or (body = 'MEMBERS' and kind = 'REGULAR'))
);
comment on column organizations.meeting.group_meeting is
    'Of a regular meeting that a large cell held by Party groups: which one of the year it is. The numbers bound how many there are.';
create unique index body_meets_regularly_once_a_month on organizations.meeting (province_id, organization_id, month, body) where kind = 'REGULAR';
create index meeting_by_month on organizations.meeting (province_id, month, organization_id);
create index meeting_by_day on organizations.meeting (province_id, held_on, id);

select kernel.protect('organizations.meeting');
