using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Members.Records;

/// <summary>What member sheets list (members §2.1).</summary>
internal sealed record RecordPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "members.record";

    /// <inheritdoc />
    public static RuleReference Source => Rules.StaysAbroad;

    /// <summary>From how many months on a stay abroad is listed.</summary>
    public int LeastMonthsAbroad { get; init; } = 3;
}
