-- What the two committees tell each other of a member: changes at the workplace (RES-07), absences, breaches and proposals of the residence (RES-08, RES-14).

create table residence_liaison.notice (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    -- The introduction is the thread: one member, one workplace, one residence.
    introduction_id uuid not null,
    member_id uuid not null,
    full_name text not null,
    direction text not null check (direction in ('TO_RESIDENCE', 'TO_WORKPLACE')),
    kind text not null check (kind in (
        'POST_CHANGED', 'CELL_CHANGED', 'TRANSFERRED', 'EXPELLED', 'NAME_REMOVED', 'LEFT', 'DECEASED', 'LONG_ABSENCE', 'SPECIAL_TASK', 'CATEGORY_CHANGED', 'MOVED_HOUSE',
        'ABSENT_FROM_MEETING', 'BREACH', 'PRAISED', 'PRAISE_PROPOSED', 'HANDLING_PROPOSED', 'MESSAGE')),
    state text not null check (state in ('DELIVERED', 'READ', 'ACKNOWLEDGED', 'ANSWERED', 'WITHDRAWN')),
    -- Both ends, as they were when it was sent: the member's own cell, the commune committee, the residential cell once there was one.
    cell_id uuid not null,
    receiver_id uuid not null,
    residence_cell_id uuid,
    sender_id uuid not null,
    addressee_id uuid not null,
    happened_on date not null,
    sent_on date not null,
    acknowledge_by date not null,
    is_automatic boolean not null,
    content text,
    -- Of an absence: from which meeting.
    meeting_id uuid,
    read_on date,
    acknowledged_on date,
    answer_by date,
    result text check (result in ('ACCEPTED', 'ACCEPTED_IN_PART', 'DECLINED')),
    answer text,
    answered_on date,
    primary key (province_id, id),
    foreign key (province_id, introduction_id) references residence_liaison.introduction,
    foreign key (province_id, meeting_id) references residence_liaison.meeting,
    check ((kind = 'ABSENT_FROM_MEETING') = (meeting_id is not null)),
    check ((kind in ('PRAISE_PROPOSED', 'HANDLING_PROPOSED')) = (answer_by is not null)),
    check ((result is null) = (answered_on is null) and (result is null) = (answer is null)),
    check ((state = 'ANSWERED') = (answered_on is not null)),
    check (state not in ('READ', 'ACKNOWLEDGED', 'ANSWERED') or read_on is not null),
    check (state not in ('ACKNOWLEDGED', 'ANSWERED') or acknowledged_on is not null),
    check (is_automatic or content is not null)
);
create index notice_introduction on residence_liaison.notice (province_id, introduction_id, sent_on, id);
create index notice_member on residence_liaison.notice (province_id, member_id, sent_on, id);
create index notice_sent on residence_liaison.notice (province_id, sent_on, id);
create index notice_cell on residence_liaison.notice (province_id, cell_id, sent_on, id);
create index notice_receiver on residence_liaison.notice (province_id, receiver_id, sent_on, id);
create index notice_residence_cell on residence_liaison.notice (province_id, residence_cell_id, sent_on, id) where residence_cell_id is not null;
create index notice_addressee on residence_liaison.notice (province_id, addressee_id, sent_on, id);
create index notice_sender on residence_liaison.notice (province_id, sender_id, sent_on, id);
-- What nobody has acknowledged yet is what lists of overdue notices look at.
create index notice_waiting on residence_liaison.notice (province_id, addressee_id, acknowledge_by) where state in ('DELIVERED', 'READ');
create unique index absence_is_told_once on residence_liaison.notice (province_id, meeting_id, introduction_id) where meeting_id is not null and state <> 'WITHDRAWN';

select kernel.protect('residence_liaison.notice');

-- Of two records of one person that were both introduced, one introduction goes on, and the other ends with the merge.
alter table residence_liaison.introduction drop constraint introduction_closing_reason_check;
alter table residence_liaison.introduction add constraint introduction_closing_reason_check check (closing_reason in (
    'MOVED_HOUSE', 'TRANSFERRED', 'EXPELLED', 'NAME_REMOVED', 'LEFT', 'DECEASED', 'CATEGORY_CHANGE', 'WRONG_ADDRESS', 'NOT_LIVING_THERE', 'WRONG_PARTICULARS', 'MERGED'));
