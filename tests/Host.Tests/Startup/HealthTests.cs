using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Startup;

public sealed class HealthTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly TestHost host = fixture.Host;

    [Theory]
    [InlineData("/health/live", """{"status":"live"}""")]
    [InlineData("/health/ready", """{"status":"ready"}""")]
    public async Task Anybody_may_ask_whether_the_host_lives_and_is_ready(string path, string answer)
    {
        using var client = host.Anonymous(TestProvinces.NamDinh);

        Assert.Equal(answer, await client.Http.GetStringAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Operators_see_what_became_of_the_modules()
    {
        var user = await host.AddUserAsync("operator", TestProvinces.NinhThuan, TestGrant.OfRole(DefaultRoles.SystemOperator, Reach.Province));
        using var client = await host.SignInAsync(user);

        var answer = await client.Http.GetFromJsonAsync<JsonObject>("/health/ready", TestContext.Current.CancellationToken);

        const string Nothing = """{"allocatedMebibytes":0,"threadSeconds":0,"callsLeftBehind":0,"isStuck":false}""";
        Assert.Equal(
            $$"""[{"module":"registers","version":"0.1.0","taken":{{Nothing}}},{"module":"minutes","version":"0.1.0","taken":{{Nothing}}}]""", answer!["modules"]!.ToJsonString());
    }

    [Fact]
    public async Task Others_who_signed_in_do_not()
    {
        var user = await host.AddUserAsync("secretary", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.CellSecretary, Reach.Province));
        using var client = await host.SignInAsync(user);

        Assert.Equal("""{"status":"ready"}""", await client.Http.GetStringAsync("/health/ready", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_else_answers_without_a_token()
    {
        using var client = host.Anonymous(TestProvinces.NamDinh);
        client.In("en");

        using var response = await client.Http.GetAsync("/nam-dinh/anything", TestContext.Current.CancellationToken);

        Assert.Equal(
            (HttpStatusCode.Unauthorized, """{"code":"UNAUTHENTICATED","message":"Sign in first."}"""),
            (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }
}
