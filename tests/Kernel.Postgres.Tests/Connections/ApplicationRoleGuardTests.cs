using Modular.Kernel.Postgres.Connections;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Connections;

public sealed class ApplicationRoleGuardTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task The_application_role_passes() =>
        await ApplicationRoleGuard.CheckAsync(database.Connections, CancellationToken.None);

    [Fact]
    public async Task A_role_that_owns_tables_is_refused()
    {
        var refused = await Assert.ThrowsAsync<ApplicationRoleException>(() => ApplicationRoleGuard.CheckAsync(
            database.Connections with { Application = database.Connections.Owner }, CancellationToken.None));

        Assert.StartsWith(
            "The host does not start with the application role 'modular_owner': it owns the table kernel.application_grants, or is a member",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_owns_a_table_only_is_refused()
    {
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(
            "create schema open; grant usage, create on schema open to modular_app", owner);
        await command.ExecuteNonQueryAsync();
        await database.ExecuteAsync(TestProvinces.NamDinh, "create table open.mine (id int)");

        var refused = await Assert.ThrowsAsync<ApplicationRoleException>(
            () => ApplicationRoleGuard.CheckAsync(database.Connections, CancellationToken.None));

        Assert.Contains("it owns the table open.mine", refused.Message, StringComparison.Ordinal);
    }
}
