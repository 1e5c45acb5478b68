using Modular.Kernel.Results;

namespace Modular.Organizations.Moving;

/// <summary>An organization cannot be its own superior, not even at a distance.</summary>
/// <param name="Name">The name of the organization.</param>
/// <param name="NewParentName">The name of the organization under which it was to be put.</param>
internal sealed record OrganizationCannotMoveBelowItself(string Name, string NewParentName) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không thể chuyển \"{Name}\" về trực thuộc \"{NewParentName}\" vì đó chính là tổ chức này hoặc là tổ chức cấp dưới của nó.",
        $"\"{Name}\" cannot be moved below \"{NewParentName}\", which is the organization itself or lies below it.");
}

/// <summary>The organization is where it is to be moved.</summary>
/// <param name="ParentName">The name of the parent.</param>
internal sealed record OrganizationIsAlreadyThere(string ParentName) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tổ chức này đang trực thuộc \"{ParentName}\".",
        $"The organization already stands below \"{ParentName}\".");
}

/// <summary>The root of a province has no parent and gets none.</summary>
internal sealed record RootCannotBeMoved : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.KindsByEra;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng bộ cấp tỉnh là gốc của hệ thống tổ chức trong tỉnh nên không thể chuyển.",
        "The provincial organization is the root of the province's tree and cannot be moved.");
}
