using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Modular.Kernel.Provinces;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Documents;

/// <summary>Automatic persisted queries at the real host: who registers, and for whom.</summary>
public sealed class RegisteredDocumentTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Query = "{ viewer { userName } }";
    private const string NotFound = """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""";

    private readonly TestHost host = fixture.Host;

    [Fact]
    public async Task What_a_user_registers_is_executed_for_them_and_unknown_to_others()
    {
        using var first = await SignInAsync("registers-first", TestProvinces.NamDinh);
        using var second = await SignInAsync("registers-second", TestProvinces.NamDinh);

        Assert.Equal(NotFound, await SendAsync(first, withText: false));
        Assert.Equal("""{"data":{"viewer":{"userName":"registers-first"}}}""", await SendAsync(first, withText: true));
        Assert.Equal("""{"data":{"viewer":{"userName":"registers-first"}}}""", await SendAsync(first, withText: false));
        Assert.Equal(NotFound, await SendAsync(second, withText: false));
        Assert.Equal("""{"data":{"viewer":{"userName":"registers-second"}}}""", await SendAsync(second, withText: true));
    }

    [Fact]
    public async Task The_address_without_a_province_knows_the_same_documents()
    {
        using var client = await SignInAsync("registers-both", TestProvinces.NamDinh);
        await SendAsync(client, withText: true);

        Assert.Equal("""{"data":{"viewer":{"userName":"registers-both"}}}""", await SendAsync(client, withText: false, "/graphql"));
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_learns_nothing()
    {
        using var client = host.Anonymous(TestProvinces.NamDinh).In("en");

        Assert.Equal(
            """{"errors":[{"message":"Sign in first.","extensions":{"code":"UNAUTHENTICATED"}}]}""", await SendAsync(client, withText: false));
    }

    private async Task<TestClient> SignInAsync(string name, Province province) => await host.SignInAsync(await host.AddUserAsync(name, province));

    private static async Task<string> SendAsync(TestClient client, bool withText, string address = "/nam-dinh/graphql")
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Query)));
        var request = new JsonObject { ["extensions"] = new JsonObject { ["persistedQuery"] = new JsonObject { ["version"] = 1, ["sha256Hash"] = hash } } };
        if (withText)
            request["query"] = Query;
        using var response = await client.Http.PostAsJsonAsync(address, request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
