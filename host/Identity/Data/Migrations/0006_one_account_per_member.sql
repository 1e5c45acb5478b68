-- A member has one account in a province. Who asks twice at the same time is refused here.
drop index province_users_by_member;
create unique index member_has_one_account on province_users (province_id, member_id) where member_id is not null;
