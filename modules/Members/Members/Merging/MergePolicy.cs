using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Merging;

/// <summary>How long a merge of two records of one person can be undone.</summary>
internal sealed record MergePolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.merges";

    /// <inheritdoc />
    public static RuleReference Source => Rules.OneRecordForLife;

    /// <summary>How many days after it was carried out a merge can be undone; no instrument fixes it.</summary>
    public int UndoneWithinDays { get; init; } = 30;
}
