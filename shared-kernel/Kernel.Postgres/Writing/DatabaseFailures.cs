using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Results;
using Npgsql;

namespace Modular.Kernel.Postgres.Writing;

/// <summary>Reads what PostgreSQL and Entity Framework say when a write does not succeed.</summary>
internal static class DatabaseFailures
{
    /// <summary>Whether the transaction would probably succeed when it runs again: serialization failure or deadlock.</summary>
    public static bool IsWorthRepeating(Exception failure) =>
        Postgres(failure)?.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    /// <summary>
    /// Whether somebody else has just written what the change looked for and did not find: a row of the same key, or of a period that overlaps. A change that runs again finds it, and says so.
    /// </summary>
    public static bool MayBeOfAnotherAtOnce(Exception failure) =>
        Postgres(failure)?.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation;

    /// <summary>Whether the database can't be reached at present, so that the failure says nothing about what was tried.</summary>
    public static bool IsUnreachable(Exception failure) =>
        failure is NpgsqlException and not PostgresException
        || Postgres(failure) is { SqlState: ['5', '7', ..] or ['0', '8', ..] or ['5', '3', ..] }
        || failure.InnerException is NpgsqlException and not PostgresException;

    /// <summary>The name of the constraint that the write broke, or null.</summary>
    public static string? BrokenConstraint(Exception failure) =>
        Postgres(failure) is { SqlState: ['2', '3', ..] } broken ? broken.ConstraintName : null;

    /// <summary>Asks the database, outside of the transaction that failed, which version stands; null where the failure is not about a version.</summary>
    public static async Task<StaleVersion?> FindStaleVersionAsync(DbUpdateConcurrencyException failure, CancellationToken cancellationToken)
    {
        foreach (var entry in failure.Entries)
        {
            if (VersionOf(entry) is not { } version)
                continue;
            var stands = await entry.GetDatabaseValuesAsync(cancellationToken);
            var read = (int)version.OriginalValue!;
            if ((int?)stands?[version.Metadata] is var current && current != read)
                return new StaleVersion(read, current);
        }

        return null;
    }

    private static PropertyEntry? VersionOf(EntityEntry entry) =>
        entry.Properties.FirstOrDefault(property => property.Metadata.IsVersion());

    // Entity Framework wraps what the server says once or twice, depending on where it happened.
    private static PostgresException? Postgres(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException postgres)
                return postgres;
            if (cause is not (DbUpdateException or InvalidOperationException))
                return null;
        }

        return null;
    }
}
