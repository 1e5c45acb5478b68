using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Flags;

/// <summary>How long Party activities may be suspended (MEM-57).</summary>
internal sealed record SuspensionPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.suspension";

    /// <inheritdoc />
    public static RuleReference Source => Rules.Suspension;

    /// <summary>The most days of a suspension before it is extended (MEM-57).</summary>
    public int FirstDays { get; init; } = 90;

    /// <summary>The most days, extension included; legal time limits hold instead while a member is prosecuted.</summary>
    public int MaximumDays { get; init; } = 180;
}
