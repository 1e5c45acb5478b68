using System.Collections.Frozen;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Host.Identity;

/// <summary>What one user may do in one province on one day, compiled from their grants.</summary>
/// <param name="UserId">The account.</param>
/// <param name="UserName">The name under which they sign in.</param>
/// <param name="SecurityStamp">Changes when the password changes or all sessions are ended; a token of another stamp is void.</param>
/// <param name="MemberId">The user's own member record in this province.</param>
/// <param name="Scopes">Where they may do what.</param>
/// <param name="Giving">Where they may let others do what.</param>
internal sealed record UserAccess(
    Guid UserId, string UserName, string SecurityStamp, Guid? MemberId, FrozenDictionary<string, PermissionScope> Scopes,
    FrozenDictionary<string, PermissionScope> Giving)
{
    /// <summary>Where they may give this permission to others; null where nowhere.</summary>
    public PermissionScope? GivingScopeOf(string permission) => Giving.GetValueOrDefault(permission);

    public ICurrentAccess In(Language language) => new RequestAccess(this, language);

    private sealed class RequestAccess(UserAccess user, Language language) : ICurrentAccess
    {
        public Guid? UserId => user.UserId;

        public string UserName => user.UserName;

        public Guid? MemberId => user.MemberId;

        public Language Language => language;

        public PermissionScope ScopeOf(string permission) => user.Scopes.GetValueOrDefault(permission, PermissionScope.Nowhere);
    }
}
