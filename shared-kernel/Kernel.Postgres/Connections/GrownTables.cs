using Microsoft.Extensions.Logging;
using Modular.Kernel.Postgres.Telemetry;
using Npgsql;

namespace Modular.Kernel.Postgres.Connections;

/// <summary>
/// Tells the planner of PostgreSQL about tables that were made much larger at once, so that the next question is planned for what is there now. PostgreSQL does it by itself, but
/// some minutes later, and until then a province of which it knows nothing is asked by plans for a handful of rows.
/// </summary>
public static class GrownTables
{
    /// <summary>
    /// Looks at those tables again: some hundred milliseconds each, and a few milliseconds where none grew much. It is called after the rows were committed, so what goes wrong here undoes nothing:
    /// it is logged and counted (<c>modular.sql.analyze.failures</c>), and PostgreSQL looks by itself in the end.
    /// </summary>
    /// <param name="connection">A connection of the application or of the owner.</param>
    /// <param name="log">Hears of a failure.</param>
    /// <param name="cancellationToken">Ends it; what was looked at is not forgotten.</param>
    public static async Task AnalyzeAsync(NpgsqlConnection connection, ILogger log, CancellationToken cancellationToken)
    {
        try
        {
            // What a session has changed is counted some seconds later otherwise.
            await using var count = new NpgsqlCommand("select pg_stat_force_next_flush()", connection);
            await count.ExecuteNonQueryAsync(cancellationToken);
            await using var command = new NpgsqlCommand("select kernel.analyze_grown_tables()", connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException failure)
        {
            KernelTelemetry.AnalyzeFailed();
            log.LogWarning(failure, "Tables that were made larger were not analyzed; questions may be slow for a minute.");
        }
    }
}
