using Npgsql;

namespace Modular.Kernel.Postgres.Connections;

/// <summary>
/// Tells the planner of PostgreSQL about tables that were made much larger at once, so that the next question is planned for what is there now. PostgreSQL does it by itself, but
/// some minutes later, and until then a province of which it knows nothing is asked by plans for a handful of rows.
/// </summary>
public static class GrownTables
{
    /// <summary>Looks at those tables again: some hundred milliseconds each, and nothing where none grew much. It is called after the rows were committed.</summary>
    /// <param name="connection">A connection of the application or of the owner.</param>
    /// <param name="cancellationToken">Ends it; what was looked at is not forgotten.</param>
    public static async Task AnalyzeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select kernel.analyze_grown_tables()", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
