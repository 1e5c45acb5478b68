using Npgsql;

namespace Modular.Kernel.Postgres.Migrations;

/// <summary>A migration stopped the start. The message names the schema, the file and the way out.</summary>
public sealed class MigrationException : Exception
{
    private MigrationException(string schema, string message, Exception? inner = null)
        : base(message, inner)
    {
        Schema = schema;
    }

    /// <summary>The schema whose migration failed.</summary>
    public string Schema { get; }

    internal static MigrationException WrongName(string schema, string file) => new(
        schema, $"Schema {schema}: the migration '{file}' must be named like 0001_what.sql (lower case, four digits first).");

    internal static MigrationException WrongNumber(string schema, string file, int expected) => new(
        schema, $"Schema {schema}: the migration '{file}' should have the number {expected:0000}; numbers start at 0001 and leave no gap.");

    internal static MigrationException Changed(string schema, string file) => new(
        schema, $"Schema {schema}: the migration '{file}' was changed after it had been applied to this database. Restore its text and put the change into a new file.");

    internal static MigrationException Unknown(string schema, string file) => new(
        schema, $"Schema {schema}: the database has the migration '{file}', which this build does not know. It was migrated by a newer version; run that version.");

    internal static MigrationException TouchesOthers(string schema, string file, IReadOnlyList<string> touched) => new(
        schema, $"Schema {schema}: the migration '{file}' was rolled back: it makes, changes or drops what is not the module's: {string.Join(", ", touched)}.");

    internal static MigrationException Failed(string schema, string file, PostgresException cause) => new(
        schema,
        $"Schema {schema}: the migration '{file}' failed and was rolled back: {cause.SqlState} {cause.MessageText}",
        cause);
}

/// <summary>What migrating came to.</summary>
/// <param name="Applied">How many files were applied.</param>
/// <param name="Failures">The schemas of modules that could not be brought up to date.</param>
public sealed record MigrationOutcome(int Applied, IReadOnlyList<MigrationException> Failures);
