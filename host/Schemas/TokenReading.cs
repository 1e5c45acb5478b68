using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Modular.Host.Identity;

namespace Modular.Host.Schemas;

/// <summary>Who a token names, and how long it is good.</summary>
/// <param name="User">Whoever it names.</param>
/// <param name="ExpiresAt">When it is no longer good; absent where it does not say.</param>
internal sealed record TokenOwner(ClaimsPrincipal User, DateTimeOffset? ExpiresAt);

/// <summary>Reads the tokens of streams: that of the HTTP request, or one that comes in a message.</summary>
internal sealed class TokenReading(IServiceScopeFactory scopes)
{
    /// <summary>Whoever the token of the HTTP request names.</summary>
    public static TokenOwner OfRequest(HttpContext http) =>
        new(http.User, http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc);

    /// <summary>Whoever a token names that came in a message, in the form of the header <c>Authorization</c>.</summary>
    public async Task<TokenOwner> OfTextAsync(HttpContext http, string authorization)
    {
        // Authentication reads headers, so the text becomes one of a request that nobody has sent.
        await using var scope = scopes.CreateAsyncScope();
        var carrier = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (carrier.Request.Scheme, carrier.Request.Host) = (http.Request.Scheme, http.Request.Host);
        carrier.Request.Headers.Authorization = authorization;
        var result = await scope.ServiceProvider.GetRequiredService<IAuthenticationService>().AuthenticateAsync(carrier, OpenIdConnect.AnyBearer);
        return new TokenOwner(result.Principal ?? new ClaimsPrincipal(), result.Properties?.ExpiresUtc);
    }
}
