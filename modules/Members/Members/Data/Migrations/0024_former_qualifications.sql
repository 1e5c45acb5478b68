-- What records said of education and occupation before they changed, so that the structure of a past day is that of the day. A row of the member says what holds now; of an earlier
-- day the first row tells it whose end lies behind that day. Most members have none.
create table members.former_qualification (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    until date not null,
    general_education text,
    professional_level text,
    political_theory text,
    occupation text,
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    constraint qualification_ends_once_a_day unique (province_id, member_id, until) deferrable initially deferred
);
comment on table members.former_qualification is 'Education and occupation of members until a day, from which on the next row, or the member, tells them.';

select kernel.protect('members.former_qualification');
