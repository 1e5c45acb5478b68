-- Meetings of residential cells with working members (RES-04): who was summoned, who came, what was said and answered.

create table residence_liaison.meeting (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    -- The residential cell.
    cell_id uuid not null,
    year integer not null,
    period text not null check (period in ('FIRST_HALF', 'SECOND_HALF', 'EXTRAORDINARY')),
    state text not null check (state in ('PLANNED', 'INVITED', 'HELD', 'CANCELLED')),
    planned_on date not null,
    place text,
    agenda text not null check (agenda <> ''),
    papers text,
    invited_on date,
    held_on date,
    minutes text,
    cancellation_reason text,
    -- By the policy of the day on which it was held.
    quorum_percent integer check (quorum_percent between 0 and 100),
    expected integer not null check (expected >= 0),
    present integer not null check (present >= 0),
    absent_with_reason integer not null check (absent_with_reason >= 0),
    absent_without_reason integer not null check (absent_without_reason >= 0),
    represented integer not null check (represented >= 0),
    primary key (province_id, id),
    check ((state = 'HELD') = (held_on is not null) and (held_on is null) = (quorum_percent is null)),
    check (state not in ('INVITED', 'HELD') or invited_on is not null),
    check ((state = 'CANCELLED') = (cancellation_reason is not null)),
    check (present + absent_with_reason + absent_without_reason + represented = case when held_on is null then 0 else expected end)
);
create unique index cell_meets_once_in_a_half_year on residence_liaison.meeting (province_id, cell_id, year, period)
    where period <> 'EXTRAORDINARY' and state <> 'CANCELLED';
create index meeting_planned on residence_liaison.meeting (province_id, planned_on, id);
create index meeting_cell on residence_liaison.meeting (province_id, cell_id, planned_on, id);

create table residence_liaison.attendance (
    province_id smallint not null,
    id uuid not null,
    meeting_id uuid not null,
    introduction_id uuid not null,
    member_id uuid not null,
    -- The residential cell that meets, and the member's own cell: both see it.
    cell_id uuid not null,
    own_cell_id uuid not null,
    full_name text not null,
    -- What tells members of one household: the address without diacritics and case.
    household text,
    met_on date not null,
    kind text not null check (kind in ('SUMMONED', 'PRESENT', 'ABSENT_WITH_REASON', 'ABSENT_WITHOUT_REASON', 'REPRESENTED')),
    reason text,
    represented_by text,
    primary key (province_id, id),
    foreign key (province_id, meeting_id) references residence_liaison.meeting,
    foreign key (province_id, introduction_id) references residence_liaison.introduction,
    unique (province_id, meeting_id, introduction_id),
    check ((kind = 'ABSENT_WITH_REASON') = (reason is not null)),
    check ((kind = 'REPRESENTED') = (represented_by is not null))
);
create index attendance_meeting on residence_liaison.attendance (province_id, meeting_id, full_name, id);
create index attendance_member on residence_liaison.attendance (province_id, member_id, met_on, id);
create index attendance_introduction on residence_liaison.attendance (province_id, introduction_id);

create table residence_liaison.opinion (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    meeting_id uuid not null,
    introduction_id uuid not null,
    member_id uuid not null,
    cell_id uuid not null,
    content text not null check (content <> ''),
    recorded_on date not null,
    answer text,
    answered_on date,
    follow_up text,
    primary key (province_id, id),
    foreign key (province_id, meeting_id) references residence_liaison.meeting,
    foreign key (province_id, introduction_id) references residence_liaison.introduction,
    check ((answer is null) = (answered_on is null)),
    check (follow_up is null or answer is not null)
);
create index opinion_meeting on residence_liaison.opinion (province_id, meeting_id, recorded_on, id);
create index opinion_member on residence_liaison.opinion (province_id, member_id, recorded_on, id);
create index opinion_introduction on residence_liaison.opinion (province_id, introduction_id);
create index opinion_unanswered on residence_liaison.opinion (province_id, cell_id) where answer is null;

select kernel.protect('residence_liaison.meeting', 'residence_liaison.attendance', 'residence_liaison.opinion');
