-- Who can see a record is asked from the record's side too; the grants for the whole province are few among those of members for themselves.
create index grants_for_the_province on grants (province_id) where reach = 'PROVINCE';

-- A province defines roles of its own beside those that it starts with. One that was ended keeps its name, and gives nothing.
alter table roles no force row level security;
alter table roles
    add column version integer not null default 1,
    add column ended_at timestamptz,
    add column ended_by text,
    add constraint role_is_ended_by_somebody check ((ended_at is null) = (ended_by is null));
alter table roles force row level security;
create trigger announce_end after update on roles
    for each row when (old.ended_at is distinct from new.ended_at) execute function announce_access_change();
