-- Fills residence liaison of Nam Định (36) at the size of its register, for measuring: every member of the sample keeps contact with a residential cell, with two meetings and a comment of the year.
-- Run as the owner against a sample of full size: psql -v ON_ERROR_STOP=1 -f bench/residence-liaison.sql
begin;
select set_config('app.province', '36', true);
alter table residence_liaison.introduction disable trigger user;
alter table residence_liaison.comment_request disable trigger user;

create temporary table cell on commit drop as
    select row_number() over (order by place.organization_id) - 1 as number, place.organization_id as id, place.parent_id
    from kernel.organization_tree as place
    where place.province_id = 36 and place.kind = 'CELL' and upper_inf(place.valid);

create temporary table contact on commit drop as
    select listed.id, listed.member_id, listed.cell_id, row_number() over (order by listed.id) as number
    from residence_liaison.introduction as listed
    where listed.province_id = 36 and listed.closed_on is null;

update residence_liaison.introduction as listed
set category = 'NORMAL', derived_category = 'NORMAL', state = 'ACTIVE', full_name = 'Đảng viên ' || contact.number, is_female = contact.number % 3 = 0, birth_date = '1980-01-01', joined_on = '2010-01-01',
    address = 'Nhà ' || contact.number, issuer_id = listed.workplace_id, letter_year = 2026, letter_number = contact.number, issued_on = '2026-01-05', receiver_id = cell.parent_id, received_on = '2026-01-12',
    residence_cell_id = cell.id, assigned_on = '2026-01-19', informed_on = '2026-01-26'
from contact join cell on cell.number = contact.number / 200 % (select count(*) from cell)
where listed.province_id = 36 and listed.id = contact.id;

insert into residence_liaison.meeting (
    province_id, id, version, cell_id, year, period, state, planned_on, agenda, invited_on, held_on, quorum_percent, expected, present, absent_with_reason, absent_without_reason, represented)
select 36, gen_random_uuid(), 1, kept.residence_cell_id, 2026, half.period, 'HELD', half.held_on, 'Tình hình địa phương.', half.held_on - 7, half.held_on, 0, kept.members, kept.members, 0, 0, 0
from (select residence_cell_id, count(*)::int as members from residence_liaison.introduction where province_id = 36 and state = 'ACTIVE' group by residence_cell_id) as kept
cross join (values ('FIRST_HALF', date '2026-05-20'), ('SECOND_HALF', date '2026-10-20')) as half (period, held_on);

insert into residence_liaison.attendance (province_id, id, meeting_id, introduction_id, member_id, cell_id, own_cell_id, full_name, met_on, kind)
select 36, gen_random_uuid(), meeting.id, listed.id, listed.member_id, meeting.cell_id, listed.cell_id, listed.full_name, meeting.held_on, 'PRESENT'
from residence_liaison.meeting as meeting
join residence_liaison.introduction as listed on listed.province_id = 36 and listed.residence_cell_id = meeting.cell_id and listed.state = 'ACTIVE'
where meeting.province_id = 36 and meeting.agenda = 'Tình hình địa phương.';

insert into residence_liaison.comment_request (
    province_id, id, version, purpose, year, requester_id, introduction_id, member_id, own_cell_id, workplace_id, receiver_id, cell_id, state, requested_on, due_on, signed_on, sent_on, outcome)
select 36, gen_random_uuid(), 1, 'YEARLY_RATING', 2026, listed.workplace_id, listed.id, listed.member_id, listed.cell_id, listed.workplace_id, listed.receiver_id, listed.residence_cell_id, 'SENT',
    '2026-10-01', '2026-11-30', '2026-11-02', '2026-11-04', 'ORDINARY'
from residence_liaison.introduction as listed
where listed.province_id = 36 and listed.state = 'ACTIVE';

insert into residence_liaison.comment (
    province_id, id, version, request_id, revision, introduction_id, member_id, cell_id, receiver_id, workplace_cell_id, year, state, level, outcome, marks, strengths, drafted_on, reviewed_on,
    front_representative, signed_on, signed_by, sent_on, invited, present, absent_with_reason, absent_without_reason, represented, opinions)
select 36, gen_random_uuid(), 1, asked.id, 1, asked.introduction_id, asked.member_id, asked.cell_id, asked.receiver_id, asked.own_cell_id, 2026, 'SENT', 'NORMAL', 'ORDINARY', '{}',
    'Gương mẫu chấp hành quy định của địa phương.', '2026-11-01', '2026-11-01', 'Ban công tác Mặt trận', '2026-11-02', 'Bí thư chi bộ', '2026-11-04', 2, 2, 0, 0, 0, 0
from residence_liaison.comment_request as asked
where asked.province_id = 36 and asked.purpose = 'YEARLY_RATING' and asked.year = 2026;

alter table residence_liaison.introduction enable trigger user;
alter table residence_liaison.comment_request enable trigger user;
select residence_liaison.recount(array(
    select distinct touched.id from residence_liaison.introduction as listed cross join lateral (values (listed.cell_id), (listed.workplace_id)) as touched (id) where listed.province_id = 36));
select residence_liaison.recount_letters();
select residence_liaison.recount_comments(array(select id from cell), array(select distinct cell_id from contact), array[2026]);
commit;
vacuum analyze residence_liaison.introduction, residence_liaison.meeting, residence_liaison.attendance, residence_liaison.comment_request, residence_liaison.comment, residence_liaison.coverage, residence_liaison.letter_count, residence_liaison.letter_past, residence_liaison.comment_count;
