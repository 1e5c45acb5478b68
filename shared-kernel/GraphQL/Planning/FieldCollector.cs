using System.Collections.Immutable;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>
/// CollectFields and CollectSubfields of the specification (section 6.3.2), done once per plan and object type. In plans that deliver parts later it also
/// does what the draft of incremental delivery adds: it keeps the deferred fragment of each selected node, and parts the fields by when they are delivered.
/// </summary>
internal sealed class FieldCollector
{
    private readonly PlanScope scope;
    private readonly ObjectType type;
    private readonly OrderedDictionary<string, Group> groups;
    private HashSet<(string Fragment, DirectiveNode? Defer)>? visitedFragments;
    private List<DeferUsage>? newUsages;

    private FieldCollector(PlanScope scope, ObjectType type, SelectionSet? first)
    {
        this.scope = scope;
        this.type = type;
        groups = new(first?.Selections.Length ?? 0, StringComparer.Ordinal);
    }

    /// <summary>The fields selected of objects of the type which the parent field returns, or of the operation's root type.</summary>
    public static CollectedFields Collect(PlanScope scope, PlannedField? parent, ObjectType type)
    {
        var collector = new FieldCollector(scope, type, parent is null ? scope.Operation.SelectionSet : parent.Nodes[0].SelectionSet);
        if (parent is null) collector.Add(scope.Operation.SelectionSet, null);
        else collector.AddSelectionsOf(parent);
        return collector.Finish(parent);
    }

    private void AddSelectionsOf(PlannedField parent)
    {
        for (var i = 0; i < parent.Nodes.Length; i++)
        {
            if (parent.Nodes[i].SelectionSet is { } selectionSet) Add(selectionSet, parent.Incremental?.Usages[i]);
        }
    }

    private CollectedFields Finish(PlannedField? parent)
    {
        var all = new List<PlannedField>(groups.Count);
        if (scope.Incremental is null)
        {
            foreach (var (_, group) in groups) all.Add(Plan(parent, group.Nodes, isFirst: all.Count == 0, null));
            return new(all, all, null);
        }

        var around = parent?.Incremental?.DeliveredBy ?? DeferUsageSet.Empty;
        var parts = new OrderedDictionary<DeferUsageSet, List<PlannedField>> { [around] = [] };
        foreach (var group in groups.Values)
        {
            var deliveredBy = DeferUsageSet.Of(group.Usages!);
            if (!parts.TryGetValue(deliveredBy, out var part)) parts.Add(deliveredBy, part = []);
            var nodes = group.Nodes;
            var incremental = IncrementalField.Of(scope.Incremental, nodes, [.. group.Usages!], deliveredBy);
            var field = Plan(parent, nodes, isFirst: part.Count == 0, incremental);
            part.Add(field);
            all.Add(field);
        }

        var deferred = parts.Skip(1).Select(part => new DeferredPart(part.Key, part.Value)).ToArray();
        return new(all, parts[around], newUsages is null && deferred.Length == 0 ? null : new(newUsages ?? [], deferred));
    }

    private PlannedField Plan(PlannedField? parent, ImmutableArray<FieldNode> nodes, bool isFirst, IncrementalField? incremental)
    {
        scope.CountField();
        var field = scope.Schema.FindField(type, nodes[0].Name.Value)
            ?? throw new InvalidOperationException($"A validated operation selects {type.Name}.{nodes[0].Name.Value}, which does not exist.");
        return new PlannedField(scope, parent, type, field, nodes, isFirst, incremental);
    }

    private void Add(SelectionSet selectionSet, DeferUsage? within)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!scope.Includes(selection)) continue;
            switch (selection)
            {
                case FieldNode field:
                    Add(field, within);
                    break;
                case InlineFragment fragment when fragment.TypeCondition is null || Applies(fragment.TypeCondition):
                    Add(fragment.SelectionSet, Defer(fragment, within) ?? within);
                    break;
                case FragmentSpread spread when Applies(scope.Fragments[spread.Name.Value].TypeCondition):
                    Add(spread, within);
                    break;
            }
        }
    }

    private void Add(FieldNode field, DeferUsage? within)
    {
        if (!groups.TryGetValue(field.ResponseKey, out var group)) groups.Add(field.ResponseKey, group = new(field));
        else group.Add(field);
        if (scope.Incremental is not null) (group.Usages ??= []).Add(within);
    }

    // A fragment is gone through once for each deferred fragment that holds it, and not again once it was met outside of all.
    private void Add(FragmentSpread spread, DeferUsage? within)
    {
        var name = spread.Name.Value;
        var directive = scope.Incremental?.DeferOf(spread);
        visitedFragments ??= [];
        if (visitedFragments.Contains((name, null)) || !visitedFragments.Add((name, directive ?? within?.Directive))) return;
        Add(scope.Fragments[name].SelectionSet, Defer(spread, within) ?? within);
    }

    private DeferUsage? Defer(Selection fragment, DeferUsage? within)
    {
        if (scope.Incremental?.DeferOf(fragment) is not { } directive) return null;
        var usage = new DeferUsage(IncrementalUse.LabelOf(directive), directive, within);
        (newUsages ??= []).Add(usage);
        return usage;
    }

    private bool Applies(NamedTypeNode condition)
        => scope.Schema.FindType(condition.Name.Value) is CompositeType conditionType && scope.Schema.IsPossibleType(conditionType, type);

    /// <summary>The nodes of one response key: one, as a rule.</summary>
    private sealed class Group(FieldNode first)
    {
        private List<FieldNode>? all;

        public ImmutableArray<FieldNode> Nodes => all is null ? [first] : [.. all];

        /// <summary>The deferred fragment around each node; kept only in plans that deliver parts later.</summary>
        public List<DeferUsage?>? Usages { get; set; }

        public void Add(FieldNode node) => (all ??= [first]).Add(node);
    }
}

/// <summary>The fields of a selection, and when they are delivered.</summary>
/// <param name="All">All fields in the order of the response.</param>
/// <param name="Immediate">Those that are executed with the objects themselves.</param>
/// <param name="Deferral">What is delivered later, if anything.</param>
internal readonly record struct CollectedFields(IReadOnlyList<PlannedField> All, IReadOnlyList<PlannedField> Immediate, SelectionDeferral? Deferral);
