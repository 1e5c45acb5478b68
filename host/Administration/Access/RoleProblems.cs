using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Access;

/// <summary>A role may be given anywhere in the province, so it is defined by whoever manages roles for the whole of it.</summary>
internal sealed record RolesBelongToTheProvince : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Vai trò thuộc về toàn tỉnh; chỉ người quản lý vai trò của cả tỉnh được thay đổi.",
        "Roles belong to the province; whoever manages them for the whole of it changes them.");

    /// <summary>The problem of somebody who manages roles in a part of the province only.</summary>
    public static IEnumerable<Problem> Against(ICurrentAccess access) =>
        access.ScopeOf(HostPermissions.ManageRoles).CoversProvince ? [] : [new RolesBelongToTheProvince()];
}

/// <summary>The identifier names a role already, perhaps one that was ended.</summary>
internal sealed record RoleIdIsTaken : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mã vai trò này đã được dùng.", "There is, or was, a role of this identifier.");
}

/// <summary>Modules count on the roles that every province starts with: they are neither renamed nor ended.</summary>
internal sealed record DefaultRolesStay : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Vai trò mặc định không đổi tên và không chấm dứt được.", "The roles that every province starts with are neither renamed nor ended.");
}

/// <summary>No enabled module declares the permissions.</summary>
/// <param name="Permissions">The permissions.</param>
internal sealed record PermissionsAreUnknown(IReadOnlyList<string> Permissions) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không phân hệ nào đang bật có các quyền: {string.Join(", ", Permissions)}.",
        $"No enabled module declares these permissions: {string.Join(", ", Permissions)}.");
}

/// <summary>Whoever holds a role would change their own rights with it.</summary>
internal sealed record NobodyChangesTheirOwnRole : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không ai tự thay đổi vai trò mà mình đang giữ.", "Nobody changes a role that they hold.");
}
