-- Party badges: what was awarded, rounds of awards, and who is proposed in them.

create table members.badge_round (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    award_day date not null,
    organization_id uuid not null,
    state text not null check (state in ('OPEN', 'DECIDED')),
    decision_number text,
    decided_on date,
    primary key (province_id, id),
    constraint award_day_has_one_round unique (province_id, award_day),
    check ((state = 'DECIDED') = (decided_on is not null))
);

create table members.badge (
    province_id smallint not null,
    id uuid not null,
    member_id uuid not null,
    years integer not null check (years between 1 and 120),
    award text not null check (award in ('REGULAR', 'EARLY', 'POSTHUMOUS')),
    awarded_on date not null,
    decision_number text,
    decided_on date,
    round_id uuid,
    reissued_on date,
    returned_on date,
    primary key (province_id, id),
    constraint badge_is_awarded_once unique (province_id, member_id, years),
    foreign key (province_id, member_id) references members.member,
    foreign key (province_id, round_id) references members.badge_round,
    check (decided_on <= awarded_on),
    check (reissued_on > awarded_on),
    check (returned_on >= awarded_on)
);

create table members.badge_proposal (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    round_id uuid not null,
    member_id uuid not null,
    organization_id uuid not null,
    years integer not null,
    award text not null check (award in ('REGULAR', 'EARLY', 'POSTHUMOUS')),
    reached_on date not null,
    reason text,
    state text not null check (state in ('PROPOSED', 'CHECKED', 'DECLINED', 'DECIDED', 'AWARDED')),
    remark text,
    gift_multiple numeric(6, 2) check (gift_multiple > 0),
    gift_amount bigint check (gift_amount > 0),
    primary key (province_id, id),
    foreign key (province_id, member_id) references members.member,
    foreign key (province_id, round_id) references members.badge_round,
    check (award <> 'EARLY' or reason is not null),
    check (state <> 'DECLINED' or remark is not null)
);
-- Nobody is proposed twice for a badge, in whatever round, unless the first proposal was declined.
create unique index badge_is_proposed_once on members.badge_proposal (province_id, member_id, years) where state <> 'DECLINED';
create index badge_proposal_round on members.badge_proposal (province_id, round_id, years, reached_on, id);

-- Who reaches a step in a period is a range of this index a step.
create index member_party_age on members.member (province_id, party_age_from) where party_age_from is not null;

select kernel.protect('members.badge_round', 'members.badge', 'members.badge_proposal');

-- The award day of the policy before a day.
create function members.award_day_before(day date, defaults jsonb) returns date
language sql stable
as $$
    select max(award.day)
    from jsonb_array_elements_text(kernel.policy_on('members.badges', defaults, day) -> 'awardDays') as named
    cross join generate_series(0, 1) as years_ago
    cross join lateral (select ((extract(year from day)::integer - years_ago)::text || '-' || named)::date as day) as award
    where award.day < award_day_before.day
$$;

-- Who reaches a step by an award day and was not awarded it: since the award day before, or whenever.
create function members.badges_due(award_day date, whenever boolean, defaults jsonb) returns table (member_id uuid, years integer)
language sql stable rows 500
as $$
    select member.id, step.years
    from (
        select (given ->> 'years')::integer as years
        from jsonb_array_elements(kernel.policy_on('members.badges', defaults, award_day) -> 'steps') as given
    ) as step
    cross join (select case when whenever then '-infinity'::date else members.award_day_before(award_day, defaults) end as day) as since
    join members.member as member
        on member.province_id = (select current_setting('app.province')::smallint)
        and member.party_age_from <= (award_day - make_interval(years => step.years))::date + 1
        and (whenever or member.party_age_from >= (since.day - make_interval(years => step.years))::date - 1)
    where (member.party_age_from + make_interval(years => step.years))::date <= award_day
        and (whenever or (member.party_age_from + make_interval(years => step.years))::date > since.day)
        and not exists (
            select from members.badge as badge
            where badge.province_id = member.province_id and badge.member_id = member.id and badge.years >= step.years)
$$;
