using Modular.Kernel.Results;
using Modular.Members.Contracts;

namespace Modular.Members.Flags;

/// <summary>Flags are set on members.</summary>
internal sealed record FlagsAreSetOnMembersOnly : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ ghi nhận việc này đối với đảng viên chính thức hoặc dự bị.", "This is recorded for official and probationary members only.");
}

/// <summary>The flag is set on one of the days.</summary>
/// <param name="Flag">The flag.</param>
internal sealed record FlagIsSetAlready(MembershipFlag Flag) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Trong thời gian này đã ghi nhận {FlagTexts.Of(Flag).Vietnamese}.", $"The member is {FlagTexts.Of(Flag).English} in this period already.");
}

/// <summary>The flag is not set.</summary>
/// <param name="Flag">The flag.</param>
internal sealed record FlagIsNotSet(MembershipFlag Flag) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đảng viên không ở trong thời gian {FlagTexts.Of(Flag).Vietnamese}.", $"The member is not {FlagTexts.Of(Flag).English}.");
}

/// <summary>A period ends after it began.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day that was given.</param>
internal sealed record PeriodEndsBeforeItBegins(DateOnly From, DateOnly Until) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày kết thúc ({Until.Vietnamese()}) sớm hơn ngày bắt đầu ({From.Vietnamese()}).",
        $"The last day ({Until.English()}) is before the first ({From.English()}).");
}

/// <summary>A suspension lasts only so long before it is extended.</summary>
/// <param name="FirstDays">The most days before an extension.</param>
internal sealed record FirstSuspensionLastsTooLong(int FirstDays) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Suspension;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đình chỉ sinh hoạt lần đầu không quá {FirstDays} ngày; cần lâu hơn thì gia hạn.",
        $"A suspension may not exceed {FirstDays} days at first; where it has to be longer it is extended.");
}

/// <summary>A suspension has an end, and it is not far.</summary>
/// <param name="MaximumDays">The most days, extension included.</param>
internal sealed record SuspensionLastsTooLong(int MaximumDays) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Suspension;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đình chỉ sinh hoạt phải có ngày kết thúc và không quá {MaximumDays} ngày kể cả gia hạn.",
        $"A suspension needs its last day and may not exceed {MaximumDays} days, extension included.");
}

/// <summary>Exemption, suspension and screening rest on a decision.</summary>
/// <param name="Flag">The flag.</param>
internal sealed record FlagNeedsDecision(MembershipFlag Flag) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Flag == MembershipFlag.Exempt ? Rules.OtherExemptions : Rules.Suspension;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ghi nhận {FlagTexts.Of(Flag).Vietnamese} phải có số và ngày của quyết định hoặc nghị quyết.",
        $"To record that a member is {FlagTexts.Of(Flag).English} takes the number and date of the decision or resolution.");
}
