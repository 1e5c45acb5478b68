using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Modular.Host.Identity.Data;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Connections;

namespace Modular.Host.Identity;

/// <summary>Accounts, tokens and rights.</summary>
internal static class IdentityServices
{
    /// <summary>NIST SP 800-63B: length counts, prescribed kinds of characters do not.</summary>
    private const int ShortestPassword = 12;

    /// <summary>The tables of accounts and grants.</summary>
    public static DatabaseSchema Schema { get; } = new("identity", typeof(AccountContext).Assembly);

    public static void AddModularIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<AccountContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<ProvinceDataSources>().Neutral));
        services
            .AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = ShortestPassword;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                configuration.GetSection("Identity").Bind(options);
            })
            .AddUserStore<UserOnlyStore<Account, AccountContext, Guid>>()
            .AddPasswordValidator<PasswordNamesNoUser>()
            .AddClaimsPrincipalFactory<AccountClaims>();

        services.AddDataProtection().SetApplicationName("Modular");
        services.AddOptions<KeyManagementOptions>().Configure<ProvinceDataSources>((options, databases) =>
            options.XmlRepository = new DatabaseKeyRing(databases.Neutral));

        var provider = configuration.GetSection("Oidc");
        services
            .AddAuthentication(OpenIdConnect.AnyBearer)
            .AddPolicyScheme(OpenIdConnect.AnyBearer, null, options =>
                options.ForwardDefaultSelector = http => OpenIdConnect.SchemeOf(http, provider["Authority"] is { Length: > 0 }))
            .AddBearerToken(IdentityConstants.BearerScheme)
            .AddOpenIdConnect(provider);
        services.AddOptions<BearerTokenOptions>(IdentityConstants.BearerScheme).Bind(configuration.GetSection("Tokens"));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        services.AddScoped<PasswordSignIn>();
        services.AddScoped<AccountAdministration>();
        services.AddSingleton<TokenDirectory>();
        services.AddSingleton<AccessDirectory>();
        services.AddSingleton<RoleSetup>();
    }
}
