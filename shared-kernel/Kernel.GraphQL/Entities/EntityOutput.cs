using System.Collections;
using Modular.GraphQL.Execution;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Entities that code gives by their keys, to be read through the scoped read path like all others: what the user may not see is not shown,
/// whoever found it.
/// </summary>
/// <param name="Table">The entity type.</param>
/// <param name="KeyOf">The key in one value: an entity, or the key itself.</param>
/// <param name="IsList">Whether each parent has a list of them.</param>
internal sealed record EntityOutput(EntityTable Table, Func<object, Guid> KeyOf, bool IsList)
{
    /// <summary>Reads the entities and lays them beside the parents.</summary>
    /// <param name="execution">The field.</param>
    /// <param name="plan">What the operation reads of them.</param>
    /// <param name="values">One value for each parent.</param>
    /// <param name="now">Whether the level's batch has gone out already, so that the statement must go by itself.</param>
    public async ValueTask<Column> ReadAsync(FieldExecution execution, PlannedRows plan, object?[] values, bool now)
    {
        var lists = values.Select(KeysOf).ToArray();
        Guid?[] keys = [.. lists.SelectMany(list => list ?? [])];
        var found = (RowsColumn)await SharedRows.ReadAsync(execution, plan, IsList ? keys : [.. values.Select(SingleKeyOf)], now);
        return IsList ? WithoutMissing(lists, found) : found;
    }

    private static ListColumn WithoutMissing(Guid?[]?[] lists, RowsColumn found)
    {
        var rowOf = new List<int>();
        var offsets = new int[lists.Length + 1];
        var nulls = new bool[lists.Length];
        var next = 0;
        for (var parent = 0; parent < lists.Length; parent++)
        {
            nulls[parent] = lists[parent] is null;
            for (var item = 0; item < (lists[parent]?.Length ?? 0); item++, next++)
            {
                if (!found.IsNull(next))
                    rowOf.Add(found.RowOf(next));
            }

            offsets[parent + 1] = rowOf.Count;
        }

        return new ListColumn(offsets, new RowsColumn(found.Rows, [.. rowOf]), nulls);
    }

    private Guid? SingleKeyOf(object? value) => value is null ? null : KeyOf(value);

    private Guid?[]? KeysOf(object? value)
    {
        if (!IsList || value is null)
            return null;
        return [.. ((IEnumerable)value).Cast<object>().Select(item => (Guid?)KeyOf(item))];
    }
}
