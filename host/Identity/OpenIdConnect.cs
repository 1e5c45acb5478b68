using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;

namespace Modular.Host.Identity;

/// <summary>
/// Tokens of an OpenID Connect provider, where <c>Oidc:Authority</c> names one. The provider says who somebody is; the account to which
/// that identity was linked says what they may do.
/// </summary>
internal static class OpenIdConnect
{
    /// <summary>The scheme that takes any bearer token to the scheme that understands it.</summary>
    public const string AnyBearer = "AnyBearer";

    public static AuthenticationBuilder AddOpenIdConnect(this AuthenticationBuilder authentication, IConfigurationSection settings)
    {
        if (settings["Authority"] is not { Length: > 0 })
            return authentication;
        return authentication.AddJwtBearer(options =>
        {
            settings.Bind(options);
            options.MapInboundClaims = false;
            options.Events = new JwtBearerEvents { OnTokenValidated = FindAccountAsync };
        });
    }

    /// <summary>A JSON web token has three parts; the host's own tokens have one.</summary>
    public static string SchemeOf(HttpContext http, bool hasProvider) =>
        hasProvider && http.Request.Headers.Authorization.ToString().Count(letter => letter == '.') == 2
            ? JwtBearerDefaults.AuthenticationScheme
            : IdentityConstants.BearerScheme;

    private static async Task FindAccountAsync(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var subject = context.Principal!.FindFirst("sub");
        var account = subject is null
            ? null
            : await services.GetRequiredService<UserManager<Account>>().FindByLoginAsync(subject.Issuer, subject.Value);
        var identity = account is null
            ? null
            : await services.GetRequiredService<AccountClaims>().OfAsync(account.Id, session: null, context.HttpContext.RequestAborted);
        if (identity is null)
            context.Fail("No open account is linked to this identity.");
        else
            context.Principal = new ClaimsPrincipal(identity);
    }
}
