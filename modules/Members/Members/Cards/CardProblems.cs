using Modular.Kernel.Results;

namespace Modular.Members.Cards;

/// <summary>A card number has 8 digits.</summary>
internal sealed record CardNumberMustHaveEightDigits : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Số thẻ đảng viên phải gồm đúng 8 chữ số.", "A card number must have exactly 8 digits.");
}

/// <summary>A CV number has 6 digits and the letters of the provincial committee.</summary>
internal sealed record CvNumberMustBeSixDigitsAndLetters : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Số lý lịch đảng viên phải gồm 6 chữ số và 2 hoặc 3 chữ cái (ký hiệu của tỉnh ủy).",
        "A CV number must be 6 digits and 2 or 3 letters (the mark of the provincial committee).");
}

/// <summary>Another member bears or bore the card number.</summary>
/// <param name="Number">The number.</param>
internal sealed record CardNumberIsTaken(string Number) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Số thẻ {Number} đã cấp cho đảng viên khác.", $"The card number {Number} was given to another member.");
}

/// <summary>Another member bears or bore the CV number.</summary>
/// <param name="Number">The number.</param>
internal sealed record CvNumberIsTaken(string Number) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Số lý lịch {Number} đã cấp cho đảng viên khác.", $"The CV number {Number} was given to another member.");
}

/// <summary>Cards are for official members.</summary>
internal sealed record OnlyOfficialMembersReceiveCards : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardsForOfficialMembers;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ phát thẻ đảng viên cho đảng viên chính thức.", "Party cards are issued to official members only.");
}

/// <summary>CV numbers are for members.</summary>
internal sealed record OnlyMembersBearCvNumbers : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CvNumber;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ đảng viên mới có số lý lịch đảng viên.", "Only members bear a CV number.");
}

/// <summary>A card cannot be issued before its bearer became official.</summary>
/// <param name="IssuedOn">The day that was given.</param>
/// <param name="OfficialOn">The official date.</param>
internal sealed record CardIsIssuedBeforeOfficialDate(DateOnly IssuedOn, DateOnly OfficialOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardsForOfficialMembers;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày phát thẻ ({IssuedOn.Vietnamese()}) sớm hơn ngày chính thức ({OfficialOn.Vietnamese()}).",
        $"The card is issued ({IssuedOn.English()}) before the official date ({OfficialOn.English()}).");
}

/// <summary>Who has a card receives another one by exchange or re-issue.</summary>
internal sealed record FirstCardIsIssuedOnce : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardsForOfficialMembers;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên đang có thẻ; hãy chọn cấp lại hoặc đổi thẻ.", "The member has a card; choose re-issue or exchange.");
}

/// <summary>Re-issue and exchange replace a card.</summary>
internal sealed record ThereIsNoCardToReplace : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CardsForOfficialMembers;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên chưa có thẻ để cấp lại hoặc đổi; hãy chọn phát thẻ lần đầu.", "The member has no card to replace; choose a first issue.");
}
