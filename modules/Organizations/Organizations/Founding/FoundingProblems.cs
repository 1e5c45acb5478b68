using Modular.Kernel.Results;

namespace Modular.Organizations.Founding;

/// <summary>An organization is not older than the one above it.</summary>
/// <param name="EffectiveOn">The day on which it is said to be founded.</param>
/// <param name="ParentFoundedOn">The first day of the parent.</param>
internal sealed record OrganizationIsOlderThanItsParent(DateOnly EffectiveOn, DateOnly ParentFoundedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày thành lập ({EffectiveOn:dd/MM/yyyy}) sớm hơn ngày thành lập của cấp trên trực tiếp ({ParentFoundedOn:dd/MM/yyyy}).",
        $"The founding date ({EffectiveOn:yyyy-MM-dd}) is before the founding of the parent ({ParentFoundedOn:yyyy-MM-dd}).");
}
