namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>
/// The statement that makes the items of a kind what its facts say: those whose fact is gone are closed, those whose deadline counts from another day are superseded, those that
/// are due or about to be are opened. Where nothing changed nothing is written. Deadlines are counted once for each day from which they count: of the members of a file thousands
/// count from the same one.
/// </summary>
internal static class ReconciliationSql
{
    /// <summary>The statement over all facts of the province, or over those of some subjects.</summary>
    public static string Compose(WorkItemDefinition kind, bool narrowed)
    {
        var deadline = kind.Deadline;
        return $"""
            with fact as materialized (
                {kind.Facts}{(narrowed ? $" and {kind.Subject} = any(@subjects)" : "")}
            ), wanted as materialized (
                select listed.*, due.opens_on, due.due_on, reminder.next_on
                from (
                    select fact.base_on, array_agg((fact.fact_id, fact.subject_id, fact.organization_id, fact.responsible_id, fact.member_id, fact.base_on)) as facts
                    from fact group by fact.base_on
                ) as fact
                cross join lateral (select kernel.policy_on('{deadline.PolicyKey}', @deadline, fact.base_on) as chosen) as policy
                cross join lateral (select {deadline.OpensOn} as opens_on, {deadline.DueOn} as due_on, {deadline.Reminders} as reminders offset 0) as due
                cross join lateral (select kernel.next_reminder(due.due_on, due.reminders, @today) as next_on offset 0) as reminder
                cross join lateral unnest(fact.facts) as listed (
                    fact_id uuid, subject_id uuid, organization_id uuid, responsible_id uuid, member_id uuid, base_on date)
            ), present as materialized (
                select item.id, item.fact_id, item.subject_id, item.organization_id, item.responsible_id, item.member_id, item.base_on
                from kernel.work_items as item
                where item.province_id = @province and item.kind = @kind and item.state = 'OPEN'{(narrowed ? " and item.subject_id = any(@subjects)" : "")}
            ), closed as (
                update kernel.work_items as item
                set state = case when wanted.fact_id is not null then 'SUPERSEDED' when {kind.CancelledWhere} then 'CANCELLED' else 'DONE' end,
                    closed_at = @now, version = item.version + 1, next_reminder_on = null
                from present left join wanted on wanted.fact_id = present.fact_id
                where item.province_id = @province and item.id = present.id and (wanted.fact_id is null or wanted.base_on <> present.base_on)
                returning item.fact_id, item.assignee_id, item.assignee_name, item.note
            ), followed as (
                update kernel.work_items as item
                set organization_id = wanted.organization_id, responsible_id = wanted.responsible_id, subject_id = wanted.subject_id, member_id = wanted.member_id
                from present join wanted on wanted.fact_id = present.fact_id and wanted.base_on = present.base_on
                where item.province_id = @province and item.id = present.id
                    and (present.organization_id, present.responsible_id, present.subject_id, present.member_id)
                        is distinct from (wanted.organization_id, wanted.responsible_id, wanted.subject_id, wanted.member_id)
            )
            insert into kernel.work_items (
                province_id, id, version, module, kind, fact_id, subject_id, organization_id, responsible_id, member_id, base_on, due_on, state, opened_at,
                assignee_id, assignee_name, note, next_reminder_on)
            select @province, kernel.time_ordered_uuid(), 1, @module, @kind, wanted.fact_id, wanted.subject_id, wanted.organization_id, wanted.responsible_id, wanted.member_id,
                wanted.base_on, wanted.due_on, 'OPEN', @now, closed.assignee_id, closed.assignee_name, closed.note,
                wanted.next_on
            from wanted left join closed on closed.fact_id = wanted.fact_id
            where wanted.opens_on <= @today
                and not exists (select from present where present.fact_id = wanted.fact_id and present.base_on = wanted.base_on)
            on conflict (province_id, kind, fact_id, base_on) where state = 'OPEN' do nothing
            """;
    }

    /// <summary>The statement that notes for which items a day of reminding has come, and finds the next one.</summary>
    public static string ComposeReminder(WorkItemDefinition kind) =>
        $"""
        update kernel.work_items as item
        set reminded_on = @today, next_reminder_on = kernel.next_reminder(item.due_on, due.reminders, @today)
        from (
            select fact.id, {kind.Deadline.Reminders} as reminders
            from kernel.work_items as fact
            cross join lateral (select kernel.policy_on('{kind.Deadline.PolicyKey}', @deadline, fact.base_on) as chosen) as policy
            where fact.province_id = @province and fact.kind = @kind and fact.state = 'OPEN' and fact.next_reminder_on <= @today
        ) as due
        where item.province_id = @province and item.id = due.id
        """;
}
