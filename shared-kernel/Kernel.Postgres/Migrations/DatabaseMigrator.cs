using Microsoft.Extensions.Logging;
using Npgsql;

namespace Modular.Kernel.Postgres.Migrations;

/// <summary>
/// Brings the database to the state that the installed modules expect: for each schema the files that were not applied yet, each in a
/// transaction of its own, by the owner's role. Of several hosts that start at once one migrates and the others wait for it.
/// </summary>
public sealed class DatabaseMigrator(string ownerConnection, string applicationRole, TimeProvider clock, ILogger<DatabaseMigrator> log)
{
    private const long LockKey = 0x6d6f64756c6172;

    private const string RaiseGenerationSql =
        """
        insert into kernel.outbox_generation (generation, lives_in)
        select 1, c.system_identifier || '/' || d.oid
        from pg_control_system() c, pg_database d where d.datname = current_database()
        on conflict (only_row) do update set
            generation = outbox_generation.generation + (outbox_generation.lives_in <> excluded.lives_in)::int,
            lives_in = excluded.lives_in
        returning generation
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The kernel's own schema, which comes before all others.</summary>
    public static DatabaseSchema Kernel { get; } = new("kernel", typeof(DatabaseMigrator).Assembly);

    /// <summary>Applies what is missing, the kernel's schema first and then the given ones in their order.</summary>
    /// <returns>How many files were applied.</returns>
    /// <exception cref="MigrationException">A migration is faulty, was changed, or failed.</exception>
    public async Task<int> MigrateAsync(IEnumerable<DatabaseSchema> schemas, CancellationToken cancellationToken)
    {
        var migrated = await MigrateEachAsync(schemas, cancellationToken);
        return migrated.Failures is [var first, ..] ? throw first : migrated.Applied;
    }

    /// <summary>
    /// As <see cref="MigrateAsync(IEnumerable{DatabaseSchema}, CancellationToken)"/>, but where a module's schema fails the others go on: what was rolled back leaves no trace
    /// beyond that schema. Whoever serves leaves such a module out.
    /// </summary>
    /// <exception cref="MigrationException">A migration of a schema that is no module's is faulty, was changed, or failed.</exception>
    public async Task<MigrationOutcome> MigrateEachAsync(IEnumerable<DatabaseSchema> schemas, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ownerConnection)
        {
            ApplicationName = "modular/migrate",
            Pooling = false,
            CommandTimeout = 0,
            Enlist = false,
        });
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await WaitForTurnAsync(connection, cancellationToken);
        await ExecuteAsync(connection, "select set_config('app.application_role', $1, false)", [applicationRole], cancellationToken);

        var applied = 0;
        var failures = new List<MigrationException>();
        foreach (var schema in schemas.Prepend(Kernel).DistinctBy(schema => schema.Schema))
        {
            try
            {
                applied += await MigrateAsync(connection, schema, cancellationToken);
            }
            catch (MigrationException failure) when (schema is ModuleDatabase)
            {
                failures.Add(failure);
            }
        }

        await GrantToNewRoleAsync(connection, cancellationToken);
        await RaiseGenerationAfterRestoreAsync(connection, cancellationToken);
        return new MigrationOutcome(applied, failures);
    }

    private async Task<int> MigrateAsync(NpgsqlConnection connection, DatabaseSchema schema, CancellationToken cancellationToken)
    {
        var migrations = SqlMigration.In(schema);
        var history = new MigrationHistory(connection, schema.Schema, applicationRole);
        await history.PrepareAsync(cancellationToken);
        var known = await history.ReadAsync(cancellationToken);
        Compare(schema.Schema, migrations, known);

        for (var index = known.Count; index < migrations.Count; index++)
            await ApplyAsync(connection, schema, migrations[index], history, cancellationToken);
        return migrations.Count - known.Count;
    }

    private static void Compare(string schema, IReadOnlyList<SqlMigration> migrations, IReadOnlyList<AppliedMigration> known)
    {
        for (var index = 0; index < known.Count; index++)
        {
            if (index >= migrations.Count)
                throw MigrationException.Unknown(schema, known[index].Name);
            if (known[index].Checksum != migrations[index].Checksum)
                throw MigrationException.Changed(schema, migrations[index].Name);
        }
    }

    private async Task ApplyAsync(
        NpgsqlConnection connection, DatabaseSchema target, SqlMigration migration, MigrationHistory history, CancellationToken cancellationToken)
    {
        var schema = target.Schema;
        var started = clock.GetTimestamp();
        await using var notice = clock.CreateTimer(
            _ => log.LogInformation(
                "Migration {Schema}/{File} is running for {Seconds:0} s …", schema, migration.Name, clock.GetElapsedTime(started).TotalSeconds),
            null, Patience, Patience);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(
                connection,
                "select set_config('search_path', quote_ident($1) || ', public', true), set_config('lock_timeout', '60s', true)",
                [schema],
                cancellationToken);
            var others = target is ModuleDatabase ? await ForeignRelations.ReadAsync(connection, schema, cancellationToken) : null;
            await ExecuteAsync(connection, migration.Sql, [], cancellationToken);
            if (others is not null && ForeignRelations.Touched(others, await ForeignRelations.ReadAsync(connection, schema, cancellationToken)) is { Count: > 0 } touched)
                throw MigrationException.TouchesOthers(schema, migration.Name, touched);
            await history.AddAsync(migration, clock.GetUtcNow(), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException cause)
        {
            throw MigrationException.Failed(schema, migration.Name, cause);
        }

        log.LogDebug("Migration {Schema}/{File} applied.", schema, migration.Name);
    }

    private async Task WaitForTurnAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await ScalarAsync<bool>(connection, $"select pg_try_advisory_lock({LockKey})", cancellationToken))
            return;
        log.LogInformation("Another host migrates the database; waiting for it.");
        await ExecuteAsync(connection, $"select pg_advisory_lock({LockKey})", [], cancellationToken);
    }

    /// <summary>The tables of earlier starts were opened to the application role of that time, which may have been another.</summary>
    private static Task GrantToNewRoleAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => ExecuteAsync(
        connection,
        """
        select kernel.grant_all_to_application()
        where not has_table_privilege(current_setting('app.application_role'), 'kernel.provinces', 'select')
        """,
        [],
        cancellationToken);

    /// <summary>A restored database numbers its transactions anew, perhaps below those in the outbox: a new generation orders after them.</summary>
    private async Task RaiseGenerationAfterRestoreAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var generation = await ScalarAsync<int>(connection, RaiseGenerationSql, cancellationToken);
        if (generation > 1)
            log.LogDebug("The outbox is in generation {Generation}.", generation);
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, string[] arguments, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments)
            command.Parameters.Add(new NpgsqlParameter { Value = argument });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
