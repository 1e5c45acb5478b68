using Modular.GraphQL.CodeFirst;
using Modular.Host.Administration.Access;

namespace Modular.Host.Administration.Accounts;

/// <summary>An account for somebody.</summary>
internal sealed record CreateUserInput
{
    /// <summary>The name under which they sign in: 3 to 64 letters, digits and <c>- . _ @</c>, unique in the deployment.</summary>
    public required string UserName { get; init; }

    /// <summary>Their member record, where the account belongs to a member.</summary>
    [ID("Member")]
    public Guid? MemberId { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>What changes of an account take that need nothing else.</summary>
internal abstract record UserInput
{
    /// <summary>The account.</summary>
    [ID("User")]
    public required Guid Id { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>An account that is closed in the province.</summary>
internal sealed record DeactivateUserInput : UserInput;

/// <summary>An account that is opened in the province again.</summary>
internal sealed record ReactivateUserInput : UserInput;

/// <summary>An account whose sessions end.</summary>
internal sealed record EndUserSessionsInput : UserInput;

/// <summary>An account whose wrong tries are forgotten.</summary>
internal sealed record UnlockUserInput : UserInput;

/// <summary>An account that gets another password.</summary>
internal sealed record ResetUserInput
{
    /// <summary>The account.</summary>
    [ID("User")]
    public required Guid Id { get; init; }

    /// <summary>Whether the second factor is taken away too, because it was lost.</summary>
    public bool RemoveSecondFactor { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>Whether a role demands a second factor.</summary>
internal sealed record SetRoleSecondFactorInput
{
    /// <summary>The role, one of <c>roles</c>.</summary>
    public required string RoleId { get; init; }

    /// <summary>Whether the role counts only in sessions in which a second factor was proven.</summary>
    public required bool RequiresSecondFactor { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>An account with the code by which it gets a password.</summary>
/// <param name="User">The account.</param>
/// <param name="OneTimeCode">Goes to the user by another way than the name; <c>POST /auth/password/code</c> takes it once. It is shown only here.</param>
/// <param name="CodeExpiresAt">Until when the code is good.</param>
internal sealed record AccountCode(ProvinceUser User, string OneTimeCode, DateTimeOffset CodeExpiresAt);

/// <summary>What a payload shows of a role that was changed.</summary>
/// <param name="Role">The role as it stands now.</param>
internal sealed record RoleChange(Role Role);
