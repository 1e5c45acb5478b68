using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace Modular.Kernel.Postgres.Writing.Rows;

/// <summary>The statements that save what the change tracker holds, kept until they are sent together with what else is written.</summary>
internal sealed class RowStatements
{
    private const string RowsDoNotStandAsRead = "MD001";

    private readonly List<RowStatement> statements = [];

    /// <summary>Adds rows; those that are saved alike share a statement.</summary>
    public void Add(IList<IUpdateEntry> rows)
    {
        var added = new List<RowStatement>();
        foreach (var row in rows)
        {
            var table = RowTable.Of(row.EntityType);
            if (!added.Exists(statement => statement.TryAdd(table, row)))
                added.Add(new RowStatement(table, row));
        }

        statements.AddRange(added.OrderBy(statement => statement.Order));
    }

    /// <summary>Sends the statements, and after them what else is written, in one round trip.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Some of the rows that were changed or deleted are not as they were read.</exception>
    public async Task SendAsync(
        NpgsqlConnection connection, IReadOnlyList<NpgsqlBatchCommand> alongside, CancellationToken cancellationToken)
    {
        var sent = statements.ToList();
        statements.Clear();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in sent)
            batch.BatchCommands.Add(statement.ToCommand());
        foreach (var statement in alongside)
            batch.BatchCommands.Add(statement);
        if (batch.BatchCommands.Count == 0)
            return;
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException stale) when (stale.SqlState == RowsDoNotStandAsRead)
        {
            var suspects = sent.SelectMany(statement => statement.Rows).Where(row => row.EntityState != EntityState.Added);
            throw new DbUpdateConcurrencyException(stale.MessageText, stale, [.. suspects]);
        }
    }
}
