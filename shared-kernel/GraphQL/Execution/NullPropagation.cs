namespace Modular.GraphQL.Execution;

/// <summary>
/// Carries nulls of non-null positions up to the nearest position that may be null (specification, section 6.4.4): one pass over the columns, children
/// before parents. Run only when there is an error or such a null.
/// </summary>
internal static class NullPropagation
{
    /// <summary>Marks what becomes null and what has an error in it.</summary>
    /// <param name="groups">All groups of the response, parents before their children.</param>
    public static void Apply(List<ObjectGroup> groups)
    {
        for (var i = groups.Count - 1; i >= 0; i--) Apply(groups[i]);
    }

    /// <summary>Marks what becomes null among items that do not stand in a group, once the groups of their objects are marked.</summary>
    public static void Apply(ColumnNode items)
    {
        Prepare(items);
        for (var i = 0; i < items.Column.Count; i++) Evaluate(items, i);
    }

    private static void Apply(ObjectGroup group)
    {
        var count = group.Rows.Count;
        group.Dead = new bool[count];
        group.Dirty = new bool[count];
        foreach (var field in group.Fields)
        {
            if (field.Node is not { } node) continue;
            Prepare(node);
            for (var row = 0; row < count; row++)
            {
                var isNull = Evaluate(node, row);
                group.Dead[row] |= isNull && node.IsNonNull;
                group.Dirty[row] |= node.Dirty![row];
            }
        }
    }

    private static void Prepare(ColumnNode node)
    {
        for (var current = node; current is not null; current = current.Inner)
        {
            current.Nullified = new bool[current.Column.Count];
            current.Dirty = new bool[current.Column.Count];
        }
    }

    /// <summary>Tells whether an entry is null in the response. The recursion is over the lists of the field's type, not over data.</summary>
    private static bool Evaluate(ColumnNode node, int index)
    {
        if (node.Errors is not null && node.Errors.ContainsKey(index)) return Nullify(node, index);
        if (node.Column.IsNull(index))
        {
            node.Dirty![index] = node.IsNonNull;
            return true;
        }

        if (node.List is not null) return EvaluateList(node, node.List, index);
        return node.Rows is not null && EvaluateRow(node, node.Rows.RowOf(index), index);
    }

    private static bool EvaluateList(ColumnNode node, ListColumn list, int index)
    {
        var inner = node.Inner!;
        var isNull = false;
        for (var item = list.Start(index); item < list.End(index); item++)
        {
            isNull |= Evaluate(inner, item) && inner.IsNonNull;
            node.Dirty![index] |= inner.Dirty![item];
        }

        return isNull && Nullify(node, index);
    }

    private static bool EvaluateRow(ColumnNode node, int row, int index)
    {
        if (node.Objects!.Locate(row, out var member) is not { } group) return Nullify(node, index);
        if (group.Dead![member]) return Nullify(node, index);
        node.Dirty![index] = group.Dirty![member];
        return false;
    }

    private static bool Nullify(ColumnNode node, int index)
    {
        node.Nullified![index] = true;
        node.Dirty![index] = true;
        return true;
    }
}
