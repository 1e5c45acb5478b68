using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Modular.Host.Identity.Data;
using Modular.Host.Identity.Passwords;
using Modular.Host.Identity.SecondFactor;
using Modular.Host.Identity.Sessions;
using Modular.Host.Identity.SignIn;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces.Merging;

namespace Modular.Host.Identity;

/// <summary>Accounts, tokens and rights.</summary>
internal static class IdentityServices
{
    /// <summary>The tables of accounts and grants.</summary>
    public static DatabaseSchema Schema { get; } = new("identity", typeof(AccountContext).Assembly);

    public static void AddModularIdentity(this IServiceCollection services, IConfiguration configuration, IdentitySettings settings)
    {
        services.AddDbContext<AccountContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<ProvinceDataSources>().Neutral));
        services
            .AddIdentityCore<Account>()
            .AddUserStore<UserOnlyStore<Account, AccountContext, Guid>>();

        services.AddDataProtection().SetApplicationName("Modular");
        services.AddOptions<KeyManagementOptions>().Configure<ProvinceDataSources>((options, databases) =>
            options.XmlRepository = new DatabaseKeyRing(databases.Neutral));

        var provider = configuration.GetSection("Oidc");
        services
            .AddAuthentication(OpenIdConnect.AnyBearer)
            .AddPolicyScheme(OpenIdConnect.AnyBearer, null, options =>
                options.ForwardDefaultSelector = http => OpenIdConnect.SchemeOf(http, provider["Authority"] is { Length: > 0 }))
            .AddBearerToken(IdentityConstants.BearerScheme)
            .AddScheme<AuthenticationSchemeOptions, ServiceKeyAuthentication>(ServiceKeyAuthentication.SchemeName, null)
            .AddOpenIdConnect(provider);
        services.AddOptions<BearerTokenOptions>(IdentityConstants.BearerScheme).Bind(configuration.GetSection("Tokens"));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        services.AddSingleton(settings);
        services.AddSingleton<AccountStatements>();
        services.AddSingleton<Seals>();
        services.AddSingleton<AccountClaims>();
        services.AddSingleton<PasswordComparison>();
        services.AddSingleton<PasswordPolicy>();
        services.AddSingleton<PasswordStore>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SessionTokens>();
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<SignInAnswers>();
        services.AddScoped<OwnCredentials>();
        services.AddScoped<AccountAdministration>();
        services.AddScoped<IProvinceMergerStep, AccessOfMergedProvinces>();
        services.AddHostedService<IdentityTidying>();
        services.AddSingleton<TokenDirectory>();
        services.AddSingleton<AccessDirectory>();
        services.AddSingleton<RoleSetup>();
    }
}
