using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Writing.Rows;

/// <summary>The rows of one table that one statement saves: all are new, or deleted, or changed in the same columns.</summary>
internal sealed class RowStatement
{
    private readonly RowTable table;
    private readonly EntityState state;
    private readonly List<RowColumn> changed;
    private readonly List<IUpdateEntry> rows = [];

    public RowStatement(RowTable table, IUpdateEntry first)
    {
        this.table = table;
        state = first.EntityState;
        changed = state == EntityState.Modified ? [.. table.Columns.Where(column => column.IsChanged(first))] : [];
        rows.Add(first);
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<IUpdateEntry> Rows => rows;

    /// <summary>
    /// The order of statements: deleted rows go first, those that refer to others before these; then the rows to which others refer come before
    /// those; and a table's changed rows before its new ones, which may take the place of what the change made free.
    /// </summary>
    public (int Phase, int Depth, string Table, int State) Order => state == EntityState.Deleted
        ? (0, -table.Depth, table.Name, 0)
        : (1, table.Depth, table.Name, state == EntityState.Modified ? 0 : 1);

    /// <summary>Takes a row in if it is saved in the same way.</summary>
    public bool TryAdd(RowTable its, IUpdateEntry row)
    {
        if (its != table || row.EntityState != state || !table.Columns.All(column => column.FitsIntoArray))
            return false;
        if (state == EntityState.Modified && !table.Columns.Where(column => column.IsChanged(row)).SequenceEqual(changed))
            return false;
        rows.Add(row);
        return true;
    }

    /// <summary>The statement. Changed and deleted rows must all be found as they were read; otherwise it fails.</summary>
    /// <exception cref="InvalidOperationException">A value is left to the database.</exception>
    public NpgsqlBatchCommand ToCommand()
    {
        var command = new NpgsqlBatchCommand();
        command.CommandText = state switch
        {
            EntityState.Added => Insert(command),
            EntityState.Deleted => Checked(command, $"delete from {table.Name} as saved{Source(command, "using", [])}"),
            _ => Checked(command, $"update {table.Name} as saved set {Assignments()}{Source(command, "from", changed)}"),
        };
        return command;
    }

    private string Insert(NpgsqlBatchCommand command)
    {
        if (table.Given.FirstOrDefault(column => column.IsLeftToDatabase(rows[0])) is { } missing)
            throw new InvalidOperationException($"{table.EntityName}: the module gives the value of {missing.Name}, not the database.");
        foreach (var column in table.Given)
            command.Parameters.Add(column.Parameter(rows, asRead: false));
        var names = string.Join(", ", table.Given.Select(column => column.Name));
        return rows.Count == 1
            ? $"insert into {table.Name} ({names}) values ({Numbers(table.Given.Count)})"
            : $"insert into {table.Name} ({names}) select * from unnest({Numbers(table.Given.Count)})";
    }

    private string Assignments() =>
        string.Join(", ", changed.Select((column, index) => $"{column.Name} = {Value("new", index)}"));

    // The values of one row stand in the statement themselves; those of several come as columns of a table.
    private string Source(NpgsqlBatchCommand command, string keyword, List<RowColumn> assigned)
    {
        foreach (var column in assigned)
            command.Parameters.Add(column.Parameter(rows, asRead: false));
        RowColumn[] compared = [.. table.Keys, .. table.Tokens];
        foreach (var column in compared)
            command.Parameters.Add(column.Parameter(rows, asRead: true));

        var text = new StringBuilder();
        if (rows.Count > 1)
        {
            text.Append($" {keyword} unnest({Numbers(command.Parameters.Count)}) as given (");
            text.AppendJoin(", ", assigned.Select((_, index) => $"new{index}").Concat(compared.Select((_, index) => $"old{index}")));
            text.Append(')');
        }

        text.Append(" where ");
        return text.AppendJoin(" and ", compared.Select((column, index) =>
            $"saved.{column.Name} = {Value("old", index, assigned.Count)}")).ToString();
    }

    private string Value(string kind, int index, int offset = 0) =>
        rows.Count == 1 ? $"${offset + index + 1}" : $"given.{kind}{index}";

    private string Checked(NpgsqlBatchCommand command, string statement)
    {
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint, Value = (long)rows.Count });
        return $"with touched as ({statement} returning 1) select kernel.expect_rows((select count(*) from touched), ${command.Parameters.Count})";
    }

    private static string Numbers(int count) => string.Join(", ", Enumerable.Range(1, count).Select(number => $"${number}"));
}
