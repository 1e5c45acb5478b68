using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Embedded;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Embedded;

public sealed class EmbeddedClusterTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "modular-embedded-" + Guid.NewGuid().ToString("n")[..8]);

    public EmbeddedClusterTests() => Directory.CreateDirectory(folder);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_is_made_started_stopped_and_keeps_its_data()
    {
        await using (var first = await StartAsync(isDurable: true))
        {
            await ExecuteAsync(first.Connections.Owner, "create table kept (id int); insert into kept values (7); grant select on kept to modular_app");
        }

        Assert.Empty(ClusterProcesses.FindIn(ClusterFolder));
        await using var second = await StartAsync(isDurable: true);
        Assert.Equal(7, await ScalarAsync(second.Connections.Application, "select id from kept"));
    }

    [Fact]
    public async Task Its_roles_are_as_narrow_as_the_guard_demands_and_nobody_else_comes_in()
    {
        await using var cluster = await StartAsync();

        await ApplicationRoleGuard.CheckAsync(cluster.Connections, CancellationToken.None);
        var superuser = new NpgsqlConnectionStringBuilder(cluster.Connections.Owner) { Username = "modular_superuser" }.ConnectionString;
        var stranger = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(superuser, "select 1"));
        Assert.Equal("28000", stranger.SqlState);
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(Path.Combine(folder, "postgres-credentials.json")).UnixFileMode);
        Assert.Equal(
            "UTF8 C C.UTF-8 scram-sha-256",
            await ScalarAsync(
                cluster.Connections.Application,
                "select concat_ws(' ', pg_encoding_to_char(encoding), datcollate, datctype, current_setting('password_encryption')) from pg_database where datname = current_database()"));
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_told_who_uses_it()
    {
        await using var cluster = await StartAsync();

        var refused = await Assert.ThrowsAsync<EmbeddedClusterException>(StartAsync);

        Assert.Equal(
            $"The data folder '{folder}' is in use by another host (process {Environment.ProcessId}). Stop it, or start this one with another folder.",
            refused.Message);
    }

    [Fact]
    public async Task A_server_that_is_killed_is_started_again_and_loses_nothing_that_was_committed()
    {
        await using var cluster = await StartAsync(isDurable: true);
        await ExecuteAsync(cluster.Connections.Owner, "create table kept (id int); insert into kept values (7)");

        Kill(MainProcess());

        Assert.Equal(7, await UntilItAnswersAsync(cluster.Connections.Owner, "select id from kept"));
    }

    [Fact]
    public async Task The_server_of_a_host_that_was_killed_is_taken_over()
    {
        await LeaveRunningAsync("create table kept (id int); insert into kept values (7)");
        var orphan = MainProcess();
        Assert.Contains(orphan, ClusterProcesses.FindIn(ClusterFolder));

        await using var next = await StartAsync();

        Assert.Equal(7, await ScalarAsync(next.Connections.Owner, "select id from kept"));
        Assert.DoesNotContain(orphan, ClusterProcesses.FindIn(ClusterFolder));
    }

    [Fact]
    public async Task A_host_and_a_server_that_were_both_killed_are_recovered()
    {
        await LeaveRunningAsync("create table kept (id int); insert into kept values (7)");
        Kill(MainProcess());
        Assert.True(File.Exists(Path.Combine(ClusterFolder, "postmaster.pid")));

        await using var next = await StartAsync();

        Assert.Equal(7, await ScalarAsync(next.Connections.Owner, "select id from kept"));
    }

    [Fact]
    public async Task A_stale_process_number_that_now_belongs_to_another_program_keeps_nobody_from_starting()
    {
        await using (await StartAsync())
        {
        }

        await File.WriteAllTextAsync(
            Path.Combine(ClusterFolder, "postmaster.pid"), $"{Environment.ProcessId}\n{ClusterFolder}\n1700000000\n5432\n{ClusterFolder}\n\n  1 1\nready\n");

        await using var next = await StartAsync();
        Assert.Equal(1, await ScalarAsync(next.Connections.Application, "select 1"));
    }

    [Fact]
    public async Task A_making_that_was_interrupted_is_begun_anew()
    {
        Directory.CreateDirectory(ClusterFolder + ".making");
        await File.WriteAllTextAsync(Path.Combine(ClusterFolder + ".making", "PG_VERSION"), "15\n");

        await using var cluster = await StartAsync();

        Assert.Equal(1, await ScalarAsync(cluster.Connections.Application, "select 1"));
        Assert.False(Directory.Exists(ClusterFolder + ".making"));
    }

    [Fact]
    public async Task What_lies_where_the_database_should_be_made_is_not_touched()
    {
        Directory.CreateDirectory(ClusterFolder);
        await File.WriteAllTextAsync(Path.Combine(ClusterFolder, "thesis.odt"), "…");

        var refused = await Assert.ThrowsAsync<EmbeddedClusterException>(StartAsync);

        Assert.Equal(
            $"The folder '{ClusterFolder}' is not empty and holds no PostgreSQL database. Move its content away, or give another data folder.",
            refused.Message);
        Assert.True(File.Exists(Path.Combine(ClusterFolder, "thesis.odt")));
    }

    [Fact]
    public async Task A_data_folder_that_only_its_owner_enters_serves_too()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await using (var first = await StartAsync())
            await ExecuteAsync(first.Connections.Owner, "create table kept (id int); insert into kept values (7)");
        await using (var second = await StartAsync())
            Assert.Equal(7, await ScalarAsync(second.Connections.Owner, "select id from kept"));

        if (new DirectoryInfo(ClusterFolder).ResolveLinkTarget(returnFinalTarget: true) is { } elsewhere)
            Directory.Delete(Path.GetDirectoryName(elsewhere.FullName)!, recursive: true);
    }

    [Fact]
    public async Task Lost_passwords_are_replaced()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first.Connections.Owner, "create table kept (id int); insert into kept values (7)");
        File.Delete(Path.Combine(folder, "postgres-credentials.json"));

        await using var next = await StartAsync();

        Assert.Equal(7, await ScalarAsync(next.Connections.Owner, "select id from kept"));
    }

    [Fact]
    public async Task A_folder_whose_path_is_too_long_for_a_socket_is_served_over_the_loopback_address()
    {
        var deep = Path.Combine(folder, new string('d', 90));

        await using var cluster = await StartAsync(deep);

        Assert.Equal("127.0.0.1", new NpgsqlConnectionStringBuilder(cluster.Connections.Application).Host);
        Assert.Equal(1, await ScalarAsync(cluster.Connections.Application, "select 1"));
    }

    [Fact]
    public async Task A_folder_without_PostgreSQL_is_named()
    {
        var refused = await Assert.ThrowsAsync<EmbeddedClusterException>(() => EmbeddedCluster.StartAsync(
            new EmbeddedClusterOptions(folder) { BinariesFolder = folder }, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None));

        Assert.Equal($"The folder '{folder}' has no initdb and postgres.", refused.Message);
    }

    [Fact]
    public async Task Data_of_a_version_that_is_not_installed_is_not_touched()
    {
        Directory.CreateDirectory(ClusterFolder);
        await File.WriteAllTextAsync(Path.Combine(ClusterFolder, "PG_VERSION"), "9\n");

        var refused = await Assert.ThrowsAsync<EmbeddedClusterException>(StartAsync);

        Assert.Equal(
            $"The data in '{ClusterFolder}' was made by PostgreSQL 9, which is not installed on this machine. Install that version, or dump the data with it and restore them.",
            refused.Message);
    }

    private string ClusterFolder => Path.Combine(folder, "postgres");

    private Task<EmbeddedCluster> StartAsync() => StartAsync(isDurable: false);

    private Task<EmbeddedCluster> StartAsync(bool isDurable) => StartAsync(folder, isDurable);

    private static Task<EmbeddedCluster> StartAsync(string dataFolder, bool isDurable = false) => EmbeddedCluster.StartAsync(
        new EmbeddedClusterOptions(dataFolder) { IsDurable = isDurable }, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);

    /// <summary>Leaves a server as a host does that is killed: it runs, and nobody watches it or holds the folder.</summary>
    private async Task LeaveRunningAsync(string sql)
    {
        await using (await StartAsync())
        {
        }

        var setup = await ClusterSetup.PrepareAsync(
            new EmbeddedClusterOptions(folder), TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        using var process = Process.Start(ProgramRun.Describe("/usr/bin/setsid", setup.StartCommand));
        await UntilItAnswersAsync(setup.Connections.Owner, sql);
    }

    private int MainProcess() =>
        int.Parse(File.ReadLines(Path.Combine(ClusterFolder, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
        process.WaitForExit();
    }

    private static async Task<object?> UntilItAnswersAsync(string connection, string sql)
    {
        while (true)
        {
            try
            {
                return await ScalarAsync(connection, sql);
            }
            catch (NpgsqlException starting) when (starting is not PostgresException { SqlState: not "57P03" })
            {
                await Task.Yield();
            }
        }
    }

    private static async Task<object?> ScalarAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static Task ExecuteAsync(string connection, string sql) => ScalarAsync(connection, sql);
}
