using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Connections.Features;

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
        var now = clock.GetUtcNow();
        var connection = LastOf(http);
        if (connection?.Knows(token) is { } last && now < last.Until)
            return new ValueTask<TokenOwner>(last.Owner);

        var hash = TokenHash.Of(token);
        if (!remembered.TryGetValue(hash, out var known) || now >= known.Until)
            return AuthenticateAsync(http, hash);
        connection?.Note(token, known);
        return new ValueTask<TokenOwner>(known.Owner);
    }

    /// <summary>What the connection's last request brought; null where requests share a connection at the same time.</summary>
    private static LastToken? LastOf(HttpContext http)
    {
        if (!HttpProtocol.IsHttp11(http.Request.Protocol) || http.Features.Get<IConnectionItemsFeature>() is not { } connection)
            return null;
        if (connection.Items.TryGetValue(LastToken.Key, out var last))
            return (LastToken)last!;
        var made = new LastToken();
        connection.Items[LastToken.Key] = made;
        return made;
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

    /// <summary>
    /// The token of a connection's last request. The server gives a header of the same bytes as the same string again, so that one look tells that
    /// it is the same token; hashing it would be a tenth of what a small request takes.
    /// </summary>
    private sealed class LastToken
    {
        public static readonly object Key = new();

        private string? token;
        private Remembered? known;

        public Remembered? Knows(string candidate) => ReferenceEquals(candidate, token) ? known : null;

        public void Note(string noted, Remembered owner) => (token, known) = (noted, owner);
    }
}
