using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Decisions;

/// <summary>A decision takes effect on a later day; it is recorded on that day.</summary>
/// <param name="EffectiveOn">The day on which it takes effect.</param>
/// <param name="Today">Today in Vietnam.</param>
internal sealed record EffectiveDateIsInTheFuture(DateOnly EffectiveOn, DateOnly Today) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Quyết định có hiệu lực từ {EffectiveOn:dd/MM/yyyy}, sau hôm nay ({Today:dd/MM/yyyy}). Hãy ghi nhận khi quyết định có hiệu lực.",
        $"The decision takes effect on {EffectiveOn:yyyy-MM-dd}, after today ({Today:yyyy-MM-dd}). Record it when it takes effect.");
}

/// <summary>A decision cannot take effect before it was made.</summary>
/// <param name="EffectiveOn">The day on which it is said to take effect.</param>
/// <param name="DecidedOn">The date of the decision.</param>
internal sealed record EffectiveDateIsBeforeDecision(DateOnly EffectiveOn, DateOnly DecidedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày có hiệu lực ({EffectiveOn:dd/MM/yyyy}) sớm hơn ngày ký quyết định ({DecidedOn:dd/MM/yyyy}).",
        $"The effective date ({EffectiveOn:yyyy-MM-dd}) is before the date of the decision ({DecidedOn:yyyy-MM-dd}).");
}

/// <summary>Founding, moving, renaming and ending are decided by a superior committee of the organization.</summary>
/// <param name="Authority">The organization that is said to have decided.</param>
internal sealed record DecisionWasNotMadeBySuperiorCommittee(string Authority) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"\"{Authority}\" không phải là cấp ủy cấp trên của tổ chức này nên không có thẩm quyền quyết định.",
        $"\"{Authority}\" is not a superior committee of this organization, so it cannot make this decision.");
}

/// <summary>An act takes an organization that works.</summary>
/// <param name="Name">The name of the organization.</param>
/// <param name="State">Its state.</param>
internal sealed record OrganizationIsNotActive(string Name, OrganizationState State) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"\"{Name}\" không ở trạng thái đang hoạt động ({StateTexts.Of(State).Vietnamese}).",
        $"\"{Name}\" is not active ({StateTexts.Of(State).English}).");
}

/// <summary>Changes are recorded in the order in which they took effect.</summary>
/// <param name="EffectiveOn">The day on which the change is said to take effect.</param>
/// <param name="NotBefore">The first day that is possible.</param>
internal sealed record EffectiveDateIsBeforeEarlierChange(DateOnly EffectiveOn, DateOnly NotBefore) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày có hiệu lực ({EffectiveOn:dd/MM/yyyy}) sớm hơn thay đổi gần nhất đã ghi nhận; sớm nhất là {NotBefore:dd/MM/yyyy}.",
        $"The effective date ({EffectiveOn:yyyy-MM-dd}) is before the latest recorded change; {NotBefore:yyyy-MM-dd} is the earliest possible.");
}

/// <summary>The user's grants do not reach the organization with this permission.</summary>
/// <param name="Name">The name of the organization.</param>
internal sealed record OrganizationIsOutOfYourReach(string Name) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bạn không được giao quyền thực hiện việc này tại \"{Name}\".",
        $"You have not been given the right to do this at \"{Name}\".");
}
