using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.TestKit;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity;

/// <summary>Tokens of a certified provider, got as a front end gets them.</summary>
public sealed class CertifiedProviderTests : IAsyncLifetime
{
    private const string Rights = "{ viewer { userName hasSecondFactor } }";
    private CertifiedProvider provider = null!;
    private TestHost host = null!;
    private AuthClient client = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await CertifiedProvider.StartAsync();
        host = await TestHost.StartAsync(
            new Dictionary<string, string?>
            {
                ["Oidc:Authority"] = provider.Issuer,
                ["Oidc:Audience"] = "modular",
                ["Oidc:RequireHttpsMetadata"] = "false",
            },
            new RegistersModule());
        client = new AuthClient(host);
        await LinkAsync("officer", "subject-1");
        await LinkAsync("careful-officer", "careful-1");
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
        provider.Dispose();
    }

    [Fact]
    public async Task A_token_of_the_provider_acts_as_the_linked_account_with_what_was_proven_there()
    {
        var plain = await AskWithAsync((await SignInAsync("subject-1")).Access);
        var careful = await AskWithAsync((await SignInAsync("careful-1")).Access);

        plain.HasData("""{"viewer": {"userName": "officer", "hasSecondFactor": false}}""");
        careful.HasData("""{"viewer": {"userName": "careful-officer", "hasSecondFactor": true}}""");
    }

    [Fact]
    public async Task A_name_at_the_provider_that_is_also_the_name_of_an_account_links_nothing() =>
        Assert.Equal(["UNAUTHENTICATED"], (await AskWithAsync((await SignInAsync("officer")).Access)).ErrorCodes);

    [Fact]
    public async Task The_identity_token_is_for_the_front_end_alone() =>
        Assert.Equal(["UNAUTHENTICATED"], (await AskWithAsync((await SignInAsync("subject-1")).Identity)).ErrorCodes);

    [Fact]
    public async Task A_token_that_somebody_changed_is_nobodys()
    {
        var parts = (await SignInAsync("subject-1")).Access.Split('.');
        var claims = Change(parts[1], "sub", "careful-1");

        Assert.Equal(["UNAUTHENTICATED"], (await AskWithAsync($"{parts[0]}.{claims}.{parts[2]}")).ErrorCodes);
        Assert.Equal(["UNAUTHENTICATED"], (await AskWithAsync($"{Change(parts[0], "alg", "none")}.{claims}.")).ErrorCodes);
        Assert.Equal(["UNAUTHENTICATED"], (await AskWithAsync($"{Change(parts[0], "alg", "HS256")}.{claims}.{parts[2]}")).ErrorCodes);
    }

    [Fact]
    public async Task An_account_that_is_closed_is_closed_to_the_provider_too()
    {
        var token = (await SignInAsync("subject-1")).Access;
        Assert.Empty((await AskWithAsync(token)).ErrorCodes);

        await host.Database.ExecuteAsync(TestProvinces.NamDinh, "update identity.users set disabled_at = now() where user_name = 'officer'");
        host.Services.GetRequiredService<AccessDirectory>().Forget();

        Assert.NotEmpty((await AskWithAsync(token)).ErrorCodes);
    }

    [Fact]
    public async Task A_new_key_of_the_provider_is_found_by_itself_and_old_tokens_stay_good()
    {
        var old = (await SignInAsync("subject-1")).Access;
        Assert.Empty((await AskWithAsync(old)).ErrorCodes);

        await provider.RotateAsync(TestContext.Current.CancellationToken);
        var token = (await SignInAsync("subject-1")).Access;
        // The keys are fetched once a token names one that is not known.
        await Patience.UntilAsync(async () => (await AskWithAsync(token)).ErrorCodes.Count == 0);

        Assert.Empty((await AskWithAsync(old)).ErrorCodes);
    }

    private Task<(string Access, string Identity)> SignInAsync(string name) => provider.SignInAsync(name, TestContext.Current.CancellationToken);

    private Task<GraphQLAnswer> AskWithAsync(string token)
    {
        client.AccessToken = token;
        return client.AskAsync(TestProvinces.NamDinh, Rights);
    }

    private async Task LinkAsync(string userName, string subject)
    {
        await host.AddUserAsync(userName, TestProvinces.NamDinh);
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountAdministration>().LinkAsync(userName, provider.Issuer, subject);
    }

    private static string Change(string part, string name, string value)
    {
        var json = JsonNode.Parse(Base64Url.DecodeFromChars(part))!;
        json[name] = value;
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
    }
}
