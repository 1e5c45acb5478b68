using System.Data;
using System.Globalization;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Host.Archives;

/// <summary>A transaction of the owner's role in one province, over the tables of a module. Row-level security holds for the owner too: it sees that province alone.</summary>
internal sealed class ArchiveSession : IAsyncDisposable
{
    private readonly NpgsqlTransaction transaction;

    private ArchiveSession(InstalledModule module, Province province, NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<ModuleTable> tables, int migration)
    {
        Module = module;
        Province = province;
        Connection = connection;
        this.transaction = transaction;
        Tables = tables;
        Migration = migration;
    }

    public InstalledModule Module { get; }

    public Province Province { get; }

    public NpgsqlConnection Connection { get; }

    /// <summary>The tables, each after those that it refers to.</summary>
    public IReadOnlyList<ModuleTable> Tables { get; }

    /// <summary>The number of the last migration of the module's schema.</summary>
    public int Migration { get; }

    /// <summary>Begins to read: everything is seen as it was at one moment.</summary>
    public static Task<ArchiveSession> ReadAsync(string owner, InstalledModule module, Province province, CancellationToken cancellationToken) =>
        BeginAsync(owner, module, province, IsolationLevel.RepeatableRead, cancellationToken);

    /// <summary>
    /// Begins to change: nobody enables the module meanwhile, nobody writes its tables, and triggers rest, because what they keep is rows of the export itself. Changes of other
    /// provinces to the same tables wait.
    /// </summary>
    /// <exception cref="ArchiveException">The province has the module enabled.</exception>
    public static async Task<ArchiveSession> ChangeAsync(string owner, InstalledModule module, Province province, CancellationToken cancellationToken)
    {
        var session = await BeginAsync(owner, module, province, IsolationLevel.ReadCommitted, cancellationToken);
        try
        {
            await session.TakeTurnAsync(province, cancellationToken);
            foreach (var table in session.Tables.Where(table => table.Schema != "kernel"))
                await session.ExecuteAsync($"alter table {table.Sql} disable trigger user", cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Goes on in another province, in which nobody enables the module meanwhile either.</summary>
    /// <exception cref="ArchiveException">The province has the module enabled.</exception>
    public async Task EnterAsync(Province province, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"set local app.province = '{province.Id}'", cancellationToken);
        await TakeTurnAsync(province, cancellationToken);
    }

    /// <summary>Whether there is anything of the module in the province, beside what stays when it goes.</summary>
    public async Task<bool> HasDataAsync(CancellationToken cancellationToken)
    {
        foreach (var table in Tables.Where(table => table.Kept == KeptRows.WithTheModule))
        {
            if (await ScalarAsync<bool>($"select exists (select from {table.Sql}{table.Condition})", cancellationToken))
                return true;
        }

        return false;
    }

    /// <summary>Lets triggers work again, writes what was done into the province's history, and commits.</summary>
    public async Task CommitAsync(string action, string archive, string reason, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using (var record = new NpgsqlCommand(
            """
            insert into kernel.edits (province_id, generation, module, entity, entity_key, action, changes, made_at, user_name, reason)
            values ($1, (select generation from kernel.outbox_generation), 'kernel', 'ModuleData', jsonb_build_array($2), $3,
                jsonb_build_object('export', jsonb_build_object('after', $4)), $5, 'operator', $6)
            """,
            Connection))
        {
            foreach (var value in new object[] { Province.Id.Value, Module.Id, action, archive, at, reason })
                record.Parameters.Add(new NpgsqlParameter { Value = value });
            await record.ExecuteNonQueryAsync(cancellationToken);
        }

        // Constraints that wait for the end are asked now: a table with such questions open cannot be altered.
        await ExecuteAsync("set constraints all immediate", cancellationToken);
        foreach (var table in Tables.Where(table => table.Schema != "kernel"))
            await ExecuteAsync($"alter table {table.Sql} enable trigger user", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Commits after the tables themselves have gone.</summary>
    public Task CommitWithoutTablesAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    /// <summary>Tells databases apart in which the order of events means something.</summary>
    public async Task<string> DatabaseAsync(CancellationToken cancellationToken) =>
        await ScalarAsync<string>("select lives_in || ' ' || generation from kernel.outbox_generation", cancellationToken);

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, Connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) => TableFiles.ExecuteAsync(Connection, sql, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    private static async Task<ArchiveSession> BeginAsync(
        string owner, InstalledModule module, Province province, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        var database = module.Registration.Features.Get<ModuleDatabase>()
            ?? throw new ArchiveException($"The module '{module.Id}' keeps nothing in the database.");
        // The form of values in files depends on no setting of the server.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(owner)
        {
            ApplicationName = "modular/archive",
            Pooling = false,
            Timezone = "UTC",
            Options = $"-c app.province={province.Id} -c datestyle=ISO -c intervalstyle=postgres -c bytea_output=hex -c extra_float_digits=1",
        }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            var transaction = await connection.BeginTransactionAsync(isolation, cancellationToken);
            var tables = await ModuleTables.OfAsync(connection, database, cancellationToken);
            await using var migrations = new NpgsqlCommand($"select coalesce(max(number), 0) from {ModuleTable.Quote(database.Schema)}.migrations", connection);
            var migration = Convert.ToInt32(await migrations.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
            return new ArchiveSession(module, province, connection, transaction, tables, migration);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // The lock is the one under which modules are enabled.
    private async Task TakeTurnAsync(Province province, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"select pg_advisory_xact_lock(hashtext('modular.province_modules'), {province.Id})", cancellationToken);
        if (await ScalarAsync<bool>($"select exists (select from kernel.province_modules where province_id = {province.Id} and module = '{Module.Id}' and enabled)", cancellationToken))
            throw new ArchiveException($"{province.Slug} has the module '{Module.Id}' enabled. Disable it first.");
    }
}
