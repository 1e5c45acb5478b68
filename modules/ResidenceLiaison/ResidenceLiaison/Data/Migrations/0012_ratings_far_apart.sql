-- Another indicator: comments of the residence that lie far from how the workplace rated the same member for the year. Both are kept as they were when they were compared.
alter table residence_liaison.indicator drop constraint indicator_kind_check;
alter table residence_liaison.indicator add constraint indicator_kind_check
    check (kind in ('ALIKE_TEXTS', 'UNIFORM_LEVELS', 'PRAISED_THOUGH_ABSENT', 'NEVER_A_WARNING', 'SILENT_MEETINGS', 'RATINGS_FAR_APART'));

alter table residence_liaison.indicator_evidence
    -- The member whose ratings are kept here, so that they are found, shown to have been read, merged and erased as what is the member's; null where none are.
    add column member_id uuid,
    -- The level of the comment, by its code.
    add column level text,
    add column workplace_rating text check (workplace_rating in ('NOT_COMPLETED', 'COMPLETED', 'GOOD', 'EXCELLENT')),
    add constraint a_rating_is_of_a_member check (workplace_rating is null or (member_id is not null and level is not null));
create index indicator_evidence_member on residence_liaison.indicator_evidence (province_id, member_id) where member_id is not null;
