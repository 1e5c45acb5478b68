-- A migration works on all provinces, which the owner may only while row-level security does not hold for it.
alter table roles no force row level security;
alter table role_permissions no force row level security;
alter table offered_permissions no force row level security;
alter table grants no force row level security;

-- What administrators see and change of a province's users. The rows know their province, so that row-level security holds for them;
-- user_provinces stays, as the short list of doors that is read before a province is known.
create table province_users (
    province_id smallint not null,
    id uuid not null references users (id) on delete cascade,
    version integer not null default 1,
    user_name text not null,
    member_id uuid,
    admitted_at timestamptz not null default now(),
    admitted_by text not null,
    primary key (province_id, id),
    constraint province_user_name_is_unique unique (province_id, user_name)
);
create index province_users_by_member on province_users (province_id, member_id) where member_id is not null;
insert into province_users (province_id, id, user_name, member_id, admitted_by)
select door.province_id, account.id, account.user_name, door.member_id, 'migration'
from user_provinces as door join users as account on account.id = door.user_id;
alter table user_provinces drop column member_id;

create trigger announce after insert or update or delete on province_users
    for each row execute function announce_access_change();

-- A permission may be held to be used, to be given to others, or both: whoever administers gives what they do not do themselves.
alter table role_permissions
    add column may_use boolean not null default true,
    add column may_give boolean not null default false,
    add constraint permission_is_held_for_something check (may_use or may_give);
update role_permissions set may_give = true where role_id in ('province-administrator', 'organization-board-officer');
insert into role_permissions (province_id, role_id, permission, may_use, may_give)
select offered.province_id, role.id, offered.permission, false, true
from offered_permissions as offered
join roles as role on role.province_id = offered.province_id and role.id = 'province-administrator'
where offered.permission <> 'system.operate'
on conflict do nothing;

-- A grant ends at once, whatever its period. One that stands in for another ends with it.
alter table grants
    add column version integer not null default 1,
    add column from_day date generated always as (lower(valid)) stored,
    add column granted_by_id uuid,
    add column ended_at timestamptz,
    add column ended_by text,
    add column end_reason text,
    add column delegated_from uuid,
    add constraint grant_ends_with_a_reason check ((ended_at is null) = (end_reason is null)),
    add constraint delegation_has_an_end check (delegated_from is null or not upper_inf(valid)),
    add constraint grant_stands_in_for_a_grant foreign key (province_id, delegated_from) references grants (province_id, id);
create index grants_by_organization on grants (province_id, organization_id, from_day, id) where organization_id is not null;
create index grants_delegated on grants (province_id, delegated_from) where delegated_from is not null;
drop index grants_by_user;
create index grants_by_user on grants (province_id, user_id, from_day, id);

select kernel.protect('province_users');
alter table roles force row level security;
alter table role_permissions force row level security;
alter table offered_permissions force row level security;
alter table grants force row level security;
