-- Slips about those who died or left, and whether dues were paid for a month.

create table members.departure_slip (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    departed_on date not null,
    status text not null check (status in ('EXPELLED', 'NAME_REMOVED', 'LEFT_ON_REQUEST', 'DECEASED')),
    made_on date not null check (made_on >= departed_on),
    sent_on date check (sent_on >= made_on),
    primary key (province_id, id),
    constraint departure_is_reported_once unique (province_id, member_id, departed_on),
    foreign key (province_id, member_id) references members.member
);

create table members.dues_month (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    month date not null check (month = date_trunc('month', month)::date),
    state text not null check (state in ('PAID', 'UNPAID_WITH_REASON', 'UNPAID_WITHOUT_REASON', 'EXEMPTED')),
    reason text,
    primary key (province_id, id),
    constraint month_is_recorded_once unique (province_id, member_id, month),
    foreign key (province_id, member_id) references members.member,
    check (state not in ('UNPAID_WITH_REASON', 'EXEMPTED') or reason is not null)
);
-- Who did not pay is rare among those who did.
create index dues_month_unpaid on members.dues_month (province_id, month, member_id) where state = 'UNPAID_WITHOUT_REASON';

select kernel.protect('members.departure_slip', 'members.dues_month');
