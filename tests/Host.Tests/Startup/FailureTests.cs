using System.Net;
using System.Net.Http.Json;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Npgsql;
using Xunit;

namespace Modular.Host.Tests.Startup;

public sealed class FailureTests
{
    [Fact]
    public async Task A_failure_ahead_of_the_operation_is_answered_without_its_reason()
    {
        await using var host = await TestHost.StartAsync(new RegistersModule());
        var user = await host.AddUserAsync("unlucky", TestProvinces.NamDinh, TestGrant.InProvince(RegistersModule.Read));
        using var client = (await host.SignInAsync(user)).In("en");

        await ChangeAsync(host, "alter table identity.grants rename to grants_elsewhere");
        using var failed = await AskAsync(client);
        await ChangeAsync(host, "alter table identity.grants_elsewhere rename to grants");
        using var answered = await AskAsync(client);

        Assert.Equal(
            (HttpStatusCode.InternalServerError, """{"code":"INTERNAL","message":"Something failed inside."}"""),
            (failed.StatusCode, await failed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(TestClient client) =>
        client.Http.PostAsJsonAsync("/nam-dinh/graphql", new { query = "{ registers }" }, TestContext.Current.CancellationToken);

    private static async Task ChangeAsync(TestHost host, string sql)
    {
        await using var owner = await host.Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
