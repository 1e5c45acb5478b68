using Modular.Host.Administration.Access;
using Modular.Host.Identity;
using Modular.Kernel.Access;
using Modular.Kernel.Results;

namespace Modular.Host.Administration.Accounts;

/// <summary>
/// An account may get rights anywhere in the province: whoever held its password already when it gets them would hold them too. So accounts and keys are managed by
/// whoever manages them for the whole province.
/// </summary>
internal sealed record AccountsBelongToTheProvince : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tài khoản và khóa dịch vụ thuộc về toàn tỉnh; chỉ người quản lý tài khoản của cả tỉnh được thay đổi.",
        "Accounts and service keys belong to the province; whoever manages them for the whole of it changes them.");

    /// <summary>The problem of somebody who manages accounts of a part of the province only.</summary>
    public static IEnumerable<Problem> Against(ICurrentAccess access) =>
        access.ScopeOf(HostPermissions.ManageAccounts).CoversProvince ? [] : [new AccountsBelongToTheProvince()];
}

/// <summary>One's own account is administered by somebody else.</summary>
internal sealed record NobodyAdministersTheirOwnAccount : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không ai tự quản trị tài khoản của chính mình.", "Nobody administers their own account.");
}

/// <summary>Whoever could not give all that an account holds could otherwise take it over.</summary>
/// <param name="Permissions">The permissions of the account that the administrator may not give.</param>
internal sealed record AccountHoldsMoreThanYouMayGive(IReadOnlyList<string> Permissions) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tài khoản này có các quyền mà bạn không được giao: {string.Join(", ", Permissions)}.",
        $"The account holds permissions that you may not give: {string.Join(", ", Permissions)}.");
}

/// <summary>An account that works in several provinces is reset by the operators of the system.</summary>
internal sealed record AccountWorksInOtherProvinces : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tài khoản này còn làm việc ở tỉnh khác; chỉ bên vận hành hệ thống được đặt lại.",
        "The account works in other provinces too; only the operators of the system reset it.");
}

/// <summary>Names of accounts are unique in a deployment.</summary>
internal sealed record UserNameIsTaken : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Tên đăng nhập này đã có người dùng.", "There is an account of this name already.");
}

/// <summary>A member has one account in a province.</summary>
internal sealed record MemberHasAnAccount : Problem
{
    /// <summary>What keeps it in the database.</summary>
    public const string Constraint = "member_has_one_account";

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đảng viên này đã có tài khoản.", "The member has an account already.");
}

/// <summary>Service accounts work by keys alone: they hold no roles, sign in nowhere and have no password.</summary>
internal sealed record ServiceAccountsWorkByKeys : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tài khoản dịch vụ chỉ làm việc bằng khóa: không có vai trò, không có mật khẩu.",
        "A service account works by its keys alone: it holds no role and has no password.");
}

/// <summary>Keys are for service accounts.</summary>
internal sealed record AccountIsNoServiceAccount : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Đây không phải là tài khoản dịch vụ.", "This is no service account.");
}

/// <summary>Some permissions are for people, and those that nobody knows are for nobody.</summary>
/// <param name="Permissions">The permissions that a key cannot hold.</param>
internal sealed record KeyCannotHoldPermissions(IReadOnlyList<string> Permissions) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Khóa dịch vụ không được có các quyền: {string.Join(", ", Permissions)}.",
        $"A service key cannot hold these permissions: {string.Join(", ", Permissions)}.");
}

/// <summary>A key is good for a while.</summary>
/// <param name="MostDays">The longest life in days.</param>
internal sealed record KeyLivesTooLong(int MostDays) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Thời hạn của khóa từ 1 đến {MostDays} ngày.", $"A key is good for 1 to {MostDays} days.");
}

/// <summary>The key was ended, or is no longer good.</summary>
internal sealed record KeyIsOver : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Khóa này đã hết hiệu lực.", "The key is over.");
}
