using Modular.TestKit.Databases;

namespace Modular.Organizations.Tests;

/// <summary>Waits for conditions of the database.</summary>
internal static class DatabaseWaits
{
    /// <summary>Returns when a session of this database waits for a lock.</summary>
    public static async Task UntilSomebodyWaitsForALockAsync(this TestDatabase database)
    {
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = owner.CreateCommand();
        command.CommandText =
            """
            do $$
            begin
                while not exists (
                    select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database())
                loop
                    perform pg_sleep(0.01);
                    perform pg_stat_clear_snapshot();
                end loop;
            end
            $$
            """;
        await command.ExecuteNonQueryAsync();
    }
}
