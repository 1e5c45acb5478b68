using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Modular.Host.Identity;

/// <summary>What a valid token says of its owner.</summary>
internal sealed class TokenOwner
{
    private static readonly string SecurityStampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>Nobody.</summary>
    public static readonly TokenOwner Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()), null);

    public TokenOwner(ClaimsPrincipal user, DateTimeOffset? expiresAt)
    {
        User = user;
        ExpiresAt = expiresAt;
        UserId = GuidOf(user, ClaimTypes.NameIdentifier);
        SessionId = GuidOf(user, AccountClaims.Session);
        ServiceKeyId = GuidOf(user, AccountClaims.ServiceKey);
        HasSecondFactor = user.HasClaim(claim => claim.Type == AccountClaims.SecondFactor);
        SecurityStamp = user.FindFirstValue(SecurityStampClaim);
        OnlyProvince = user.FindFirstValue(AccountClaims.OnlyProvince);
    }

    /// <summary>All that the token says.</summary>
    public ClaimsPrincipal User { get; }

    /// <summary>When the token is no longer good; null where it does not say.</summary>
    public DateTimeOffset? ExpiresAt { get; }

    /// <summary>Whether there was a valid token.</summary>
    public bool IsSignedIn => User.Identity is { IsAuthenticated: true };

    /// <summary>The account; null where the token names none.</summary>
    public Guid? UserId { get; }

    /// <summary>The session of this host; null for a token that somebody else made.</summary>
    public Guid? SessionId { get; }

    /// <summary>The key of a service account; null for people.</summary>
    public Guid? ServiceKeyId { get; }

    /// <summary>Whether whoever made the token vouches for a second factor; of a session the database tells.</summary>
    public bool HasSecondFactor { get; }

    /// <summary>The account's security stamp when the token was made.</summary>
    public string? SecurityStamp { get; }

    /// <summary>The slug of the one province in which the account worked; null where there were several, or none.</summary>
    public string? OnlyProvince { get; }

    private static Guid? GuidOf(ClaimsPrincipal user, string claim) => Guid.TryParse(user.FindFirstValue(claim), out var id) ? id : null;
}
