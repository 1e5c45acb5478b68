using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Modular.Host.Identity;

namespace Modular.Host.Schemas;

/// <summary>Reads tokens that come in a message and not with the HTTP request.</summary>
internal sealed class TokenReading(IServiceScopeFactory scopes)
{
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
