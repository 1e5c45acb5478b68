using System.Collections.Frozen;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Host.Identity;

/// <summary>What one user may do in one province on one day with one token, compiled from their grants.</summary>
/// <param name="Account">Whose rights these are.</param>
/// <param name="SessionId">The session of the token; null for a token that this host did not make.</param>
/// <param name="HasSecondFactor">Whether a second factor was proven.</param>
/// <param name="Rights">The rights.</param>
/// <param name="SecondFactorIsMissing">Whether some of the user's roles count only once a second factor is proven.</param>
internal sealed record UserAccess(AccountInProvince Account, Guid? SessionId, bool HasSecondFactor, UserRights Rights, bool SecondFactorIsMissing)
{
    /// <summary>The rights of a session without a second factor.</summary>
    public const string FirstFactor = "first-factor";

    /// <summary>The rights of a session with a second factor.</summary>
    public const string SecondFactor = "second-factor";

    /// <summary>The key of a service account that was used; null for people.</summary>
    public Guid? ServiceKeyId { get; init; }

    /// <summary>With which of the account's rights this is, in a word that finds them again when the token has gone: see <see cref="KnownUser.AccessOf(string)"/>.</summary>
    public string Credential => ServiceKeyId?.ToString() ?? (HasSecondFactor ? SecondFactor : FirstFactor);

    /// <summary>Where they may do what.</summary>
    public FrozenDictionary<string, PermissionScope> Scopes => Rights.Scopes;

    /// <summary>Where they may give this permission to others; null where nowhere.</summary>
    public PermissionScope? GivingScopeOf(string permission) => Rights.Giving.GetValueOrDefault(permission);

    public ICurrentAccess In(Language language) => new RequestAccess(this, language);
}

/// <summary>An account in one province.</summary>
/// <param name="UserId">The account.</param>
/// <param name="UserName">The name under which they sign in.</param>
/// <param name="MemberId">The user's own member record in this province.</param>
internal sealed record AccountInProvince(Guid UserId, string UserName, Guid? MemberId);

/// <summary>Where somebody may do what, and let others do what.</summary>
internal sealed record UserRights(FrozenDictionary<string, PermissionScope> Scopes, FrozenDictionary<string, PermissionScope> Giving)
{
    public static UserRights Of(List<GrantedReach> reaches, Guid? memberId) => new(
        GrantedReach.Compile(reaches.Where(reach => reach.MayUse), memberId), GrantedReach.Compile(reaches.Where(reach => reach.MayGive), memberId));
}

/// <summary>All that is known of a user in a province: their live sessions, and their rights with and without a second factor.</summary>
/// <param name="Account">The account.</param>
/// <param name="SecurityStamp">Changes when the password changes; a token of another stamp is void.</param>
/// <param name="Proven">The rights with a second factor.</param>
/// <param name="Unproven">The rights without one: those of roles that demand one are missing.</param>
/// <param name="Sessions">The live sessions, each with whether a second factor was proven in it.</param>
/// <param name="Keys">The good keys of a service account, each with its own rights.</param>
internal sealed record KnownUser(
    AccountInProvince Account,
    string SecurityStamp,
    UserRights Proven,
    UserRights Unproven,
    FrozenDictionary<Guid, bool> Sessions,
    FrozenDictionary<Guid, UserRights> Keys)
{
    public static KnownUser Of(
        AccountInProvince account, string stamp, List<GrantedReach> reaches, Dictionary<Guid, bool> sessions, ILookup<Guid, GrantedReach> keys)
    {
        var proven = UserRights.Of(reaches, account.MemberId);
        var unproven = reaches.Exists(reach => reach.NeedsSecondFactor)
            ? UserRights.Of([.. reaches.Where(reach => !reach.NeedsSecondFactor)], account.MemberId)
            : proven;
        return new KnownUser(account, stamp, proven, unproven, sessions.ToFrozenDictionary(), keys.ToFrozenDictionary(key => key.Key, key => UserRights.Of([.. key], memberId: null)));
    }

    /// <summary>What the user may do who has proven all there is to prove, for whoever looks whether they could do some work.</summary>
    public UserAccess Fully => new(Account, SessionId: null, HasSecondFactor: true, Proven, SecondFactorIsMissing: false);

    /// <summary>The rights that the account has now by what it was used with once, or null where that is void.</summary>
    public UserAccess? AccessOf(string credential)
    {
        if (!Guid.TryParse(credential, out var key))
            return credential == UserAccess.SecondFactor ? Fully : new UserAccess(Account, SessionId: null, HasSecondFactor: false, Unproven, Unproven != Proven);
        return Keys.GetValueOrDefault(key) is { } held
            ? new UserAccess(Account, SessionId: null, HasSecondFactor: false, held, SecondFactorIsMissing: false) { ServiceKeyId = key }
            : null;
    }

    /// <summary>The rights of a token of this user, or null where the token is void.</summary>
    public UserAccess? AccessOf(TokenOwner owner)
    {
        if (owner.ServiceKeyId is { } key)
            return Keys.GetValueOrDefault(key) is { } held ? new UserAccess(Account, SessionId: null, HasSecondFactor: false, held, SecondFactorIsMissing: false) { ServiceKeyId = key } : null;
        if (owner.SecurityStamp != SecurityStamp)
            return null;
        var hasSecondFactor = owner.HasSecondFactor;
        if (owner.SessionId is { } session && !Sessions.TryGetValue(session, out hasSecondFactor))
            return null;
        var rights = hasSecondFactor ? Proven : Unproven;
        return new UserAccess(Account, owner.SessionId, hasSecondFactor, rights, SecondFactorIsMissing: rights != Proven);
    }
}

/// <summary>The access of a request, as the kernel and the modules see it.</summary>
internal sealed class RequestAccess(UserAccess user, Language language) : ICurrentAccess
{
    /// <summary>What the host knows beyond that.</summary>
    public UserAccess User => user;

    public Guid? UserId => user.Account.UserId;

    public string UserName => user.Account.UserName;

    public Guid? MemberId => user.Account.MemberId;

    public Language Language => language;

    public PermissionScope ScopeOf(string permission) => user.Scopes.GetValueOrDefault(permission, PermissionScope.Nowhere);
}
