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

    /// <summary>The errors, at most as many as allowed and one more that counts the rest.</summary>
    public static List<GraphQLError> Collect(ExecutionResult result, int maximum)
    {
        var collector = new ErrorCollector(maximum);
        if (result.HasErrors) collector.VisitObject(result.Root, 0);
        if (collector.omitted > 0) collector.errors.Add(new($"{collector.omitted} more errors are not shown."));
        return collector.errors;
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
        if (errors.Count >= maximum)
        {
            omitted++;
            return;
        }

        errors.Add(error.At([.. path], field.Locations));
    }
}
