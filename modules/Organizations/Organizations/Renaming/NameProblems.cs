using Modular.Kernel.Results;

namespace Modular.Organizations.Renaming;

/// <summary>Two active organizations directly below one parent must be told apart by name.</summary>
/// <param name="Name">The name.</param>
internal sealed record NameIsTakenBelowTheSameParent(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidedBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đã có tổ chức đang hoạt động tên \"{Name}\" trực thuộc cùng một cấp trên.",
        $"An active organization named \"{Name}\" already stands below the same parent.");
}

/// <summary>The new name is the one that the organization bears.</summary>
/// <param name="Name">The name.</param>
internal sealed record NameIsTheSame(string Name) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tên mới trùng với tên hiện tại \"{Name}\".",
        $"The new name is the same as the present one, \"{Name}\".");
}
