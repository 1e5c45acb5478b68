using Modular.Kernel.Results;

namespace Modular.Members.Badges;

/// <summary>The province decides on badges, so rounds are opened and decided by whoever acts for all of it.</summary>
internal sealed record BadgeRoundsBelongToTheProvince : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tặng Huy hiệu Đảng thuộc thẩm quyền cấp tỉnh; quyền của bạn chỉ ở một phần của tỉnh.",
        "The province decides on Party badges; your rights reach a part of it only.");
}

/// <summary>There is one round for an award day.</summary>
/// <param name="AwardDay">The day.</param>
internal sealed record AwardDayHasARound(DateOnly AwardDay) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đã có đợt tặng Huy hiệu Đảng ngày {AwardDay.Vietnamese()}.", $"There is a round of badges for {AwardDay.English()} already.");
}

/// <summary>The round was decided, so that nothing is proposed in it or checked any more.</summary>
internal sealed record BadgeRoundIsDecided : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đợt tặng Huy hiệu Đảng này đã có quyết định.", "The round of badges has been decided.");
}

/// <summary>Each proposal is checked before the province decides.</summary>
/// <param name="Count">How many are not.</param>
internal sealed record ProposalsAreNotChecked(int Count) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Còn {Count} đề nghị chưa thẩm định.", $"{Count} proposals have not been checked yet.");
}

/// <summary>No proposal of the round is there to be decided.</summary>
internal sealed record RoundHasNoCheckedProposal : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đợt này chưa có đề nghị nào đủ điều kiện.", "No proposal of the round was found right.");
}

/// <summary>The proposal is not at the stage on which this is done.</summary>
/// <param name="State">Where it stands.</param>
internal sealed record ProposalStandsElsewhere(BadgeProposalState State) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đề nghị này đang ở bước khác ({BadgeTexts.Of(State).Vietnamese}).", $"The proposal stands elsewhere ({BadgeTexts.Of(State).English}).");
}

/// <summary>Party age counts for official members.</summary>
internal sealed record MemberHasNoPartyAge : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PartyAge;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ xét Huy hiệu Đảng cho đảng viên chính thức đã có ngày tính tuổi đảng.",
        "Badges are for official members from whose record Party age counts.");
}

/// <summary>There is no badge of so many years.</summary>
/// <param name="Years">The years.</param>
internal sealed record ThereIsNoSuchBadge(int Years) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeSteps;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không có Huy hiệu {Years} năm tuổi Đảng.", $"There is no badge of {Years} years of Party age.");
}

/// <summary>The step is not reached by the award day.</summary>
/// <param name="Years">The step; the first one where none was named.</param>
/// <param name="ReachedOn">The day on which it is.</param>
internal sealed record BadgeStepIsNotReached(int Years, DateOnly ReachedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeSteps;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đến ngày trao tặng chưa đủ {Years} năm tuổi Đảng; đủ vào {ReachedOn.Vietnamese()}.",
        $"{Years} years of Party age are not reached by the award day, but on {ReachedOn.English()}.");
}

/// <summary>An early award, or one after death, is only so many months before the step.</summary>
/// <param name="Years">The step.</param>
/// <param name="Months">The months.</param>
/// <param name="NotBefore">The first day from which it is possible.</param>
internal sealed record BadgeIsTooEarly(int Years, int Months, DateOnly NotBefore) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.EarlyBadges;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Huy hiệu {Years} năm chỉ được xét sớm hoặc truy tặng trước tối đa {Months} tháng: từ {NotBefore.Vietnamese()}.",
        $"The badge of {Years} years is given at most {Months} months early or after death: from {NotBefore.English()}.");
}

/// <summary>Awards after death are for the dead, all others for the living.</summary>
internal sealed record AwardDoesNotFitTheMember : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.EarlyBadges;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ truy tặng cho đảng viên đã từ trần, và chỉ tặng, tặng sớm cho đảng viên đang sinh hoạt.",
        "Badges are awarded after death to members who have died, and otherwise to those who have not.");
}

/// <summary>An early award rests on grave illness.</summary>
internal sealed record EarlyAwardNeedsItsReason : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.EarlyBadges;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Xét tặng sớm phải nêu lý do (bệnh nặng).", "An early award takes its reason: the grave illness.");
}

/// <summary>A badge of a step is awarded once.</summary>
/// <param name="Years">The step.</param>
internal sealed record BadgeWasAwardedAlready(int Years) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeSteps;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đảng viên đã được tặng Huy hiệu {Years} năm tuổi Đảng.", $"The member was awarded the badge of {Years} years already.");
}

/// <summary>A member is proposed for a step once.</summary>
/// <param name="Years">The step; 0 where another request was faster.</param>
internal sealed record BadgeIsProposedAlready(int Years) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên đã được đề nghị tặng Huy hiệu này.", "The member has been proposed for this badge already.");
}

/// <summary>A badge is handed over after the decision.</summary>
/// <param name="AwardedOn">The day that was given.</param>
/// <param name="DecidedOn">The day of the decision.</param>
internal sealed record BadgeIsAwardedBeforeItsDecision(DateOnly AwardedOn, DateOnly DecidedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày trao tặng ({AwardedOn.Vietnamese()}) sớm hơn ngày quyết định ({DecidedOn.Vietnamese()}).",
        $"The badge is awarded ({AwardedOn.English()}) before the decision ({DecidedOn.English()}).");
}

/// <summary>The member holds no such badge.</summary>
internal sealed record BadgeIsNotHeld : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên không giữ Huy hiệu này.", "The member does not hold this badge.");
}

/// <summary>Badges are returned by those who were expelled or removed; the family of the dead keeps them.</summary>
internal sealed record OnlyThoseWhoWereRemovedReturnBadges : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.BadgeRounds;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ người bị khai trừ, xóa tên, cho ra khỏi Đảng nộp lại Huy hiệu; gia đình đảng viên từ trần được giữ Huy hiệu.",
        "Badges are returned by those who were expelled, removed or left; the family of a member who died keeps them.");
}
