using Modular.Kernel.Results;

namespace Modular.Members.Cards.Checks;

/// <summary>The province directs the check of cards; whoever reaches a part of it cannot open or close a round.</summary>
internal sealed record CardCheckRoundsBelongToTheProvince : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardChecks;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đợt kiểm tra thẻ đảng viên do cấp tỉnh mở và kết thúc.", "Rounds of card checks are opened and closed for the whole province.");
}

/// <summary>A round of this number was opened already.</summary>
/// <param name="Ordinal">The number.</param>
internal sealed record CardCheckRoundExists(int Ordinal) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardChecks;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đợt kiểm tra thẻ lần thứ {Ordinal} đã được mở.", $"Card check round {Ordinal} was opened already.");
}

/// <summary>A closed round takes no more findings.</summary>
internal sealed record CardCheckRoundIsClosed : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardChecks;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đợt kiểm tra thẻ đã kết thúc.", "The round of card checks is closed.");
}

/// <summary>A card is looked at after the round's day, and not in the future.</summary>
/// <param name="CheckedOn">The day that was given.</param>
/// <param name="From">The first day that would do.</param>
/// <param name="To">The last day that would do.</param>
internal sealed record CardCheckIsOutsideTheRound(DateOnly CheckedOn, DateOnly From, DateOnly To) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardChecks;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày kiểm tra ({CheckedOn.Vietnamese()}) phải từ {From.Vietnamese()} đến {To.Vietnamese()}.",
        $"The card was checked on {CheckedOn.English()}; the day must be between {From.English()} and {To.English()}.");
}

/// <summary>Why a card was not stamped is said.</summary>
internal sealed record UnstampedCardNeedsARemark : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardChecks;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Phải nêu lý do chưa đóng dấu.", "Say why the card was not stamped.");
}
