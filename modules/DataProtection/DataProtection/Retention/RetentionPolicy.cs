using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.DataProtection.Retention;

/// <summary>How long the data of somebody are kept who is no member any more. No instrument that is known fixes it: a province decides it with its archive.</summary>
internal sealed record RetentionPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "data-protection.retention";

    /// <inheritdoc />
    public static RuleReference Source => Rules.Retention;

    /// <summary>How many years after somebody left the Party, died or was removed what names them may be erased; to be confirmed.</summary>
    public int YearsAfterLeaving { get; init; } = 10;

    /// <summary>The first day of those whose data are still kept: whoever left before it may be erased.</summary>
    public DateOnly LeftBefore(DateOnly today) => today.AddYears(-YearsAfterLeaving);
}
