using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>
/// Finds what is to be delivered later within executed objects, at every place of the response where they stand. It walks only where the plan
/// says that there may be something, and not into what became null.
/// </summary>
/// <param name="batchOf">Gives the batch to which a deferred part of a group belongs.</param>
/// <param name="listsOf">Gives the batch to which the streamed lists of a field belong.</param>
internal sealed class LaterWork(Func<ObjectGroup, DeferredPart, DeferredBatch> batchOf, Func<FieldResult, StreamedBatch> listsOf)
{
    private readonly List<object> path = [];

    /// <summary>The deferred fragments, outer ones first.</summary>
    public List<DeferredFragment> Fragments { get; } = [];

    /// <summary>What the fragments consist of.</summary>
    public List<DeferredTask> Tasks { get; } = [];

    /// <summary>The streamed lists.</summary>
    public List<StreamedList> Lists { get; } = [];

    /// <summary>Looks into an object.</summary>
    public LaterWork Find(ObjectGroup group, int index, IEnumerable<object> at, DeliveryScope? scope)
    {
        path.AddRange(at);
        VisitObject(group, index, scope);
        path.Clear();
        return this;
    }

    /// <summary>Looks into an item of a streamed list.</summary>
    public LaterWork FindInItem(ColumnNode items, int item, IEnumerable<object> at)
    {
        path.AddRange(at);
        Visit(items, item, null);
        path.Clear();
        return this;
    }

    private void VisitObject(ObjectGroup group, int index, DeliveryScope? scope)
    {
        if (group.Deferral is { } deferral) scope = Defer(group, index, deferral, scope);
        foreach (var field in group.Fields)
        {
            if (field.Planned.Incremental is not { HoldsLater: true } || field.Node is not { } node || node.IsNull(index)) continue;
            path.Add(field.Planned.ResponseName);
            if (field.Streamed is not null) AddList(field, index);
            Visit(node, index, scope);
            path.RemoveAt(path.Count - 1);
        }
    }

    private void Visit(ColumnNode node, int index, DeliveryScope? scope)
    {
        if (node.IsNull(index)) return;
        if (node.Rows is { } rows)
        {
            if (node.Objects!.Locate(rows.RowOf(index), out var member) is { } group) VisitObject(group, member, scope);
            return;
        }

        if (node.List is not { } list) return;
        for (var item = list.Start(index); item < list.End(index); item++)
        {
            path.Add(item - list.Start(index));
            Visit(node.Inner!, item, scope);
            path.RemoveAt(path.Count - 1);
        }
    }

    private DeliveryScope? Defer(ObjectGroup group, int index, SelectionDeferral deferral, DeliveryScope? scope)
    {
        foreach (var usage in deferral.NewUsages)
        {
            var fragment = new DeferredFragment(usage.Label, [.. path], DeliveryScope.Find(scope, usage.Parent));
            Fragments.Add(fragment);
            scope = new(usage, fragment, scope);
        }

        foreach (var part in deferral.Parts)
        {
            var fragments = part.Usages.Usages.Select(usage => FragmentOf(usage, scope)).ToArray();
            var task = new DeferredTask([.. path], fragments, scope) { Index = index };
            batchOf(group, part).Tasks.Add(task);
            Tasks.Add(task);
        }

        return scope;
    }

    private static DeferredFragment FragmentOf(DeferUsage usage, DeliveryScope? scope)
        => DeliveryScope.Find(scope, usage) ?? throw new InvalidOperationException("A field is deferred by a fragment that does not hold its object.");

    private void AddList(FieldResult field, int index)
    {
        var list = new StreamedList(field, index, [.. path]);
        if (list.Next >= list.End) return;
        listsOf(field).Lists.Add(list);
        Lists.Add(list);
    }
}
