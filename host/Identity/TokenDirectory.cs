using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;

namespace Modular.Host.Identity;

/// <summary>
/// Tells whose a bearer token is. What a token says is remembered for half a minute, under the token's hash and never beyond its end, so
/// that a client's next requests need not have it decrypted again. What its owner may do is no part of that: rights, closed accounts and
/// ended sessions are asked of <see cref="AccessDirectory"/> with every request.
/// </summary>
internal sealed class TokenDirectory(TimeProvider clock)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan RememberedFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<TokenHash, Remembered> remembered = new();

    /// <summary>The owner of the request's token; nobody where it has none that is valid.</summary>
    public ValueTask<TokenOwner> OwnerOfAsync(HttpContext http)
    {
        if (http.Request.Headers.Authorization is not [{ Length: > 0 } token])
            return new ValueTask<TokenOwner>(TokenOwner.Nobody);
        var hash = TokenHash.Of(token);
        return remembered.TryGetValue(hash, out var known) && clock.GetUtcNow() < known.Until
            ? new ValueTask<TokenOwner>(known.Owner)
            : AuthenticateAsync(http, hash);
    }

    private async ValueTask<TokenOwner> AuthenticateAsync(HttpContext http, TokenHash hash)
    {
        var now = clock.GetUtcNow();
        var result = await http.AuthenticateAsync();
        if (!result.Succeeded)
        {
            remembered.TryRemove(hash, out _);
            return TokenOwner.Nobody;
        }

        var owner = new TokenOwner(result.Principal, result.Properties.ExpiresUtc);
        var until = now + RememberedFor;
        if (owner.ExpiresAt is { } end && end < until)
            until = end;
        // Tokens that nobody uses any more go when there are too many, with all others: each is known again by its next request.
        if (remembered.Count >= MostRemembered)
            remembered.Clear();
        remembered[hash] = new Remembered(owner, until);
        return owner;
    }

    private sealed record Remembered(TokenOwner Owner, DateTimeOffset Until);
}
