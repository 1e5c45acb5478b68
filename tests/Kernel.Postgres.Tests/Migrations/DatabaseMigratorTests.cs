using Microsoft.Extensions.Logging.Abstractions;
using Modular.Kernel.Postgres.Migrations;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Migrations;

public sealed class DatabaseMigratorTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Files_are_applied_once_in_their_order()
    {
        var schema = new MigrationFolder("shop")
            .With("0002_colour.sql", "alter table shelf add colour text")
            .With("0001_shelf.sql", "create table shelf (province_id smallint, id int, primary key (province_id, id)); select kernel.protect('shelf')");

        var first = await MigrateAsync(schema);
        var again = await MigrateAsync(schema);

        Assert.Equal((2, 0), (first, again));
        Assert.Equal("1 0001_shelf.sql, 2 0002_colour.sql", await AppliedAsync());
    }

    [Fact]
    public async Task A_later_file_is_applied_alone()
    {
        var schema = new MigrationFolder("shop").With("0001_a.sql", "create table a (id int)");
        await MigrateAsync(schema);

        Assert.Equal(1, await MigrateAsync(schema.With("0002_b.sql", "create table b (id int)")));
    }

    [Fact]
    public async Task A_failing_file_is_rolled_back_whole_and_named()
    {
        var schema = new MigrationFolder("shop")
            .With("0001_a.sql", "create table a (id int)")
            .With("0002_b.sql", "create table b (id int);\ninsert into nowhere values (1);");

        var failure = await Assert.ThrowsAsync<MigrationException>(() => MigrateAsync(schema));

        Assert.Equal(
            "Schema shop: the migration '0002_b.sql' failed and was rolled back: 42P01 relation \"nowhere\" does not exist",
            failure.Message);
        Assert.Equal("1 0001_a.sql", await AppliedAsync());
        Assert.True(await OwnerScalarAsync<bool>("select to_regclass('shop.b') is null"));
    }

    [Fact]
    public async Task A_file_that_was_changed_after_it_was_applied_stops_the_start()
    {
        await MigrateAsync(new MigrationFolder("shop").With("0001_a.sql", "create table a (id int)"));

        var failure = await Assert.ThrowsAsync<MigrationException>(
            () => MigrateAsync(new MigrationFolder("shop").With("0001_a.sql", "create table a (id bigint)")));

        Assert.Equal(
            "Schema shop: the migration '0001_a.sql' was changed after it had been applied to this database. Restore its text and put the change into a new file.",
            failure.Message);
    }

    [Fact]
    public async Task The_way_in_which_lines_end_is_no_change()
    {
        await MigrateAsync(new MigrationFolder("shop").With("0001_a.sql", "create table a (\n id int)"));

        Assert.Equal(0, await MigrateAsync(new MigrationFolder("shop").With("0001_a.sql", "create table a (\r\n id int)")));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_not_served()
    {
        await MigrateAsync(new MigrationFolder("shop").With("0001_a.sql", "select 1").With("0002_b.sql", "select 1"));

        var failure = await Assert.ThrowsAsync<MigrationException>(
            () => MigrateAsync(new MigrationFolder("shop").With("0001_a.sql", "select 1")));

        Assert.Equal(
            "Schema shop: the database has the migration '0002_b.sql', which this build does not know. It was migrated by a newer version; run that version.",
            failure.Message);
    }

    [Theory]
    [InlineData("0002_late.sql", "Schema shop: the migration '0002_late.sql' should have the number 0001; numbers start at 0001 and leave no gap.")]
    [InlineData("shelf.sql", "Schema shop: the migration 'shelf.sql' must be named like 0001_what.sql (lower case, four digits first).")]
    public async Task A_file_with_a_wrong_name_is_named(string file, string message)
    {
        var failure = await Assert.ThrowsAsync<MigrationException>(() => MigrateAsync(new MigrationFolder("shop").With(file, "select 1")));

        Assert.Equal(message, failure.Message);
    }

    [Fact]
    public async Task Of_two_hosts_that_start_at_once_one_migrates()
    {
        var schema = new MigrationFolder("shop").With("0001_a.sql", "create table a (id int); select pg_sleep(0.2)");

        var applied = await Task.WhenAll(MigrateAsync(schema), MigrateAsync(schema));

        Assert.Equal([0, 1], applied.Order());
    }

    [Fact]
    public async Task A_table_whose_key_does_not_begin_with_the_province_is_not_protected()
    {
        var schema = new MigrationFolder("shop").With("0001_a.sql", "create table a (id int primary key);\nselect kernel.protect('a');");

        var failure = await Assert.ThrowsAsync<MigrationException>(() => MigrateAsync(schema));

        Assert.Equal("P0001", Assert.IsType<PostgresException>(failure.InnerException).SqlState);
    }

    private Task<int> MigrateAsync(MigrationFolder folder) => new DatabaseMigrator(
        database.Connections.Owner, database.Connections.ApplicationRole, TimeProvider.System, NullLogger<DatabaseMigrator>.Instance)
        .MigrateAsync([folder.Schema], CancellationToken.None);

    private Task<string> AppliedAsync() =>
        OwnerScalarAsync<string>("select string_agg(number || ' ' || name, ', ' order by number) from shop.migrations");

    private async Task<T> OwnerScalarAsync<T>(string sql)
    {
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(sql, owner);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
