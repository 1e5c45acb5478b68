using Npgsql;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Tells the planner of PostgreSQL about tables that an import made much larger, so that the next question is planned for what is there now.</summary>
internal static class GrownTables
{
    /// <summary>Looks at those tables again: some hundred milliseconds each, and nothing where none grew much.</summary>
    public static async Task AnalyzeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select kernel.analyze_grown_tables()", connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
