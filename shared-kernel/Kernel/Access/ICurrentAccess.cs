using Modular.Kernel.Results;

namespace Modular.Kernel.Access;

/// <summary>Who is asking, and what they may do where, in the province of the current scope. Closed by default.</summary>
public interface ICurrentAccess
{
    /// <summary>The user, or null for the system itself (an event handler, an operator's command).</summary>
    Guid? UserId { get; }

    /// <summary>The name under which the user signs in; what the history of edits shows.</summary>
    string UserName { get; }

    /// <summary>The user's own member record, where the account belongs to a member.</summary>
    Guid? MemberId { get; }

    /// <summary>The language in which the user wants messages.</summary>
    Language Language { get; }

    /// <summary>Where the user may do this; <see cref="PermissionScope.Nowhere"/> where nothing grants it.</summary>
    PermissionScope ScopeOf(string permission);

    /// <summary>Whether the user may do this anywhere at all.</summary>
    bool Holds(string permission) => !ScopeOf(permission).IsEmpty;
}
