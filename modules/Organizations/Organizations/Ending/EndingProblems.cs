using Modular.Kernel.Results;

namespace Modular.Organizations.Ending;

/// <summary>An organization ends after those below it: they are ended or moved first.</summary>
/// <param name="Count">How many organizations are still there.</param>
internal sealed record OrganizationsBelowAreStillThere(int Count) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersAreMovedFirst;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Còn {Count} tổ chức trực thuộc; hãy chuyển hoặc kết thúc các tổ chức đó trước.",
        $"{Count} organizations still stand below it; move or end them first.");
}

/// <summary>Something is still in the organization: its members are moved by list before it ends.</summary>
/// <param name="What">What is still there, as a plural noun.</param>
/// <param name="Count">How many.</param>
internal sealed record OrganizationIsNotEmpty(LocalizedText What, int Count) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersAreMovedFirst;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Trong tổ chức còn {Count} {What.Vietnamese}; phải chuyển đi trước khi kết thúc tổ chức.",
        $"{Count} {What.English} are still in the organization; they must be moved before it ends.");
}
