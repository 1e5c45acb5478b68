using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Modular.Host.Identity.Data;
using Modular.Host.Identity.SignIn;

namespace Modular.Host.Identity.Sessions;

/// <summary>Makes the tokens of sessions: a short-lived one that goes with each request, and one to get the next two with.</summary>
internal sealed class SessionTokens(
    SessionStore sessions, AccountClaims claims, Seals seals, IOptionsMonitor<BearerTokenOptions> options, TimeProvider clock)
{
    private const string Purpose = "refresh";

    /// <summary>Begins a session of an account and makes its first tokens.</summary>
    public async Task<IssuedTokens> BeginAsync(Guid accountId, bool hasSecondFactor, Caller caller, CancellationToken cancellationToken) =>
        (await IssueAsync(await sessions.BeginAsync(accountId, hasSecondFactor, caller, cancellationToken), cancellationToken))!;

    /// <summary>The next tokens of a session, or nothing where the refresh token is no good.</summary>
    public async Task<IssuedTokens?> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (seals.Open<RefreshToken>(Purpose, refreshToken) is not { } token)
            return null;
        var session = await sessions.RefreshAsync(token.Session, token.Number, cancellationToken);
        return session is null ? null : await IssueAsync(session, cancellationToken);
    }

    private async Task<IssuedTokens?> IssueAsync(OpenSession session, CancellationToken cancellationToken)
    {
        if (await claims.OfAsync(session.AccountId, session.Id, cancellationToken) is not { } identity)
            return null;
        var bearer = options.Get(IdentityConstants.BearerScheme);
        var now = clock.GetUtcNow();
        var end = now + bearer.BearerTokenExpiration < session.ExpiresAt ? now + bearer.BearerTokenExpiration : session.ExpiresAt;
        var properties = new AuthenticationProperties { ExpiresUtc = end };
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), properties, $"{IdentityConstants.BearerScheme}:AccessToken");
        return new IssuedTokens(
            "Bearer",
            bearer.BearerTokenProtector.Protect(ticket),
            (long)(end - now).TotalSeconds,
            seals.Seal(Purpose, new RefreshToken(session.Id, session.Number), session.ExpiresAt));
    }

    private sealed record RefreshToken(Guid Session, int Number);
}

/// <summary>What a client gets that has signed in.</summary>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="AccessToken">Goes with each request.</param>
/// <param name="ExpiresIn">For how many seconds the access token is good.</param>
/// <param name="RefreshToken">Gets the next tokens, once.</param>
internal sealed record IssuedTokens(string TokenType, string AccessToken, long ExpiresIn, string RefreshToken)
{
    /// <summary>Shows at the next sign-in that this device is known; only a sign-in gives it.</summary>
    public string? DeviceToken { get; init; }

    /// <summary>The codes that stand in for a lost authenticator, each once; shown only here.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; init; }
}
