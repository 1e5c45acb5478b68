-- Rounds in which Party cards are checked and stamped, and the ranges from which CV numbers are given.

create table members.card_check_round (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    ordinal integer not null check (ordinal between 1 and 99),
    checked_on date not null,
    organization_id uuid not null,
    state text not null check (state in ('OPEN', 'CLOSED')),
    primary key (province_id, id),
    constraint card_check_round_is_opened_once unique (province_id, ordinal)
);

create table members.card_check (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    round_id uuid not null,
    finding text not null check (finding in ('STAMPED', 'NOT_STAMPED', 'DAMAGED', 'LOST')),
    checked_on date not null,
    remark text,
    primary key (province_id, id),
    constraint card_is_checked_once_a_round unique (province_id, member_id, round_id),
    foreign key (province_id, member_id) references members.member,
    foreign key (province_id, round_id) references members.card_check_round
);
create index card_check_of_round on members.card_check (province_id, round_id, checked_on desc, id);

create table members.cv_number_range (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    letters text not null check (letters ~ '^[A-Z]{2,3}$'),
    first integer not null check (first >= 1),
    last integer not null check (last <= 999999),
    last_given integer not null,
    decision_number text,
    decided_on date,
    primary key (province_id, id),
    check (first <= last),
    check (last_given between first - 1 and last),
    constraint cv_number_is_assigned_once exclude using gist (province_id with =, letters with =, int4range(first, last, '[]') with &&)
);
create index cv_number_range_in_order on members.cv_number_range (province_id, letters, first, id);

select kernel.protect('members.card_check_round', 'members.card_check', 'members.cv_number_range');
