-- Comments of residential cells on working members (form 3-213): the rounds of a year, what was asked for, what was written, and the counts of both.

create table residence_liaison.comment_round (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    organization_id uuid not null,
    year integer not null check (year between 2000 and 2200),
    opened_on date not null,
    due_on date not null,
    note text,
    primary key (province_id, id),
    constraint organization_opens_a_year_once unique (province_id, organization_id, year),
    check (due_on >= opened_on)
);
create index comment_round_year on residence_liaison.comment_round (province_id, year, id);

create table residence_liaison.comment_request (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    round_id uuid,
    purpose text not null check (purpose in (
        'YEARLY_RATING', 'ELECTION', 'APPOINTMENT', 'REAPPOINTMENT', 'PROMOTION', 'TRANSFER', 'ROTATION', 'CADRE_REVIEW', 'OFFICIAL_RECOGNITION', 'REWARD', 'DISCIPLINE')),
    year integer not null,
    -- Who asks: the workplace, or whoever opened the round.
    requester_id uuid not null,
    introduction_id uuid not null,
    member_id uuid not null,
    own_cell_id uuid not null,
    workplace_id uuid not null,
    receiver_id uuid,
    cell_id uuid,
    state text not null check (state in ('REQUESTED', 'DRAFTED', 'SIGNED', 'CERTIFIED', 'SENT', 'RECEIVED', 'TOLD', 'RETURNED', 'CANCELLED')),
    requested_on date not null,
    due_on date not null,
    note text,
    signed_on date,
    certified_on date,
    -- The first version that was sent; the others are those of the last one.
    sent_on date,
    received_on date,
    told_on date,
    outcome text check (outcome in ('COMMENDED', 'ORDINARY', 'WARNED')),
    closed_on date,
    closing_reason text check (closing_reason in ('NEVER_RECEIVED', 'NOT_LIVING_THERE', 'NOT_IN_CONTACT', 'INTRODUCTION_ENDED', 'MERGED')),
    closing_note text,
    primary key (province_id, id),
    foreign key (province_id, round_id) references residence_liaison.comment_round,
    foreign key (province_id, introduction_id) references residence_liaison.introduction,
    check ((state in ('RETURNED', 'CANCELLED')) = (closed_on is not null) and (closed_on is null) = (closing_reason is null)),
    check (state = 'RETURNED' or closed_on is not null or cell_id is not null),
    check (state not in ('SENT', 'RECEIVED', 'TOLD') or sent_on is not null),
    check ((sent_on is null) = (outcome is null))
);
create unique index member_is_commented_on_once_a_year on residence_liaison.comment_request (province_id, member_id, year)
    where purpose = 'YEARLY_RATING' and closed_on is null;
create index comment_request_member on residence_liaison.comment_request (province_id, member_id, requested_on, id);
create index comment_request_introduction on residence_liaison.comment_request (province_id, introduction_id);
create index comment_request_due on residence_liaison.comment_request (province_id, due_on, id);
create index comment_request_round on residence_liaison.comment_request (province_id, round_id) where round_id is not null;
create index comment_request_cell on residence_liaison.comment_request (province_id, cell_id, year) include (purpose, state, sent_on, due_on, outcome) where cell_id is not null;
create index comment_request_own_cell on residence_liaison.comment_request (province_id, own_cell_id, year) include (purpose, state, sent_on, due_on, outcome);
create index comment_request_receiver on residence_liaison.comment_request (province_id, receiver_id, state, id);

create table residence_liaison.comment (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    request_id uuid not null,
    revision integer not null check (revision > 0),
    introduction_id uuid not null,
    member_id uuid not null,
    -- Known when the member was told: from then on the member sees it.
    told_member_id uuid,
    cell_id uuid not null,
    receiver_id uuid not null,
    -- Known when it was sent: from then on the workplace sees it.
    workplace_cell_id uuid,
    year integer not null,
    state text not null check (state in ('DRAFTED', 'SIGNED', 'CERTIFIED', 'SENT', 'RECEIVED', 'TOLD')),
    level text not null check (level <> ''),
    outcome text not null check (outcome in ('COMMENDED', 'ORDINARY', 'WARNED')),
    -- The level of each criterion, by their codes.
    marks jsonb not null,
    strengths text not null,
    shortcomings text,
    -- The texts without diacritics, case and the member's name: what tells that two comments are alike.
    text_key text,
    drafted_on date not null,
    -- The day on which the cell committee and the Front work committee agreed on it (RES-05), and who spoke for the Front.
    reviewed_on date,
    front_representative text,
    signed_on date,
    signed_by text,
    certified_on date,
    certified_by text,
    sent_on date,
    received_on date,
    told_on date,
    replaced_on date,
    -- What the meetings of the year say, as it stood when it was signed.
    invited integer check (invited >= 0),
    present integer check (present >= 0),
    absent_with_reason integer check (absent_with_reason >= 0),
    absent_without_reason integer check (absent_without_reason >= 0),
    represented integer check (represented >= 0),
    opinions integer check (opinions >= 0),
    state_by date,
    statement text,
    stated_on date,
    statement_answer text,
    answered_on date,
    primary key (province_id, id),
    foreign key (province_id, request_id) references residence_liaison.comment_request,
    unique (province_id, request_id, revision),
    check (state = 'DRAFTED' or (reviewed_on is not null and front_representative is not null and signed_on is not null and signed_by is not null and invited is not null)),
    check ((state in ('SENT', 'RECEIVED', 'TOLD')) = (sent_on is not null) and (sent_on is null) = (workplace_cell_id is null)),
    check ((state = 'TOLD') = (told_on is not null) and (told_on is null) = (told_member_id is null) and (told_on is null) = (state_by is null)),
    check ((statement is null) = (stated_on is null) and (statement_answer is null) = (answered_on is null)),
    check (statement is null or told_on is not null),
    check (statement_answer is null or statement is not null),
    check (replaced_on is null or sent_on is not null)
);
create index comment_member on residence_liaison.comment (province_id, member_id, drafted_on, id);
create index comment_drafted on residence_liaison.comment (province_id, drafted_on, id);
create index comment_cell on residence_liaison.comment (province_id, cell_id, year, id);
create index comment_waiting on residence_liaison.comment (province_id, cell_id, state) where state in ('SIGNED', 'CERTIFIED');
create index comment_to_tell on residence_liaison.comment (province_id, workplace_cell_id, state) where state in ('SENT', 'RECEIVED');
create index comment_statement on residence_liaison.comment (province_id, cell_id) where statement is not null and statement_answer is null;

-- The yearly comments of a cell, seen from the residence that writes them and from the workplace that gets them: kept by triggers, so that the progress of a round or of a province adds up a row a cell.
create table residence_liaison.comment_count (
    province_id smallint not null,
    organization_id uuid not null,
    side text not null check (side in ('RESIDENCE', 'WORKPLACE')),
    year integer not null,
    due_on date not null,
    requested integer not null,
    drafted integer not null,
    signed integer not null,
    certified integer not null,
    sent_in_time integer not null,
    sent_late integer not null,
    told integer not null,
    returned integer not null,
    commended integer not null,
    ordinary integer not null,
    warned integer not null,
    primary key (province_id, organization_id, side, year, due_on)
);

create function residence_liaison.recount_comments(cells uuid[], own_cells uuid[], years integer[]) returns void
language sql
as $$
    delete from residence_liaison.comment_count as counted
    where counted.province_id = (select current_setting('app.province')::smallint) and counted.year = any (years)
        and ((counted.side = 'RESIDENCE' and counted.organization_id = any (cells)) or (counted.side = 'WORKPLACE' and counted.organization_id = any (own_cells)));
    insert into residence_liaison.comment_count (
        province_id, organization_id, side, year, due_on, requested, drafted, signed, certified, sent_in_time, sent_late, told, returned, commended, ordinary, warned)
    select (select current_setting('app.province')::smallint), asked.organization_id, asked.side, asked.year, asked.due_on,
        count(*) filter (where asked.state = 'REQUESTED'), count(*) filter (where asked.state = 'DRAFTED'), count(*) filter (where asked.state = 'SIGNED'),
        count(*) filter (where asked.state = 'CERTIFIED'),
        count(*) filter (where asked.state in ('SENT', 'RECEIVED', 'TOLD') and asked.sent_on <= asked.due_on),
        count(*) filter (where asked.state in ('SENT', 'RECEIVED', 'TOLD') and asked.sent_on > asked.due_on),
        count(*) filter (where asked.state = 'TOLD'), count(*) filter (where asked.state = 'RETURNED'),
        count(*) filter (where asked.outcome = 'COMMENDED'), count(*) filter (where asked.outcome = 'ORDINARY'), count(*) filter (where asked.outcome = 'WARNED')
    from (
        select 'RESIDENCE' as side, request.cell_id as organization_id, request.year, request.due_on, request.state, request.sent_on, request.outcome
        from residence_liaison.comment_request as request
        where request.province_id = (select current_setting('app.province')::smallint) and request.cell_id = any (cells)
            and request.year = any (years) and request.purpose = 'YEARLY_RATING' and request.state <> 'CANCELLED'
        union all
        select 'WORKPLACE', request.own_cell_id, request.year, request.due_on, request.state, request.sent_on, request.outcome
        from residence_liaison.comment_request as request
        where request.province_id = (select current_setting('app.province')::smallint) and request.own_cell_id = any (own_cells)
            and request.year = any (years) and request.purpose = 'YEARLY_RATING' and request.state <> 'CANCELLED'
    ) as asked
    group by asked.organization_id, asked.side, asked.year, asked.due_on;
$$;
comment on function residence_liaison.recount_comments is 'Makes the counts of yearly comments of these residential cells, of these cells of workplaces and of these years anew.';

create function residence_liaison.recount_comments_touched() returns trigger
language plpgsql
as $$
declare
    cells uuid[];
    own_cells uuid[];
    years integer[];
begin
    if tg_op = 'INSERT' then
        select array_agg(distinct cell_id), array_agg(distinct own_cell_id), array_agg(distinct year) into cells, own_cells, years
        from inserted where purpose = 'YEARLY_RATING';
    elsif tg_op = 'DELETE' then
        select array_agg(distinct cell_id), array_agg(distinct own_cell_id), array_agg(distinct year) into cells, own_cells, years
        from deleted where purpose = 'YEARLY_RATING';
    else
        select array_agg(distinct cell_id), array_agg(distinct own_cell_id), array_agg(distinct year) into cells, own_cells, years
        from (
            select cell_id, own_cell_id, year from inserted where purpose = 'YEARLY_RATING'
            union all
            select cell_id, own_cell_id, year from deleted where purpose = 'YEARLY_RATING'
        ) as changed;
    end if;
    if years is not null then
        perform residence_liaison.recount_comments(cells, own_cells, years);
    end if;
    return null;
end
$$;

create trigger recount_comments_inserted after insert on residence_liaison.comment_request
    referencing new table as inserted for each statement execute function residence_liaison.recount_comments_touched();
create trigger recount_comments_updated after update on residence_liaison.comment_request
    referencing old table as deleted new table as inserted for each statement execute function residence_liaison.recount_comments_touched();
create trigger recount_comments_deleted after delete on residence_liaison.comment_request
    referencing old table as deleted for each statement execute function residence_liaison.recount_comments_touched();

-- What was asked for follows the introduction: nobody comments on a member who was never received, or is there no more (RES-15). A merge of two records moves and ends requests by itself, so that it can be undone.
create function residence_liaison.comments_follow_introductions() returns trigger
language plpgsql
as $$
begin
    update residence_liaison.comment_request as asked
    set version = asked.version + 1, own_cell_id = changed.cell_id, workplace_id = changed.workplace_id
    from inserted as changed
    where asked.province_id = changed.province_id and asked.introduction_id = changed.id
        and asked.state not in ('SENT', 'RECEIVED', 'TOLD', 'RETURNED', 'CANCELLED')
        and (asked.own_cell_id, asked.workplace_id) is distinct from (changed.cell_id, changed.workplace_id);
    update residence_liaison.comment_request as asked
    set version = asked.version + 1, closed_on = ended.closed_on,
        state = case when ended.state = 'RETURNED' then 'RETURNED' else 'CANCELLED' end,
        closing_reason = case when ended.state = 'RETURNED' then 'NOT_LIVING_THERE' else 'INTRODUCTION_ENDED' end
    from inserted as ended
    where ended.closed_on is not null and ended.closing_reason <> 'MERGED' and asked.province_id = ended.province_id and asked.introduction_id = ended.id and asked.state in ('REQUESTED', 'DRAFTED');
    return null;
end
$$;
create trigger comments_follow after update on residence_liaison.introduction
    referencing new table as inserted for each statement execute function residence_liaison.comments_follow_introductions();

select kernel.protect(
    'residence_liaison.comment_round', 'residence_liaison.comment_request', 'residence_liaison.comment', 'residence_liaison.comment_count');
