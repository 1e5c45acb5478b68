using Modular.Kernel.Results;

namespace Modular.Members.Proposals;

/// <summary>The slip or request was decided on, or withdrawn, before.</summary>
internal sealed record ProposalIsDecided : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RegulatedCorrection;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Phiếu, đề nghị này đã được xử lý hoặc đã rút.", "This slip or request has been decided on or withdrawn.");
}

/// <summary>What is proposed stands in the record already.</summary>
internal sealed record NothingWouldChange : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RegulatedCorrection;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Nội dung đề nghị không khác với hồ sơ hiện có.", "What is proposed does not differ from what the record says.");
}

/// <summary>Who sends back or refuses says why.</summary>
internal sealed record ReturningNeedsAGround : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RegulatedCorrection;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Trả lại hoặc không chấp nhận phải nêu lý do.", "Sending back or refusing takes a ground.");
}
