using Modular.GraphQL.Execution;

namespace Modular.Kernel.GraphQL;

/// <summary>Reads rows by key and lays them beside the parents that refer to them.</summary>
internal static class SharedRows
{
    /// <summary>The row of each parent; a row that several parents refer to is read once and shared.</summary>
    /// <param name="execution">The field.</param>
    /// <param name="plan">What is read of the rows.</param>
    /// <param name="keys">The key that each parent refers to.</param>
    /// <param name="now">Whether the level's batch has gone out already, so that the statement must go by itself.</param>
    public static async ValueTask<Column> ReadAsync(
        FieldExecution execution, PlannedRows plan, IReadOnlyList<Guid?> keys, bool now = false)
    {
        var distinct = Distinct(keys);
        if (distinct.Length == 0)
            return Align(keys, ReadRows.None(plan.Type));
        var request = execution.Kernel();
        var values = request.Values(distinct);
        var statement = plan.Query.ByKeys(values);
        var result = now
            ? await request.Session.ReadNowAsync(statement, values, plan.Query.Layout, execution.CancellationToken)
            : await request.Session.ReadAsync(statement, values, plan.Query.Layout);
        return Align(keys, new ReadRows(plan.Type, result));
    }

    private static Guid[] Distinct(IReadOnlyList<Guid?> keys)
    {
        if (keys is [{ } only])
            return [only];
        var seen = new HashSet<Guid>();
        foreach (var key in keys)
        {
            if (key is { } given)
                seen.Add(given);
        }

        return [.. seen];
    }

    private static RowsColumn Align(IReadOnlyList<Guid?> keys, ReadRows rows)
    {
        if (keys.Count == 1)
            return new RowsColumn(rows, [rows.Count - 1]);
        var rowOfKey = new Dictionary<Guid, int>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
            rowOfKey[rows.KeyOf(row)] = row;
        var rowOf = new int[keys.Count];
        for (var index = 0; index < rowOf.Length; index++)
            rowOf[index] = keys[index] is { } key && rowOfKey.TryGetValue(key, out var row) ? row : -1;
        return new RowsColumn(rows, rowOf);
    }
}
