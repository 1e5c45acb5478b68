using System.Linq.Expressions;
using System.Text.Json;
using Modular.Kernel.Policies;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>
/// When items of a kind open, are due, and are called to mind, by values of a dated policy. The values that are in force on the day from which the deadline counts hold;
/// an item that is open keeps its deadline when the policy changes.
/// </summary>
/// <typeparam name="TPolicy">The policy; the module registers it too.</typeparam>
public sealed class WorkItemDeadline<TPolicy> : WorkItemDeadline
    where TPolicy : class, IPolicy, new()
{
    internal WorkItemDeadline()
        : base(TPolicy.Key, PolicyParameter.Defaults<TPolicy>())
    {
    }

    /// <summary>Due on so many working days after the day from which it counts; that day itself does not count.</summary>
    public WorkItemDeadline<TPolicy> WorkingDays(Expression<Func<TPolicy, int>> value) =>
        Due($"kernel.due_after(fact.base_on, {Number(value)})");

    /// <summary>Due so many days after the day from which it counts.</summary>
    public WorkItemDeadline<TPolicy> Days(Expression<Func<TPolicy, int>> value) => Due($"(fact.base_on + {Number(value)})");

    /// <summary>Opens so many days before the day from which the deadline counts; on that day where this is not called.</summary>
    public WorkItemDeadline<TPolicy> NoticeDays(Expression<Func<TPolicy, int>> value)
    {
        OpensOn = $"(fact.base_on - {Number(value)})";
        return this;
    }

    /// <summary>Calls to mind so many days before it is due. That it is overdue is told on the day after in any case.</summary>
    public WorkItemDeadline<TPolicy> RemindsDaysBefore(Expression<Func<TPolicy, IReadOnlyList<int>>> value)
    {
        Reminders = $"policy.chosen -> '{NameOf(value.Body)}'";
        return this;
    }

    private WorkItemDeadline<TPolicy> Due(string sql)
    {
        DueOn = sql;
        return this;
    }

    private static string Number(Expression<Func<TPolicy, int>> value) => $"(policy.chosen ->> '{NameOf(value.Body)}')::integer";

    private static string NameOf(Expression value) => value is MemberExpression { Member.Name: var name, Expression: ParameterExpression }
        ? JsonNamingPolicy.CamelCase.ConvertName(name)
        : throw new ArgumentException("Name one value of the policy, as in policy => policy.WorkingDays.", nameof(value));
}

/// <summary>The base of all <see cref="WorkItemDeadline{TPolicy}"/>.</summary>
public abstract class WorkItemDeadline
{
    private protected WorkItemDeadline(string policyKey, string defaults)
    {
        PolicyKey = policyKey;
        Defaults = defaults;
    }

    internal string PolicyKey { get; }

    /// <summary>The policy's default values as JSON.</summary>
    internal string Defaults { get; }

    /// <summary>The last day in SQL, over the row <c>fact</c> and the values <c>policy.chosen</c>.</summary>
    internal string DueOn { get; private protected set; } = "fact.base_on";

    /// <summary>The day on which the item opens, in SQL.</summary>
    internal string OpensOn { get; private protected set; } = "fact.base_on";

    /// <summary>The reminders in SQL: an array of days before the last one, as JSON.</summary>
    internal string Reminders { get; private protected set; } = "null::jsonb";
}
