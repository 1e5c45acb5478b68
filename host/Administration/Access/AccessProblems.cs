using Modular.Kernel.Results;

namespace Modular.Host.Administration.Access;

/// <summary>Rights are given by somebody else.</summary>
internal sealed record NobodyGivesThemselvesRights : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không ai tự giao quyền cho chính mình.", "Nobody gives rights to themselves.");
}

/// <summary>Somebody gives at most what they hold to give, at the places where they hold it.</summary>
/// <param name="Permissions">The permissions of the role that the giver may not give there.</param>
internal sealed record RoleHoldsMoreThanYouMayGive(IReadOnlyList<string> Permissions) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bạn không được giao tại đây các quyền: {string.Join(", ", Permissions)}.",
        $"You may not give these permissions there: {string.Join(", ", Permissions)}.");
}

/// <summary>A reach that names an organization needs one, and only such a reach takes one.</summary>
/// <param name="NeedsOrganization">Whether the reach needs one.</param>
internal sealed record ReachAndOrganizationDoNotFit(bool NeedsOrganization) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => NeedsOrganization
        ? new("Phạm vi này cần một tổ chức đảng.", "This reach needs an organization.")
        : new("Phạm vi này không gắn với một tổ chức đảng.", "This reach takes no organization.");
}

/// <summary>A grant begins today or later.</summary>
/// <param name="From">The first day that was entered.</param>
/// <param name="Today">Today in Vietnam.</param>
internal sealed record GrantIsNotForThePast(DateOnly From, DateOnly Today) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không giao quyền cho ngày đã qua ({From:dd/MM/yyyy}); sớm nhất là hôm nay ({Today:dd/MM/yyyy}).",
        $"Rights are not given for days that have passed ({From:yyyy-MM-dd}); the earliest is today ({Today:yyyy-MM-dd}).");
}

/// <summary>The last day of a grant is not before its first.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day that was entered.</param>
internal sealed record GrantEndsBeforeItBegins(DateOnly From, DateOnly To) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày cuối ({To:dd/MM/yyyy}) sớm hơn ngày đầu ({From:dd/MM/yyyy}).",
        $"The last day ({To:yyyy-MM-dd}) is before the first ({From:yyyy-MM-dd}).");
}

/// <summary>The grant was ended, or its days are over.</summary>
internal sealed record GrantIsOver : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Quyền này đã hết hiệu lực.", "The grant is over.");
}

/// <summary>Somebody delegates what they hold themselves.</summary>
internal sealed record GrantIsNotYours : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ ủy quyền được quyền của chính mình.", "Only your own grants can be delegated.");
}

/// <summary>Whoever stands in for somebody does not pass it on, and nobody stands in for somebody's own record.</summary>
internal sealed record GrantCannotBeDelegated : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Quyền được ủy lại và quyền đối với hồ sơ của chính mình không ủy quyền tiếp được.",
        "A grant that was itself delegated, or that reaches one's own record, cannot be delegated.");
}

/// <summary>A role that counts only with a second factor is not handed on by a session without one.</summary>
internal sealed record SecondFactorIsNotProven : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Vai trò này chỉ có hiệu lực khi đã xác thực hai bước.", "This role counts only once a second factor is proven.");
}

/// <summary>A delegation lies within the days of the grant for which it stands.</summary>
/// <param name="LastDay">The last day of that grant.</param>
internal sealed record DelegationOutlastsTheGrant(DateOnly LastDay) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Quyền của bạn chỉ đến {LastDay:dd/MM/yyyy}.", $"Your own grant lasts until {LastDay:yyyy-MM-dd} only.");
}

/// <summary>Only whoever gave it, could give it, holds it or delegated it ends a grant.</summary>
internal sealed record GrantIsNotYoursToEnd : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => AccessRules.OnlyWhatIsHeld;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không được chấm dứt quyền này.", "You may not end this grant.");
}

/// <summary>The rules that administering access obeys.</summary>
internal static class AccessRules
{
    /// <summary>Whoever handles sensitive personal data is named by somebody else, who may hand it on: nobody gives to themselves, or more than they hold.</summary>
    public static readonly RuleReference OnlyWhatIsHeld = new("PD-07", "Luật 91/2025/QH15 / Law 91/2025/QH15");
}
