-- Where accounts are signed in. A session is a family of refresh tokens of which only the latest is good; it ends for all hosts at once.
create table sessions (
    id uuid primary key,
    user_id uuid not null references users (id) on delete cascade,
    refresh_number integer not null default 1,
    has_second_factor boolean not null default false,
    address text,
    client text,
    started_at timestamptz not null,
    refreshed_at timestamptz not null,
    idle_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_because text,
    constraint session_ends_for_a_reason check ((ended_at is null) = (ended_because is null))
);
create index sessions_by_user on sessions (user_id, started_at desc);
create index sessions_by_expiry on sessions (expires_at);

create function announce_session_change() returns trigger language plpgsql as $$
begin
    perform pg_notify('modular_access', 'user:' || new.user_id);
    return null;
end $$;

create trigger announce after update on sessions
    for each row when (old.ended_at is distinct from new.ended_at or old.has_second_factor <> new.has_second_factor)
    execute function announce_session_change();

-- Wrong tries, by the hash of what was tried from where. They are few, short-lived and no loss after a crash of the server.
create unlogged table sign_in_attempts (
    key bytea primary key,
    name_key bytea not null,
    failures integer not null,
    next_at timestamptz not null,
    forgotten_at timestamptz not null
);
create index sign_in_attempts_by_name on sign_in_attempts (name_key);
create index sign_in_attempts_by_end on sign_in_attempts (forgotten_at);

-- What a user proves beside the password. The secret is sealed with the keys of this deployment; the last step keeps a code from being used twice.
create table second_factors (
    user_id uuid primary key references users (id) on delete cascade,
    secret text not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);

create table recovery_codes (
    user_id uuid not null references users (id) on delete cascade,
    hash bytea not null,
    primary key (user_id, hash)
);

-- With a code an account gets its first password, or another one; it is good once, for a while.
create table one_time_codes (
    user_id uuid primary key references users (id) on delete cascade,
    hash bytea not null,
    expires_at timestamptz not null
);

-- The store of ASP.NET Core Identity kept these; sessions and tries are counted above now.
alter table users add column is_service boolean not null default false;
alter table users drop column two_factor_enabled, drop column lockout_enabled, drop column lockout_end, drop column access_failed_count;
drop table user_tokens, user_claims;

alter table roles no force row level security;
alter table roles add column requires_second_factor boolean not null default false;
alter table roles force row level security;
create trigger announce after update on roles
    for each row when (old.requires_second_factor <> new.requires_second_factor) execute function announce_access_change();

select
    kernel.grant_unprotected('sessions', 'select, insert, update, delete'),
    kernel.grant_unprotected('sign_in_attempts', 'select, insert, update, delete'),
    kernel.grant_unprotected('second_factors', 'select, insert, update, delete'),
    kernel.grant_unprotected('recovery_codes', 'select, insert, delete'),
    kernel.grant_unprotected('one_time_codes', 'select, insert, update, delete');
