using Modular.Kernel.Results;

namespace Modular.Members.Exemptions;

/// <summary>A request waits already.</summary>
internal sealed record ExemptionIsAskedForAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Exemption;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đã có đề nghị miễn đang chờ chi bộ quyết định.", "A request waits for the cell's decision already.");
}

/// <summary>The request was decided, or reported, or is not granted.</summary>
internal sealed record RequestStandsElsewhere : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Exemption;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đề nghị này không ở bước đó (đã quyết định, đã báo cáo hoặc không được đồng ý).", "The request does not stand there: it was decided or reported already, or refused.");
}

/// <summary>The cell decides after it was asked.</summary>
/// <param name="DecidedOn">The day of the resolution.</param>
/// <param name="RequestedOn">The day of the request.</param>
internal sealed record DecisionIsBeforeTheRequest(DateOnly DecidedOn, DateOnly RequestedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Exemption;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Nghị quyết của chi bộ ({DecidedOn.Vietnamese()}) sớm hơn ngày đề nghị ({RequestedOn.Vietnamese()}).",
        $"The cell decided ({DecidedOn.English()}) before it was asked ({RequestedOn.English()}).");
}

/// <summary>Only the old and weak are exempted without an end.</summary>
internal sealed record OtherExemptionsHaveAnEnd : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OtherExemptions;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Miễn vì lý do khác (không phải tuổi cao, sức yếu) phải có thời hạn.", "An exemption for another reason than age or weakness has a last day.");
}
