using Modular.GraphQL.CodeFirst;
using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

[QueryType]
internal static class AccountQueries
{
    /// <summary>Where a user is signed in, the latest first; for whoever may administer the account.</summary>
    [Requires(HostPermissions.ManageAccounts)]
    public static Task<IReadOnlyList<UserSession>> UserSessionsAsync(
        [ID("User")] Guid userId, AccountSessions sessions, CancellationToken cancellationToken) => sessions.ListAsync(userId, cancellationToken);
}

[MutationType]
internal static class AccountMutations
{
    /// <summary>Opens an account (mở tài khoản). Its user sets the password by the code; rights are given by <c>giveRole</c>.</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<UserNameIsTaken>]
    [Error<MemberHasAnAccount>]
    public static Task<Result<AccountCode>> CreateUserAsync(CreateUserInput input, AccountOpening opening, CancellationToken cancellationToken) =>
        opening.RunAsync(input, cancellationToken);

    /// <summary>Opens an account for a program (tài khoản dịch vụ). It works by the keys that <c>createServiceKey</c> makes.</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<UserNameIsTaken>]
    public static Task<Result<ProvinceUser>> CreateServiceAccountAsync(
        CreateServiceAccountInput input, AccountOpening opening, CancellationToken cancellationToken) => opening.RunAsync(input, cancellationToken);

    /// <summary>Closes an account in the province at once (khóa tài khoản); its grants stay, and count again when it is opened again.</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<NobodyAdministersTheirOwnAccount>]
    [Error<AccountHoldsMoreThanYouMayGive>]
    public static Task<Result<ProvinceUser>> DeactivateUserAsync(DeactivateUserInput input, AccountChanges changes, CancellationToken cancellationToken) =>
        changes.DeactivateAsync(input, cancellationToken);

    /// <summary>Opens an account in the province again (mở lại tài khoản).</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<NobodyAdministersTheirOwnAccount>]
    [Error<AccountHoldsMoreThanYouMayGive>]
    public static Task<Result<ProvinceUser>> ReactivateUserAsync(ReactivateUserInput input, AccountChanges changes, CancellationToken cancellationToken) =>
        changes.ReactivateAsync(input, cancellationToken);

    /// <summary>Ends all sessions of a user at once, on all hosts (buộc đăng xuất).</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<NobodyAdministersTheirOwnAccount>]
    [Error<AccountHoldsMoreThanYouMayGive>]
    public static Task<Result<ProvinceUser>> EndUserSessionsAsync(EndUserSessionsInput input, AccountChanges changes, CancellationToken cancellationToken) =>
        changes.SignOutAsync(input, cancellationToken);

    /// <summary>Forgets wrong tries for an account, so that its user need not wait (mở chặn đăng nhập).</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<NobodyAdministersTheirOwnAccount>]
    [Error<AccountHoldsMoreThanYouMayGive>]
    public static Task<Result<ProvinceUser>> UnlockUserAsync(UnlockUserInput input, AccountChanges changes, CancellationToken cancellationToken) =>
        changes.UnlockAsync(input, cancellationToken);

    /// <summary>Takes the password of an account away, ends its sessions, and gives a code by which its user sets another one (đặt lại mật khẩu).</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<NobodyAdministersTheirOwnAccount>]
    [Error<AccountHoldsMoreThanYouMayGive>]
    [Error<AccountWorksInOtherProvinces>]
    [Error<ServiceAccountsWorkByKeys>]
    public static Task<Result<AccountCode>> ResetUserAsync(ResetUserInput input, AccountReset reset, CancellationToken cancellationToken) =>
        reset.RunAsync(input, cancellationToken);

    /// <summary>Says whether a role counts only in sessions in which a second factor was proven (bắt buộc xác thực hai bước).</summary>
    [Requires(HostPermissions.ManageAccounts)]
    [Error<AccountsBelongToTheProvince>]
    [Error<RoleHoldsMoreThanYouMayGive>]
    public static Task<Result<RoleChange>> SetRoleSecondFactorAsync(
        SetRoleSecondFactorInput input, RoleSecondFactor change, CancellationToken cancellationToken) => change.RunAsync(input, cancellationToken);
}
