using Modular.GraphQL.CodeFirst;
using Modular.Host.Administration.Accounts;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Access;

/// <summary>A role for a user.</summary>
internal sealed record GiveRoleInput
{
    /// <summary>The user who gets it.</summary>
    [ID("User")]
    public required Guid UserId { get; init; }

    /// <summary>The role, one of <c>roles</c>.</summary>
    public required string RoleId { get; init; }

    /// <summary>How far it reaches.</summary>
    public required Reach Reach { get; init; }

    /// <summary>The organization, where the reach names one.</summary>
    [ID("Organization")]
    public Guid? OrganizationId { get; init; }

    /// <summary>The first day; today where it is left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; open where it is left out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>One's own role for somebody else, while one is away.</summary>
internal sealed record DelegateRoleInput
{
    /// <summary>The grant of one's own.</summary>
    [ID("Grant")]
    public required Guid GrantId { get; init; }

    /// <summary>The user who stands in.</summary>
    [ID("User")]
    public required Guid UserId { get; init; }

    /// <summary>The first day; today where it is left out.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>A grant that ends.</summary>
internal sealed record EndGrantInput
{
    /// <summary>The grant.</summary>
    [ID("Grant")]
    public required Guid Id { get; init; }

    /// <summary>The version that the caller saw.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

[MutationType]
internal static class GrantMutations
{
    /// <summary>Gives a user a role at a place (giao vai trò). Nobody gives more than they hold to give, or to themselves.</summary>
    [Requires(HostPermissions.Grant)]
    [Error<NobodyGivesThemselvesRights>]
    [Error<ServiceAccountsWorkByKeys>]
    [Error<RoleHoldsMoreThanYouMayGive>]
    [Error<ReachAndOrganizationDoNotFit>]
    [Error<GrantIsNotForThePast>]
    [Error<GrantEndsBeforeItBegins>]
    public static Task<Result<RoleGrant>> GiveRoleAsync(GiveRoleInput input, RoleGiving giving, CancellationToken cancellationToken) =>
        giving.RunAsync(input, cancellationToken);

    /// <summary>Lets somebody stand in for oneself for some days (ủy quyền khi vắng mặt). It ends with one's own grant at the latest.</summary>
    [Public("Whoever holds a role may have somebody stand in; it gives nothing that the delegator does not hold.")]
    [Error<NobodyGivesThemselvesRights>]
    [Error<ServiceAccountsWorkByKeys>]
    [Error<GrantIsNotYours>]
    [Error<GrantIsOver>]
    [Error<GrantCannotBeDelegated>]
    [Error<SecondFactorIsNotProven>]
    [Error<DelegationOutlastsTheGrant>]
    [Error<GrantIsNotForThePast>]
    [Error<GrantEndsBeforeItBegins>]
    public static async Task<Result<GrantChange>> DelegateRoleAsync(
        DelegateRoleInput input, RoleDelegation delegation, CancellationToken cancellationToken) =>
        GrantChange.Of(await delegation.RunAsync(input, cancellationToken));

    /// <summary>Ends a grant at once (chấm dứt vai trò); with it end those that stand in for it.</summary>
    [Public("Whoever holds a role may lay it down, and whoever delegated or may give it may take it back; others are refused.")]
    [Error<GrantIsOver>]
    [Error<GrantIsNotYoursToEnd>]
    public static async Task<Result<GrantChange>> EndGrantAsync(
        EndGrantInput input, GrantEnding ending, CancellationToken cancellationToken) =>
        GrantChange.Of(await ending.RunAsync(input, cancellationToken));
}
