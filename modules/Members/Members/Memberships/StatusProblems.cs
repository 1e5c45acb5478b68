using Modular.Kernel.Results;
using Modular.Members.Contracts;

namespace Modular.Members.Memberships;

/// <summary>The regulations know no way from the one status to the other.</summary>
/// <param name="From">The status that stands.</param>
/// <param name="To">The status that was asked for.</param>
internal sealed record StatusMayNotFollow(MembershipStatus From, MembershipStatus To) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Người đang là \"{StatusTexts.Of(From).Vietnamese}\" không thể chuyển sang \"{StatusTexts.Of(To).Vietnamese}\".",
        $"A person who is {StatusTexts.Of(From).English} cannot become {StatusTexts.Of(To).English} directly.");
}

/// <summary>Probationary members are removed from the list, not expelled.</summary>
internal sealed record ProbationaryMembersAreNotExpelled : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.ProbationersAreNotExpelled;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không khai trừ đảng viên dự bị; đảng viên dự bị không đủ tư cách thì xóa tên.",
        "A probationary member is not expelled; who is not qualified is removed from the list.");
}

/// <summary>The step takes a decision with its number and date.</summary>
/// <param name="From">The status that stands.</param>
/// <param name="To">The status that was asked for.</param>
internal sealed record StatusChangeNeedsDecision(MembershipStatus From, MembershipStatus To) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => StatusTransitions.Find(From, To)?.Rule ?? Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chuyển từ \"{StatusTexts.Of(From).Vietnamese}\" sang \"{StatusTexts.Of(To).Vietnamese}\" phải có số và ngày quyết định.",
        $"The step from {StatusTexts.Of(From).English} to {StatusTexts.Of(To).English} takes the number and date of a decision.");
}

/// <summary>Facts are recorded in the order in which they happened.</summary>
/// <param name="EffectiveOn">The day that was given.</param>
/// <param name="NotBefore">The first day that is possible.</param>
internal sealed record EffectiveDateIsBeforeEarlierFact(DateOnly EffectiveOn, DateOnly NotBefore) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày có hiệu lực ({EffectiveOn.Vietnamese()}) không sau dữ kiện gần nhất đã ghi; sớm nhất là {NotBefore.Vietnamese()}.",
        $"The effective date ({EffectiveOn.English()}) is not after the latest recorded fact; {NotBefore.English()} is the earliest possible.");
}

/// <summary>Who is restored gets back the status that was taken.</summary>
/// <param name="Previous">The status before the removal.</param>
internal sealed record RestorationGivesBackThePreviousStatus(MembershipStatus Previous) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Restoration;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Khôi phục quyền đảng viên là trở lại tình trạng trước khi bị đưa ra khỏi Đảng: {StatusTexts.Of(Previous).Vietnamese}.",
        $"Restoration gives back the status before the removal: {StatusTexts.Of(Previous).English}.");
}

/// <summary>Whoever is introduced to the province again comes back with the status in which they left.</summary>
/// <param name="Previous">That status.</param>
internal sealed record WhoComesBackStandsAsBefore(MembershipStatus Previous) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StartingATransfer;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Người chuyển sinh hoạt trở lại giữ tình trạng khi chuyển đi: {StatusTexts.Of(Previous).Vietnamese}; sau đó ghi nhận thay đổi nếu có.",
        $"Whoever is transferred back has the status in which they left: {StatusTexts.Of(Previous).English}; record what changed since afterwards.");
}

/// <summary>Nobody is admitted a third time.</summary>
internal sealed record ReadmissionIsAllowedOnlyOnce : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Readmission;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Chỉ xem xét kết nạp lại một lần.", "A person is admitted again only once.");
}

/// <summary>Re-admission takes a time outside of the Party.</summary>
/// <param name="Months">How many months must pass.</param>
/// <param name="NotBefore">The first day on which the person may apply.</param>
internal sealed record ReadmissionIsTooEarly(int Months, DateOnly NotBefore) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Readmission;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Phải đủ {Months} tháng từ khi ra khỏi Đảng mới được xem xét kết nạp lại: từ {NotBefore.Vietnamese()}.",
        $"{Months} months must pass after leaving before a person applies again: from {NotBefore.English()}.");
}
