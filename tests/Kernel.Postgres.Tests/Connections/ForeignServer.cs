using System.Diagnostics;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Embedded;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Connections;

/// <summary>A PostgreSQL that somebody else set up and runs: its superuser signs in, and roles are as the test makes them.</summary>
public sealed class ForeignServer : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "modular-foreign-" + Guid.NewGuid().ToString("n")[..8]);
    private ServerUser user = null!;
    private PostgresBinaries binaries = null!;

    private string Cluster => Path.Combine(folder, "data");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        user = await ServerUser.FindAsync(Cluster, CancellationToken.None);
        binaries = await PostgresBinaries.FindAsync(folder: null, Cluster, CancellationToken.None);
        await user.MakeFolderAsync(Cluster, CancellationToken.None);
        await RunAsync("initdb", "-D", Cluster, "-A", "trust", "-U", "admin", "--no-sync");
        string[] command =
        [
            .. user.Command(binaries.Program("postgres"), "-D", Cluster, "-k", Cluster, "-c", "listen_addresses=", "-c", "fsync=off"),
        ];
        Process.Start(ProgramRun.Describe(
            "/bin/sh", ["-c", "exec \"$@\" </dev/null >/dev/null 2>&1", "sh", .. command]))!.Dispose();
        await ExecuteAsync(
            """
            create role modular_owner login;
            create role modular_app login;
            create database modular owner modular_owner;
            """);
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("pg_ctl", "stop", "-D", Cluster, "-m", "immediate");
        Directory.Delete(folder, recursive: true);
    }

    internal DatabaseConnections Connections(string application = "modular_app") => new(As("modular_owner"), As(application));

    internal async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(As("admin")) { Database = "postgres", Pooling = false });
        foreach (var statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            await using var command = source.CreateCommand(statement);
            await UntilItAnswersAsync(command);
        }
    }

    private static async Task UntilItAnswersAsync(NpgsqlCommand command)
    {
        while (true)
        {
            try
            {
                await command.ExecuteNonQueryAsync();
                return;
            }
            catch (NpgsqlException starting) when (starting is not PostgresException { SqlState: not "57P03" })
            {
                await Task.Yield();
            }
        }
    }

    private string As(string role) =>
        new NpgsqlConnectionStringBuilder { Host = Cluster, Database = "modular", Username = role }.ConnectionString;

    private Task RunAsync(string program, params string[] arguments) =>
        ProgramRun.RequireAsync(user.Command(binaries.Program(program), arguments), input: null, CancellationToken.None);
}
