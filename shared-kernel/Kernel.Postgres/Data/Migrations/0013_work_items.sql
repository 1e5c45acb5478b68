-- What is due, for whom, by when, under which rule. A kind of item is declared by a module as a query over its facts; the rows here follow the facts.
create table work_items (
    province_id smallint not null,
    id uuid not null,
    version integer not null,
    module text not null,
    kind text not null,
    -- The fact that makes the item (a term, a membership), and by what its module finds it again (a member, an organization).
    fact_id uuid not null,
    subject_id uuid not null,
    organization_id uuid not null,
    responsible_id uuid not null,
    member_id uuid,
    -- The day from which the deadline counts, and the last day.
    base_on date not null,
    due_on date not null,
    state text not null check (state in ('OPEN', 'DONE', 'CANCELLED', 'SUPERSEDED')),
    opened_at timestamptz not null,
    closed_at timestamptz,
    assignee_id uuid,
    assignee_name text,
    note text,
    reminded_on date,
    next_reminder_on date,
    primary key (province_id, id),
    check ((state = 'OPEN') = (closed_at is null)),
    check ((assignee_id is null) = (assignee_name is null)),
    check (due_on >= base_on)
);
-- The same fact never makes two items.
create unique index work_item_of_a_fact on work_items (province_id, kind, fact_id, base_on) where state = 'OPEN';
-- Overdue first: of a province, of an organization, of a member, of a user.
create index work_items_due on work_items (province_id, due_on, id) where state = 'OPEN';
create index work_items_of_organization on work_items (province_id, organization_id, due_on, id) where state = 'OPEN';
create index work_items_of_member on work_items (province_id, member_id, due_on, id) where state = 'OPEN';
create index work_items_of_assignee on work_items (province_id, assignee_id, due_on, id) where state = 'OPEN' and assignee_id is not null;
create index work_items_of_subject on work_items (province_id, kind, subject_id) where state = 'OPEN';
create index work_items_to_remind on work_items (province_id, kind, next_reminder_on) where state = 'OPEN';
create index work_items_closed on work_items (province_id, closed_at, id) where state <> 'OPEN';
select kernel.protect('work_items');

-- When the items of a module were last compared with all of its facts; what comes due by time alone is found then.
create table work_item_sweeps (
    province_id smallint not null,
    module text not null,
    swept_on date not null,
    swept_at timestamptz not null,
    primary key (province_id, module)
);
select kernel.protect('work_item_sweeps');

-- The values of a policy on a day: what the province decided, over the defaults of the policy's record.
create function policy_on(policy_key text, defaults jsonb, day date) returns jsonb
language sql stable
as $$
    select defaults || coalesce((
        select decided.value from kernel.policies as decided
        where decided.province_id = (select current_setting('app.province')::smallint) and decided.key = policy_key and decided.valid @> day
    ), '{}')
$$;

-- The last day of a period of working days, as WorkingDayCalendar.DueAfter counts it.
create function due_after(start date, working_days integer) returns date
language sql stable
as $$
    select case when working_days <= 0 then start else (
        select start + step
        from generate_series(1, working_days * 2 + 40) as step
        left join kernel.holidays as holiday on holiday.day = start + step
        where case when extract(isodow from start + step) in (6, 7) then coalesce(holiday.is_worked, false) else coalesce(holiday.is_worked, true) end
        order by step offset working_days - 1 limit 1
    ) end
$$;

-- The next day on which whoever has to do it hears of it: so many days before the deadline, and on the day after it.
create function next_reminder(due date, days_before jsonb, today date) returns date
language sql immutable
as $$
    select min(due - days)
    from (select value::integer from jsonb_array_elements_text(coalesce(days_before, '[]')) union all select -1) as reminder (days)
    where due - days > today
$$;

-- Whoever follows work items hears of each; of very many at once only that there were many.
create function announce_work_items() returns trigger language plpgsql as $$
declare
    changes bigint;
begin
    select count(*) into changes from changed;
    if changes > 20 then
        perform pg_notify('modular_work_items', province_id::text) from (select distinct province_id from changed) as province;
    elsif changes > 0 then
        perform pg_notify('modular_work_items', province_id || ' ' || id) from changed;
    end if;
    return null;
end $$;

create trigger announce_opened after insert on work_items
    referencing new table as changed for each statement execute function announce_work_items();
create trigger announce_changed after update on work_items
    referencing new table as changed for each statement execute function announce_work_items();
