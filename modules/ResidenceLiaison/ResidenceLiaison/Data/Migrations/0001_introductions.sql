-- Who is introduced to the place where they live (Regulation 213), letter by letter, with the numbers of letters, the reviews of lists, and the counts of both.

create table residence_liaison.introduction (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    member_id uuid not null,
    -- The member's own cell, and the grassroots organization to which it belongs: the workplace.
    cell_id uuid not null,
    workplace_id uuid not null,
    cause text not null check (cause in ('LIST_REVIEW', 'ADMISSION', 'TRANSFER', 'NEW_RESIDENCE', 'CATEGORY_CHANGE', 'RETURNED')),
    state text not null check (state in (
        'NOT_INTRODUCED', 'TO_INTRODUCE', 'LETTER_ISSUED', 'RECEIVED_BY_COMMUNE', 'ASSIGNED_TO_CELL', 'ACTIVE', 'RETURNED', 'MOVED', 'ENDED')),
    category text not null check (category in ('NORMAL', 'INTRODUCED_BUT_EXEMPT', 'EXEMPT_FROM_INTRODUCTION', 'NOT_APPLICABLE')),
    derived_category text not null check (derived_category in ('NORMAL', 'INTRODUCED_BUT_EXEMPT', 'EXEMPT_FROM_INTRODUCTION', 'NOT_APPLICABLE')),
    derived_from text not null check (derived_from in ('WORKING_MEMBER', 'RESIDENTIAL_CELL', 'CIRCUMSTANCE', 'FIELD_OF_WORKPLACE')),
    -- Why the workplace says otherwise than the facts; null where it does not.
    category_reason text,
    opened_on date not null,
    introduce_by date not null,
    residence_kind text check (residence_kind in ('PERMANENT', 'TEMPORARY')),
    address text,
    hamlet text,
    commune_code text check (commune_code ~ '^[0-9]{5}$'),
    -- What the letter says, copied when it is issued, because the other side sees the letter and nothing of the member.
    full_name text,
    is_female boolean,
    birth_date date,
    joined_on date,
    issuer_id uuid,
    letter_year integer,
    letter_number integer check (letter_number > 0),
    issued_on date,
    signed_by text,
    receiver_id uuid,
    received_on date,
    residence_cell_id uuid,
    assigned_on date,
    informed_on date,
    closed_on date,
    closing_reason text check (closing_reason in (
        'MOVED_HOUSE', 'TRANSFERRED', 'EXPELLED', 'NAME_REMOVED', 'LEFT', 'DECEASED', 'CATEGORY_CHANGE', 'WRONG_ADDRESS', 'NOT_LIVING_THERE', 'WRONG_PARTICULARS')),
    closing_note text,
    follower_member_id uuid,
    followed_since date,
    primary key (province_id, id),
    check ((state in ('RETURNED', 'MOVED', 'ENDED')) = (closed_on is not null)),
    check ((closed_on is null) = (closing_reason is null)),
    check ((issued_on is null) = (letter_number is null) and (issued_on is null) = (letter_year is null)
        and (issued_on is null) = (issuer_id is null) and (issued_on is null) = (receiver_id is null) and (issued_on is null) = (full_name is null)),
    check (state not in ('LETTER_ISSUED', 'RECEIVED_BY_COMMUNE', 'ASSIGNED_TO_CELL', 'ACTIVE', 'RETURNED') or issued_on is not null),
    check (state not in ('RECEIVED_BY_COMMUNE', 'ASSIGNED_TO_CELL', 'ACTIVE') or received_on is not null),
    check ((residence_cell_id is null) = (assigned_on is null)),
    check (state not in ('ASSIGNED_TO_CELL', 'ACTIVE') or assigned_on is not null),
    check (state <> 'ACTIVE' or informed_on is not null),
    check (closed_on is not null or (state = 'NOT_INTRODUCED') = (category in ('EXEMPT_FROM_INTRODUCTION', 'NOT_APPLICABLE'))),
    check ((follower_member_id is null) = (followed_since is null)),
    -- Closing one and opening the next is one change, whose rows come in any order.
    constraint member_has_one_open_introduction
        exclude using btree (province_id with =, member_id with =) where (closed_on is null) deferrable initially deferred
);
create unique index letter_number_is_unique on residence_liaison.introduction (province_id, issuer_id, letter_year, letter_number) where letter_number is not null;
create index introduction_member on residence_liaison.introduction (province_id, member_id, opened_on, id);
-- The counts are made of these two from the index alone.
create index introduction_cell on residence_liaison.introduction (province_id, cell_id) include (state, category, follower_member_id) where closed_on is null;
create index introduction_workplace on residence_liaison.introduction (province_id, workplace_id) include (state, category, follower_member_id) where closed_on is null;
create index introduction_listed on residence_liaison.introduction (province_id, cell_id, opened_on, id);
create index introduction_opened on residence_liaison.introduction (province_id, opened_on, id);
-- The 100 % list: who is not introduced yet, the longest overdue first.
create index introduction_missing on residence_liaison.introduction (province_id, introduce_by, id) where state = 'TO_INTRODUCE';
create index introduction_receiver on residence_liaison.introduction (province_id, receiver_id, state, id) where receiver_id is not null;
create index introduction_residence_cell on residence_liaison.introduction (province_id, residence_cell_id, state, id) where residence_cell_id is not null;
create index introduction_follower on residence_liaison.introduction (province_id, follower_member_id) where follower_member_id is not null and closed_on is null;

-- The last number that a committee gave to a letter in a year.
create table residence_liaison.letter_register (
    province_id smallint not null,
    organization_id uuid not null,
    year integer not null,
    last_number integer not null check (last_number > 0),
    primary key (province_id, organization_id, year)
);

-- The lists of members are reviewed regularly, at least yearly (RES-01).
create table residence_liaison.list_review (
    province_id smallint not null,
    id uuid not null,
    organization_id uuid not null,
    reviewed_on date not null,
    listed integer not null check (listed >= 0),
    added integer not null check (added >= 0),
    ended integer not null check (ended >= 0),
    changed integer not null check (changed >= 0),
    primary key (province_id, id)
);
create index list_review_organization on residence_liaison.list_review (province_id, organization_id, reviewed_on, id);

-- How many of a cell, and of a grassroots organization, are introduced: kept by triggers with the change itself, so that no way of writing can forget it, and 921 organizations
-- are 921 looks into one index.
create table residence_liaison.coverage (
    province_id smallint not null,
    organization_id uuid not null,
    normal integer not null check (normal >= 0),
    introduced_but_exempt integer not null check (introduced_but_exempt >= 0),
    exempt_from_introduction integer not null check (exempt_from_introduction >= 0),
    not_applicable integer not null check (not_applicable >= 0),
    to_introduce integer not null check (to_introduce >= 0),
    letter_issued integer not null check (letter_issued >= 0),
    received integer not null check (received >= 0),
    assigned integer not null check (assigned >= 0),
    active integer not null check (active >= 0),
    without_follower integer not null check (without_follower >= 0),
    primary key (province_id, organization_id),
    check (to_introduce + letter_issued + received + assigned + active = normal + introduced_but_exempt)
);

create function residence_liaison.recount(organizations uuid[]) returns void
language sql
as $$
    insert into residence_liaison.coverage as coverage (
        province_id, organization_id, normal, introduced_but_exempt, exempt_from_introduction, not_applicable,
        to_introduce, letter_issued, received, assigned, active, without_follower)
    select current_setting('app.province')::smallint, organization.id,
        count(*) filter (where counted.category = 'NORMAL'),
        count(*) filter (where counted.category = 'INTRODUCED_BUT_EXEMPT'),
        count(*) filter (where counted.category = 'EXEMPT_FROM_INTRODUCTION'),
        count(*) filter (where counted.category = 'NOT_APPLICABLE'),
        count(*) filter (where counted.state = 'TO_INTRODUCE'),
        count(*) filter (where counted.state = 'LETTER_ISSUED'),
        count(*) filter (where counted.state = 'RECEIVED_BY_COMMUNE'),
        count(*) filter (where counted.state = 'ASSIGNED_TO_CELL'),
        count(*) filter (where counted.state = 'ACTIVE'),
        count(*) filter (where counted.state not in ('NOT_INTRODUCED') and counted.follower_member_id is null)
    from unnest(organizations) as organization(id)
    left join lateral (
        select listed.category, listed.state, listed.follower_member_id
        from residence_liaison.introduction as listed
        where listed.province_id = (select current_setting('app.province')::smallint) and listed.cell_id = organization.id and listed.closed_on is null
        union all
        select listed.category, listed.state, listed.follower_member_id
        from residence_liaison.introduction as listed
        where listed.province_id = (select current_setting('app.province')::smallint) and listed.workplace_id = organization.id
            and listed.cell_id <> organization.id and listed.closed_on is null
    ) as counted on true
    group by organization.id
    on conflict (province_id, organization_id) do update set
        normal = excluded.normal, introduced_but_exempt = excluded.introduced_but_exempt,
        exempt_from_introduction = excluded.exempt_from_introduction, not_applicable = excluded.not_applicable,
        to_introduce = excluded.to_introduce, letter_issued = excluded.letter_issued, received = excluded.received,
        assigned = excluded.assigned, active = excluded.active, without_follower = excluded.without_follower;
$$;
comment on function residence_liaison.recount is 'Makes the counts of these cells and grassroots organizations anew from the introductions that are open.';

create function residence_liaison.recount_touched() returns trigger
language plpgsql
as $$
declare
    organizations uuid[];
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct touched.id) into organizations
        from inserted cross join lateral (values (inserted.cell_id), (inserted.workplace_id)) as touched(id);
    elsif tg_op = 'DELETE' then
        select array_agg(distinct touched.id) into organizations
        from deleted cross join lateral (values (deleted.cell_id), (deleted.workplace_id)) as touched(id);
    else
        select array_agg(distinct touched.id) into organizations
        from (select cell_id, workplace_id from inserted union all select cell_id, workplace_id from deleted) as changed
        cross join lateral (values (changed.cell_id), (changed.workplace_id)) as touched(id);
    end if;
    if organizations is not null then
        perform residence_liaison.recount(organizations);
    end if;
    return null;
end
$$;

create trigger recount_inserted after insert on residence_liaison.introduction
    referencing new table as inserted for each statement execute function residence_liaison.recount_touched();
create trigger recount_updated after update on residence_liaison.introduction
    referencing old table as deleted new table as inserted for each statement execute function residence_liaison.recount_touched();
create trigger recount_deleted after delete on residence_liaison.introduction
    referencing old table as deleted for each statement execute function residence_liaison.recount_touched();

select kernel.protect(
    'residence_liaison.introduction', 'residence_liaison.letter_register', 'residence_liaison.list_review', 'residence_liaison.coverage');
