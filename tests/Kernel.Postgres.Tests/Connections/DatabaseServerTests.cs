using Microsoft.Extensions.Logging.Abstractions;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Connections;

public sealed class DatabaseServerTests(ForeignServer foreign) : IClassFixture<ForeignServer>
{
    private static readonly DatabaseSchema Sample = new("sample", typeof(SampleModule).Assembly);

    [Fact]
    public async Task A_given_server_is_migrated_by_its_owner_and_served_by_the_application()
    {
        await using var server = await OpenAsync(foreign.Connections());

        await server.PrepareAsync([Sample], TestProvinces.All, CancellationToken.None);
        var again = await server.PrepareAsync([Sample], TestProvinces.All, CancellationToken.None);

        await using var sources = new ProvinceDataSources(new ConnectionSettings(server.Connections.Application));
        Assert.Equal((false, 0), (server.IsEmbedded, again.Applied));
        Assert.Equal(TestProvinces.All, await ProvinceStore.ReadAsync(sources.Neutral, CancellationToken.None));
        await using var command = sources.Of(TestProvinces.NamDinh.Id).CreateCommand("select count(*) from sample.person");
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Another_application_role_gets_what_the_earlier_one_had()
    {
        await using var server = await OpenAsync(foreign.Connections());
        await server.PrepareAsync([Sample], TestProvinces.All, CancellationToken.None);
        await foreign.ExecuteAsync("create role modular_app_of_2027 login");
        await using var next = await OpenAsync(foreign.Connections("modular_app_of_2027"));
        await next.PrepareAsync([Sample], TestProvinces.All, CancellationToken.None);

        await using var sources = new ProvinceDataSources(new ConnectionSettings(next.Connections.Application));
        await using var command = sources.Of(TestProvinces.NamDinh.Id).CreateCommand(
            "select count(*) from sample.person, kernel.edits, nextval('kernel.organization_label')");
        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("superuser", "it is a superuser or a member of one (admin, wide_superuser), whom row-level security does not hold.")]
    [InlineData("bypassrls", "it may bypass row-level security by itself or as a member of wide_bypassrls.")]
    [InlineData("in role admin", "it is a superuser or a member of one (admin), whom row-level security does not hold.")]
    [InlineData("in role modular_owner", "it owns the table kernel.application_grants, or is a member of the role that does, and could lift its protection.")]
    public async Task A_host_does_not_start_with_an_application_role_that_could_step_around_row_security(string right, string reason)
    {
        var role = "wide_" + right.Replace(' ', '_');
        await foreign.ExecuteAsync($"create role {role} login {right}");
        await using var server = await OpenAsync(foreign.Connections(role));

        var refused = await Assert.ThrowsAsync<ApplicationRoleException>(
            () => server.PrepareAsync([], TestProvinces.All, CancellationToken.None));

        Assert.Equal(
            $"The host does not start with the application role '{role}': {reason} Give it a role made by: "
                + $"create role {role} login nosuperuser nobypassrls; and let another role own the schemas.",
            refused.Message);
    }

    [Fact]
    public async Task One_connection_string_alone_is_refused()
    {
        var options = new DatabaseOptions { Owner = foreign.Connections().Owner };

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => DatabaseServer.OpenAsync(
            options, "unused", TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None));

        Assert.StartsWith("A server needs two connection strings: Database:Owner", refused.Message, StringComparison.Ordinal);
    }

    private static Task<DatabaseServer> OpenAsync(DatabaseConnections connections) => DatabaseServer.OpenAsync(
        new DatabaseOptions { Owner = connections.Owner, Application = connections.Application },
        "unused",
        TimeProvider.System,
        NullLoggerFactory.Instance,
        CancellationToken.None);
}
