using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>
/// Lists the errors of an executed operation in the order of the response, each with path and locations. It walks only where
/// <see cref="NullPropagation"/> found something. What stands behind the first failure of an object that became null is not told, as
/// nothing of it is in the response.
/// </summary>
internal sealed class ErrorCollector(int maximum)
{
    private readonly List<GraphQLError> errors = [];
    private readonly List<object> path = [];
    private int omitted;
    private GraphQLError? last;

    /// <summary>The errors, at most as many as allowed and one more that counts the rest.</summary>
    public static List<GraphQLError> Collect(ExecutionResult result, int maximum)
    {
        var collector = new ErrorCollector(maximum);
        if (result.HasErrors) collector.VisitObject(result.Root, 0);
        return collector.Finish();
    }

    /// <summary>The errors of an object's fields that were executed later than the object.</summary>
    /// <param name="part">The executed fields.</param>
    /// <param name="index">Which object it is.</param>
    /// <param name="at">The path of the object.</param>
    /// <param name="maximum">How many errors are told.</param>
    /// <param name="failure">The error for which the object would be null with these fields.</param>
    public static List<GraphQLError> CollectPart(ObjectGroup part, int index, IEnumerable<object> at, int maximum, out GraphQLError? failure)
    {
        failure = null;
        if (!part.Dirty![index]) return [];
        var collector = new ErrorCollector(maximum);
        collector.path.AddRange(at);
        collector.VisitObject(part, index);
        // The walk ends with the error that made the object null.
        if (part.Dead![index]) failure = collector.last;
        return collector.Finish();
    }

    /// <summary>The errors in an item of a streamed list.</summary>
    /// <param name="field">The list's field.</param>
    /// <param name="items">The column that holds the item.</param>
    /// <param name="item">Which entry it is.</param>
    /// <param name="at">The path of the item.</param>
    /// <param name="maximum">How many errors are told.</param>
    /// <param name="failure">The error for which the item is null though it must not be.</param>
    public static List<GraphQLError> CollectItem(
        PlannedField field, ColumnNode items, int item, IEnumerable<object> at, int maximum, out GraphQLError? failure)
    {
        failure = null;
        if (!items.Dirty![item]) return [];
        var collector = new ErrorCollector(maximum);
        collector.path.AddRange(at);
        collector.Visit(field, items, item);
        if (items.IsNonNull && items.IsNull(item)) failure = collector.last;
        return collector.Finish();
    }

    private List<GraphQLError> Finish()
    {
        if (omitted > 0) errors.Add(new($"{omitted} more errors are not shown."));
        return errors;
    }

    private void VisitObject(ObjectGroup group, int index)
    {
        foreach (var field in group.Fields)
        {
            if (field.Node is not { } node || !node.Dirty![index]) continue;
            path.Add(field.Planned.ResponseName);
            Visit(field.Planned, node, index);
            path.RemoveAt(path.Count - 1);
            if (node.IsNonNull && node.IsNull(index)) return;
        }
    }

    private void Visit(PlannedField field, ColumnNode node, int index)
    {
        if (node.Errors?.GetValueOrDefault(index) is { } error) Add(field, error);
        else if (node.Column.IsNull(index))
            Add(field, new($"Cannot return null for non-nullable field {field.ParentType.Name}.{field.Field.Name}."));
        else if (node.List is { } list) VisitItems(field, node.Inner!, list.Start(index), list.End(index));
        else if (node.Rows is { } rows) VisitRow(field, node.Objects!, rows.RowOf(index));
    }

    private void VisitItems(PlannedField field, ColumnNode items, int start, int end)
    {
        for (var item = start; item < end; item++)
        {
            if (!items.Dirty![item]) continue;
            path.Add(item - start);
            Visit(field, items, item);
            path.RemoveAt(path.Count - 1);
            if (items.IsNonNull && items.IsNull(item)) return;
        }
    }

    private void VisitRow(PlannedField field, ObjectSet objects, int row)
    {
        if (objects.Locate(row, out var index) is { } group) VisitObject(group, index);
        else Add(field, objects.TypeErrors![row]);
    }

    private void Add(PlannedField field, GraphQLError error)
    {
        last = error.At([.. path], field.Locations);
        if (errors.Count < maximum) errors.Add(last);
        else omitted++;
    }
}
