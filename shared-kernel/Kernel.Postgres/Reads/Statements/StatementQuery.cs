using System.Collections.Concurrent;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// What one place of an operation reads by a statement that the module wrote. The statement gives columns by name; only those that the
/// operation needs are selected of it.
/// </summary>
/// <param name="model">All tables.</param>
/// <param name="compose">Writes the module's statement.</param>
/// <param name="arguments">The arguments of the field.</param>
/// <param name="hasKey">Whether the statement gives a column <c>key</c>, the parent's.</param>
/// <param name="columns">The columns that the operation needs, by their names in the statement.</param>
internal sealed class StatementQuery(
    ReadModel model,
    Func<StatementSql, Sql> compose,
    IReadOnlyList<SqlArgument> arguments,
    bool hasKey,
    IReadOnlyList<RowColumn> columns)
{
    private readonly ConcurrentDictionary<string, ReadTable[]> tablesByShape = new();
    private readonly ConcurrentDictionary<string, ReadStatement> statements = new();

    /// <summary>The kinds of the result columns: the parent's key, where there is one, then the columns.</summary>
    public IReadOnlyList<ValueKind> Layout { get; } =
        [.. hasKey ? [ValueKind.Uuid] : Array.Empty<ValueKind>(), .. columns.Select(column => column.Kind)];

    /// <summary>The statement for a request.</summary>
    public ReadStatement For(ReadValues values)
    {
        var shape = StatementShape.KeyOf(arguments, values);
        if (tablesByShape.TryGetValue(shape, out var tables) && statements.TryGetValue(KeyOf(shape, tables, values), out var known))
            return known;
        var writer = Write(values);
        tables = [.. writer.ScopedTables];
        tablesByShape.TryAdd(shape, tables);
        return statements.GetOrAdd(KeyOf(shape, tables, values), writer.Finish());
    }

    private SqlWriter Write(ReadValues values)
    {
        var writer = new SqlWriter(model, values);
        writer.Text("select ");
        if (hasKey)
            writer.Text("made.key::uuid");
        for (var index = 0; index < columns.Count; index++)
            columns[index].Write(writer.Text(index > 0 || hasKey ? ", " : ""), "made");
        writer.Text(" from (");
        compose(new StatementSql(new StatementShape(values))).Write(writer);
        writer.Text(") as made");
        return writer;
    }

    private static string KeyOf(string shape, ReadTable[] tables, ReadValues values) =>
        $"{shape}|{string.Join('|', tables.Select(table => table.Scope!.ShapeOf(values)))}";
}
