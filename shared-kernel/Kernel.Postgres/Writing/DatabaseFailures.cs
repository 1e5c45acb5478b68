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

    /// <summary>Whether the database can't be reached at present, so that the failure says nothing about what was tried.</summary>
    public static bool IsUnreachable(Exception failure) =>
        failure is NpgsqlException and not PostgresException
        || Postgres(failure) is { SqlState: ['5', '7', ..] or ['0', '8', ..] or ['5', '3', ..] }
        || failure.InnerException is NpgsqlException and not PostgresException;

    /// <summary>The name of the constraint that the write broke, or null.</summary>
    public static string? BrokenConstraint(Exception failure) =>
        Postgres(failure) is { SqlState: ['2', '3', ..] } broken ? broken.ConstraintName : null;

    /// <summary>The entity whose version was not current, or null where the failure has another reason.</summary>
    public static EntityEntry? FindStaleVersion(DbUpdateConcurrencyException failure) =>
        failure.Entries.FirstOrDefault(entry => VersionOf(entry) is not null);

    /// <summary>Asks the database, still in the same transaction, which version stands.</summary>
    public static async Task<StaleVersion> DescribeAsync(EntityEntry stale, CancellationToken cancellationToken)
    {
        var version = VersionOf(stale)!;
        var stands = await stale.GetDatabaseValuesAsync(cancellationToken);
        return new StaleVersion((int)version.OriginalValue!, (int?)stands?[version.Metadata]);
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
