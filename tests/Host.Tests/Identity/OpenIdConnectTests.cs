using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Modular.Host.Identity;
using Modular.Host.Startup;
using Modular.Kernel.Access;
using Modular.TestKit.Databases;
using Modular.TestKit.Hosts;
using Xunit;

namespace Modular.Host.Tests.Identity;

public sealed class OpenIdConnectTests : IAsyncLifetime
{
    private IdentityProvider provider = null!;
    private TestHost host = null!;

    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        host = await TestHost.StartAsync(
            new Dictionary<string, string?>
            {
                ["Oidc:Authority"] = provider.Issuer,
                ["Oidc:Audience"] = "modular",
                ["Oidc:RequireHttpsMetadata"] = "false",
            },
            new RegistersModule());
        var user = await host.AddUserAsync("operator", TestProvinces.NamDinh, TestGrant.OfRole(DefaultRoles.SystemOperator, Reach.Province));
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountAdministration>().LinkAsync(user.Name, provider.Issuer, "subject-1");
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_the_provider_acts_as_the_account_that_it_is_linked_to() =>
        Assert.True(await IsOperatorAsync(provider.TokenFor("subject-1")));

    [Fact]
    public async Task An_identity_that_is_linked_to_no_account_is_nobody() =>
        Assert.False(await IsOperatorAsync(provider.TokenFor("subject-2")));

    [Fact]
    public async Task A_token_for_another_audience_is_nobodys() =>
        Assert.False(await IsOperatorAsync(provider.TokenFor("subject-1", audience: "another")));

    [Fact]
    public async Task A_token_that_ran_out_is_nobodys() =>
        Assert.False(await IsOperatorAsync(provider.TokenFor("subject-1", expires: -TimeSpan.FromMinutes(2))));

    [Fact]
    public async Task A_token_of_another_issuer_with_a_known_key_is_nobodys() =>
        Assert.False(await IsOperatorAsync(provider.TokenFor("subject-1", issuer: "https://elsewhere.example")));

    [Fact]
    public async Task A_token_that_another_key_signed_under_the_same_name_is_nobodys()
    {
        await using var thief = await IdentityProvider.StartAsync();

        Assert.False(await IsOperatorAsync(thief.TokenFor("subject-1", issuer: provider.Issuer)));
    }

    [Fact]
    public async Task A_token_that_was_signed_with_the_public_key_as_a_password_is_nobodys() =>
        Assert.False(await IsOperatorAsync(provider.TokenOfPublicKey("subject-1")));

    [Fact]
    public async Task A_host_that_is_told_a_provider_but_no_audience_does_not_start()
    {
        var refused = await Assert.ThrowsAsync<HostRefusedToStartException>(() => TestHost.StartAsync(
            new Dictionary<string, string?> { ["Oidc:Authority"] = provider.Issuer }, new RegistersModule()));

        Assert.Equal("The setting Oidc:Audience is missing: without it any token of the provider would have to be taken, or none.", refused.Message);
    }

    [Fact]
    public async Task The_hosts_own_tokens_are_taken_too()
    {
        using var client = new TestClient(host.Address, TestProvinces.NamDinh);
        await client.SignInAsync("operator", TestHost.Password);

        Assert.True(await IsOperatorAsync(client.Http.DefaultRequestHeaders.Authorization!.Parameter!));
    }

    // Only operators see the modules.
    private async Task<bool> IsOperatorAsync(string token)
    {
        using var client = new HttpClient { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var answer = await client.GetStringAsync("/health/ready", TestContext.Current.CancellationToken);
        return JsonNode.Parse(answer)!["modules"] is not null;
    }
}
