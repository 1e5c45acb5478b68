-- Counts are moved by the rows that a statement changed, and not made anew from all rows of the organization: an import introduces thousands of a grassroots organization, some hundreds at a
-- time, and a letter of one member does not read the six thousand of their workplace.

create type residence_liaison.counted_introduction as (cell_id uuid, workplace_id uuid, category text, state text, is_followed boolean);

create function residence_liaison.move_counts(came residence_liaison.counted_introduction[], went residence_liaison.counted_introduction[]) returns void
language plpgsql
as $$
declare
    moves residence_liaison.coverage[];
begin
    select array_agg((
        current_setting('app.province')::smallint, change.id, change.normal, change.introduced_but_exempt, change.exempt_from_introduction, change.not_applicable,
        change.to_introduce, change.letter_issued, change.received, change.assigned, change.active, change.without_follower)::residence_liaison.coverage order by change.id)
    into moves
    from (
        select place.id,
            coalesce(sum(one.sign) filter (where one.category = 'NORMAL'), 0) as normal,
            coalesce(sum(one.sign) filter (where one.category = 'INTRODUCED_BUT_EXEMPT'), 0) as introduced_but_exempt,
            coalesce(sum(one.sign) filter (where one.category = 'EXEMPT_FROM_INTRODUCTION'), 0) as exempt_from_introduction,
            coalesce(sum(one.sign) filter (where one.category = 'NOT_APPLICABLE'), 0) as not_applicable,
            coalesce(sum(one.sign) filter (where one.state = 'TO_INTRODUCE'), 0) as to_introduce,
            coalesce(sum(one.sign) filter (where one.state = 'LETTER_ISSUED'), 0) as letter_issued,
            coalesce(sum(one.sign) filter (where one.state = 'RECEIVED_BY_COMMUNE'), 0) as received,
            coalesce(sum(one.sign) filter (where one.state = 'ASSIGNED_TO_CELL'), 0) as assigned,
            coalesce(sum(one.sign) filter (where one.state = 'ACTIVE'), 0) as active,
            coalesce(sum(one.sign) filter (where one.state <> 'NOT_INTRODUCED' and not one.is_followed), 0) as without_follower
        from (select 1 as sign, arrived.* from unnest(came) as arrived union all select -1, left_out.* from unnest(went) as left_out) as one
        cross join lateral (select one.cell_id union select one.workplace_id) as place (id)
        group by place.id
    ) as change
    -- A step that changes no count, such as another address, touches no row that others count on.
    where (change.normal, change.introduced_but_exempt, change.exempt_from_introduction, change.not_applicable, change.to_introduce, change.letter_issued, change.received, change.assigned, change.active,
        change.without_follower) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    if moves is null then
        return;
    end if;

    insert into residence_liaison.coverage
    select moved.province_id, moved.organization_id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from unnest(moves) as moved
    on conflict do nothing;
    -- In one order, so that changes of the same organizations wait for each other and do not block each other.
    perform from residence_liaison.coverage as kept
    where kept.province_id = current_setting('app.province')::smallint and kept.organization_id = any (array(select moved.organization_id from unnest(moves) as moved))
    order by kept.organization_id for update;
    update residence_liaison.coverage as kept
    set normal = kept.normal + moved.normal, introduced_but_exempt = kept.introduced_but_exempt + moved.introduced_but_exempt,
        exempt_from_introduction = kept.exempt_from_introduction + moved.exempt_from_introduction, not_applicable = kept.not_applicable + moved.not_applicable,
        to_introduce = kept.to_introduce + moved.to_introduce, letter_issued = kept.letter_issued + moved.letter_issued, received = kept.received + moved.received,
        assigned = kept.assigned + moved.assigned, active = kept.active + moved.active, without_follower = kept.without_follower + moved.without_follower
    from unnest(moves) as moved
    where kept.province_id = moved.province_id and kept.organization_id = moved.organization_id;
end
$$;
comment on function residence_liaison.move_counts is 'Adds to the counts of cells and grassroots organizations what came, and takes from them what went.';

create or replace function residence_liaison.recount_touched() returns trigger
language plpgsql
as $$
declare
    came residence_liaison.counted_introduction[];
    went residence_liaison.counted_introduction[];
begin
    if tg_op <> 'DELETE' then
        select array_agg((cell_id, workplace_id, category, state, follower_member_id is not null)::residence_liaison.counted_introduction) into came from inserted where closed_on is null;
    end if;
    if tg_op <> 'INSERT' then
        select array_agg((cell_id, workplace_id, category, state, follower_member_id is not null)::residence_liaison.counted_introduction) into went from deleted where closed_on is null;
    end if;
    if came is not null or went is not null then
        perform residence_liaison.move_counts(came, went);
    end if;
    return null;
end
$$;
