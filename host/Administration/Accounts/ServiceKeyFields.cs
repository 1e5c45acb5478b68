using Modular.GraphQL.CodeFirst;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

/// <summary>An account for a program.</summary>
internal sealed record CreateServiceAccountInput
{
    /// <summary>Its name: 3 to 64 letters, digits and <c>- . _ @</c>, unique in the deployment; the history shows it.</summary>
    public required string UserName { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>A key for a service account.</summary>
internal sealed record CreateServiceKeyInput
{
    /// <summary>The service account.</summary>
    [ID("User")]
    public required Guid UserId { get; init; }

    /// <summary>What the key is for, to tell keys apart.</summary>
    public required string Name { get; init; }

    /// <summary>What whoever shows the key may do.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>How far that reaches; never <c>SELF</c>.</summary>
    public required Reach Reach { get; init; }

    /// <summary>The organization, where the reach names one.</summary>
    [ID("Organization")]
    public Guid? OrganizationId { get; init; }

    /// <summary>For how many days the key is good.</summary>
    public required int Days { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>A key that is replaced by another one with the same rights.</summary>
internal sealed record RotateServiceKeyInput
{
    /// <summary>The key.</summary>
    [ID("ServiceKey")]
    public required Guid Id { get; init; }

    /// <summary>For how many hours the old key stays good, so that programs can change over; none where it leaked.</summary>
    public int OverlapHours { get; init; }

    /// <summary>For how many days the new key is good.</summary>
    public required int Days { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>A key that ends.</summary>
internal sealed record EndServiceKeyInput
{
    /// <summary>The key.</summary>
    [ID("ServiceKey")]
    public required Guid Id { get; init; }

    /// <summary>Why, for the history.</summary>
    public required string Reason { get; init; }
}

/// <summary>A key of a service account, without its secret (khóa dịch vụ).</summary>
/// <param name="Id">The key, as <c>rotateServiceKey</c> and <c>endServiceKey</c> take it.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Prefix">How the key itself begins, to recognize it in a configuration or a leak.</param>
/// <param name="Permissions">What whoever shows it may do.</param>
/// <param name="Reach">How far that reaches.</param>
/// <param name="OrganizationId">The organization, where the reach names one.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="ExpiresAt">Until when it is good.</param>
/// <param name="EndedAt">When it was ended; null while it was not.</param>
/// <param name="LastUsedAt">When it was last used, to a minute; null while it never was.</param>
[GraphQLName("ServiceKey")]
[Classified(DataClass.Internal)]
internal sealed record ServiceKeySummary(
    [property: ID("ServiceKey")] Guid Id,
    string Name,
    string Prefix,
    IReadOnlyList<string> Permissions,
    Reach Reach,
    [property: References("Organization")] Guid? OrganizationId,
    DateTime CreatedAt,
    string CreatedBy,
    DateTime ExpiresAt,
    DateTime? EndedAt,
    DateTime? LastUsedAt)
{
    public static ServiceKeySummary Of(ServiceKey key) => new(
        key.Id,
        key.Name,
        ServiceKeyText.PrefixOf(key.ProvinceId, key.Id),
        key.Permissions,
        key.Reach,
        key.OrganizationId,
        key.CreatedAt,
        key.CreatedBy,
        key.ExpiresAt,
        key.EndedAt,
        key.LastUsedAt);
}

/// <summary>What a payload shows of a key that was made.</summary>
/// <param name="Key">The key without its secret.</param>
/// <param name="Secret">The key itself, as <c>Authorization: Bearer</c> takes it. It is shown only here, and not again when the request is repeated.</param>
internal sealed record ServiceKeySecret(ServiceKeySummary Key, string? Secret);

/// <summary>What a payload shows of a key that was ended.</summary>
/// <param name="Key">The key as it stands now.</param>
internal sealed record ServiceKeyChange(ServiceKeySummary Key);

[QueryType]
internal static class ServiceKeyQueries
{
    /// <summary>The keys of a service account (khóa dịch vụ), the latest first, those that are over included.</summary>
    [Requires(HostPermissions.ManageAccounts)]
    public static Task<IReadOnlyList<ServiceKeySummary>> ServiceKeysAsync([ID("User")] Guid userId, ServiceKeyChanges keys, CancellationToken cancellationToken) =>
        keys.ListAsync(userId, cancellationToken);
}

[MutationType]
internal static class ServiceKeyMutations
{
    /// <summary>Makes a key for a service account (tạo khóa dịch vụ). Nobody puts more into a key than they hold to give.</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<AccountIsNoServiceAccount>]
    [Error<KeyCannotHoldPermissions>]
    [Error<KeyLivesTooLong>]
    [Error<Access.RoleHoldsMoreThanYouMayGive>]
    [Error<Access.ReachAndOrganizationDoNotFit>]
    public static Task<Result<ServiceKeySecret>> CreateServiceKeyAsync(CreateServiceKeyInput input, ServiceKeyMaking making, CancellationToken cancellationToken) =>
        making.CreateAsync(input, cancellationToken);

    /// <summary>Makes another key with the same rights, and ends the old one now or after some hours (thay khóa dịch vụ).</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<KeyIsOver>]
    [Error<KeyLivesTooLong>]
    [Error<Access.RoleHoldsMoreThanYouMayGive>]
    public static Task<Result<ServiceKeySecret>> RotateServiceKeyAsync(RotateServiceKeyInput input, ServiceKeyMaking making, CancellationToken cancellationToken) =>
        making.RotateAsync(input, cancellationToken);

    /// <summary>Ends a key at once, on all hosts (hủy khóa dịch vụ).</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<KeyIsOver>]
    public static Task<Result<ServiceKeyChange>> EndServiceKeyAsync(EndServiceKeyInput input, ServiceKeyChanges keys, CancellationToken cancellationToken) =>
        keys.EndAsync(input, cancellationToken);
}
