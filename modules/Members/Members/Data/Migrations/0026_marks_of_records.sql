-- What member sheets say that forms count, one row a mark, so that a line and the list behind it go by one condition.
-- Written as one select, which the planner puts in the place of the call: of the branches only those that are asked for are read.

create function members.record_marks(province smallint) returns table (member_id uuid, mark text, mark_value text, since date)
language sql stable
as $$
    select record.id, 'YOUTH_UNION', 'true', record.youth_union_joined_on
    from members.member_record as record
    where record.province_id = province and record.youth_union_joined_on is not null
    union all
    select record.id, 'ACADEMIC_TITLE', record.academic_title, null
    from members.member_record as record
    where record.province_id = province and record.academic_title is not null
    union all
    select distinct spouse.member_id, 'FOREIGN_SPOUSE', 'true', null::date
    from members.family_member as spouse
    where spouse.province_id = province and spouse.relation = 'SPOUSE' and not spouse.is_deceased
        and spouse.nationality is not null and spouse.nationality !~* '^\s*(vi[eệ]t\s*nam|vn)\s*$'
$$;
comment on function members.record_marks(smallint) is 'Marks of member sheets that forms count; nationality is written where it is not Vietnamese, and some write it nevertheless.';

create index member_record_youth_union on members.member_record (province_id, youth_union_joined_on) include (id) where youth_union_joined_on is not null;
create index member_record_academic_title on members.member_record (province_id, academic_title) include (id) where academic_title is not null;
create index family_member_foreign_spouse on members.family_member (province_id, member_id) where relation = 'SPOUSE' and nationality is not null;
