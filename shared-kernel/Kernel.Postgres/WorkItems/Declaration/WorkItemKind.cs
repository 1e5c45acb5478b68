using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>
/// A kind of thing that is due (loại việc): a query over the module's facts says which there are now, a dated policy when they are due. A module registers it
/// with <c>module.WorkItems(new SecretaryVacant())</c>.
/// </summary>
/// <remarks>
/// Nobody opens or closes an item. The kernel compares the items with the facts whenever the facts change: with the commit of a change of entities that the kind
/// follows, at the end of an import of the module, when a handler of another module's event asks for it, and by a sweep for what comes due by time alone. So an item is
/// there exactly as long as its fact.
/// </remarks>
public abstract class WorkItemKind
{
    /// <summary>The identifier: the module's, a dot, and words joined by hyphens. It stands in rows, so it never changes.</summary>
    public abstract string Id { get; }

    /// <summary>What is due, for a list: a noun phrase without personal data.</summary>
    public abstract LocalizedText Title { get; }

    /// <summary>What is to be done, and by whom, in a sentence or two.</summary>
    public abstract LocalizedText Task { get; }

    /// <summary>The rule under which it is due.</summary>
    public abstract RuleReference Rule { get; }

    /// <summary>Whoever holds this permission at the organization of an item sees it.</summary>
    public abstract string Permission { get; }

    /// <summary>Whoever holds this permission at the organization of an item as well may give it to somebody and write a note on it.</summary>
    public abstract string HandlingPermission { get; }

    /// <summary>Declares facts, deadline, and what is followed; called once.</summary>
    protected abstract void Define(WorkItemKindBuilder kind);

    internal WorkItemDefinition Build(string moduleId)
    {
        if (!Id.StartsWith(moduleId + ".", StringComparison.Ordinal))
            throw new InvalidOperationException($"The kind of work item '{Id}' of module '{moduleId}' must start with '{moduleId}.'.");
        var builder = new WorkItemKindBuilder(Id);
        Define(builder);
        return builder.Build(this, moduleId);
    }
}
