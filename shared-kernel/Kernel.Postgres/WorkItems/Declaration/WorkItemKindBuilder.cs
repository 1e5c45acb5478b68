using System.Linq.Expressions;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>Collects what a kind of work item declares.</summary>
public sealed class WorkItemKindBuilder
{
    private readonly string kindId;
    private readonly List<PolicyParameter> policies = [];
    private readonly List<FollowedEntity> followed = [];
    private (string Sql, string Subject)? facts;
    private WorkItemDeadline? deadline;
    private string cancelledWhere = "false";

    internal WorkItemKindBuilder(string kindId) => this.kindId = kindId;

    /// <summary>
    /// The facts that make items, as SQL over tables of the module and of the kernel. It ends in its <c>where</c> clause, which the kernel may narrow, and gives the columns
    /// <c>fact_id uuid</c> (what the item is about: never two rows with the same), <c>subject_id uuid</c> (by what the facts are narrowed), <c>organization_id uuid</c> (where
    /// it is, which decides who sees it), <c>responsible_id uuid</c> (the organization that has to do it), <c>member_id uuid</c> (null where it is about no member) and
    /// <c>base_on date</c> (the day from which the deadline counts). Parameters: <c>@province</c> (smallint), <c>@today</c> (the Vietnam day), and the policies of <see cref="Reads{TPolicy}"/>.
    /// Facts whose items do not open yet belong to it.
    /// </summary>
    /// <param name="sql">The query.</param>
    /// <param name="subject">What its column <c>subject_id</c> is in the query, for instance <c>term.organization_id</c>.</param>
    public WorkItemKindBuilder Facts(string sql, string subject)
    {
        facts = (sql, subject);
        return this;
    }

    /// <summary>When items open, are due and are called to mind, by values of a policy.</summary>
    public WorkItemDeadline<TPolicy> Deadline<TPolicy>()
        where TPolicy : class, IPolicy, new()
    {
        var declared = new WorkItemDeadline<TPolicy>();
        deadline = declared;
        return declared;
    }

    /// <summary>Lets the facts read another policy: <c>kernel.policy_on('members.admission', @admission, day) ->> 'probationMonths'</c>.</summary>
    /// <param name="name">The name of the parameter that carries the default values.</param>
    public WorkItemKindBuilder Reads<TPolicy>(string name)
        where TPolicy : class, IPolicy, new()
    {
        policies.Add(new PolicyParameter(name, PolicyParameter.Defaults<TPolicy>()));
        return this;
    }

    /// <summary>
    /// An item whose fact is gone was done, except where this SQL condition over the item's row <c>present</c> holds: then it was cancelled.
    /// </summary>
    public WorkItemKindBuilder CancelledWhere(string condition)
    {
        cancelledWhere = condition;
        return this;
    }

    /// <summary>The items of a subject are compared with the facts when a unit of work makes, changes or deletes such an entity.</summary>
    /// <param name="subject">The subject of the facts that the entity may change.</param>
    /// <param name="changed">Of a change, only those that touch one of these properties; any where none is named.</param>
    public WorkItemKindBuilder Follows<TEntity>(Func<TEntity, Guid> subject, params Expression<Func<TEntity, object?>>[] changed)
        where TEntity : class
    {
        followed.Add(new FollowedEntity(typeof(TEntity), entity => subject((TEntity)entity), [.. changed.Select(PropertyOf.Name)]));
        return this;
    }

    internal WorkItemDefinition Build(WorkItemKind kind, string moduleId) => new()
    {
        Kind = kind,
        ModuleId = moduleId,
        Facts = facts?.Sql ?? throw Missing("Facts"),
        Subject = facts.Value.Subject,
        Deadline = deadline ?? throw Missing("Deadline"),
        Policies = policies,
        CancelledWhere = cancelledWhere,
        Followed = followed,
    };

    private InvalidOperationException Missing(string what) => new($"The kind of work item '{kindId}' does not declare its {what}.");
}
