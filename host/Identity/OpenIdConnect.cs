using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Tokens;
using Modular.Host.Startup;

namespace Modular.Host.Identity;

/// <summary>
/// Tokens of an OpenID Connect provider, where <c>Oidc:Authority</c> names one. The provider says who somebody is; the account to which
/// that identity was linked says what they may do.
/// </summary>
internal static class OpenIdConnect
{
    /// <summary>The scheme that takes any bearer token to the scheme that understands it.</summary>
    public const string AnyBearer = "AnyBearer";

    // What providers sign with; a key that everybody can fetch is no secret to make an HMAC with.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    // RFC 8176: what a provider says under amr of a sign-in with more than a password.
    private static readonly string[] StrongMethods = ["mfa", "otp", "hwk"];

    /// <exception cref="HostRefusedToStartException">A provider is named, but not for whom its tokens have to be.</exception>
    public static AuthenticationBuilder AddOpenIdConnect(this AuthenticationBuilder authentication, IConfigurationSection settings)
    {
        if (settings["Authority"] is not { Length: > 0 })
            return authentication;
        if (settings["Audience"] is not { Length: > 0 })
            throw new HostRefusedToStartException("The setting Oidc:Audience is missing: without it any token of the provider would have to be taken, or none.");
        var proof = settings.GetSection("SecondFactor");
        var (claim, values) = (proof["Claim"] ?? "amr", proof.GetSection("Values").Get<string[]>() ?? StrongMethods);
        return authentication.AddJwtBearer(options =>
        {
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
            settings.Bind(options);
            options.TokenValidationParameters.ValidAlgorithms = Algorithms;
            options.MapInboundClaims = false;
            options.Events = new JwtBearerEvents { OnTokenValidated = context => FindAccountAsync(context, claim, values) };
        });
    }

    /// <summary>A JSON web token has three parts; the host's own tokens have one.</summary>
    public static string SchemeOf(HttpContext http, bool hasProvider) =>
        ServiceKeyAuthentication.IsKey(http.Request.Headers.Authorization)
            ? ServiceKeyAuthentication.SchemeName
            : hasProvider && http.Request.Headers.Authorization.ToString().Count(letter => letter == '.') == 2
            ? JwtBearerDefaults.AuthenticationScheme
            : IdentityConstants.BearerScheme;

    private static async Task FindAccountAsync(TokenValidatedContext context, string proofClaim, string[] proofs)
    {
        var services = context.HttpContext.RequestServices;
        var subject = context.Principal!.FindFirst("sub");
        var account = subject is null
            ? null
            : await services.GetRequiredService<UserManager<Account>>().FindByLoginAsync(subject.Issuer, subject.Value);
        var identity = account is null
            ? null
            : await services.GetRequiredService<AccountClaims>().OfAsync(account.Id, session: null, context.HttpContext.RequestAborted);
        if (context.Principal.Claims.Any(said => said.Type == proofClaim && proofs.Contains(said.Value)))
            identity?.AddClaim(new Claim(AccountClaims.SecondFactor, proofClaim));
        if (identity is null)
            context.Fail("No open account is linked to this identity.");
        else
            context.Principal = new ClaimsPrincipal(identity);
    }
}
