using Microsoft.AspNetCore.Identity;

namespace Modular.Host.Identity;

/// <summary>Somebody who can sign in. What they may do is a matter of grants, per province.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    /// <summary>When an administrator closed the account, or null while it is open.</summary>
    public DateTimeOffset? DisabledAt { get; set; }
}
