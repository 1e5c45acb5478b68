using Modular.Kernel.Policies;
using Modular.Kernel.Results;

namespace Modular.Organizations.Kinds;

/// <summary>Which of the kinds in force a province uses; pilot tiers are chosen by each province.</summary>
internal sealed record KindsPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "organizations.kinds";

    /// <inheritdoc />
    public static RuleReference Source => Rules.KindsByEra;

    /// <summary>The codes of kinds that the province does not found.</summary>
    public IReadOnlyList<string> NotUsed { get; init; } = [];
}
