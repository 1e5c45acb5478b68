using Modular.Kernel.Results;

namespace Modular.Members.Editing;

/// <summary>Corrections take a permission of their own.</summary>
/// <param name="Fields">The fields that would be corrected.</param>
internal sealed record CorrectionTakesAnotherPermission(IReadOnlyList<string> Fields) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RegulatedCorrection;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bạn không được giao quyền điều chỉnh: {string.Join(", ", Fields)}.", $"You have not been given the right to correct: {string.Join(", ", Fields)}.");
}

/// <summary>Corrections take a reason and a document.</summary>
/// <param name="Fields">The fields that would be corrected.</param>
internal sealed record CorrectionNeedsReasonAndDocument(IReadOnlyList<string> Fields) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RegulatedCorrection;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Điều chỉnh {string.Join(", ", Fields)} phải nêu lý do và văn bản làm căn cứ.",
        $"Correcting {string.Join(", ", Fields)} takes a reason and the document on which it rests.");
}
