using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>The user does not write, or take note, for the committee that does.</summary>
internal sealed record NoticeIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không có quyền gửi hoặc tiếp nhận thông báo thay cho cấp ủy này.", "You may not write or take note for this committee.");
}

/// <summary>What the register knows is told by itself when it is recorded there.</summary>
/// <param name="Kind">The kind.</param>
internal sealed record NoticeOfTheKindIsToldByItself(NoticeKind Kind) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WorkplaceTells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Thông báo \"{Kind.Name().Vietnamese}\" được hệ thống tự gửi khi việc đó được ghi nhận.", $"A notice of this kind ({Kind.Name().English}) is sent by itself when it is recorded.");
}

/// <summary>A message says to which committee it goes; every other kind goes in one direction.</summary>
internal sealed record NoticeSaysItsDirection : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Trao đổi phải nêu gửi tới nơi công tác hay nơi cư trú; các loại thông báo khác chỉ có một chiều.",
        "A message names the committee to which it goes; every other kind goes in one direction.");
}

/// <summary>There is a residence to write to, or to write from, once the letter is out and until the introduction is over.</summary>
internal sealed record NobodyKeepsContactByThisIntroduction : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WorkplaceTells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên chưa được giới thiệu, hoặc việc giới thiệu đã kết thúc.", "The member is not introduced yet, or the introduction is over.");
}

/// <summary>The step does not follow the state in which the notice is.</summary>
/// <param name="From">The state.</param>
/// <param name="To">The state that was asked for.</param>
internal sealed record NoticeStepDoesNotFollow(NoticeState From, NoticeState To) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WorkplaceTells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Thông báo \"{From.Name().Vietnamese}\" không thể chuyển sang \"{To.Name().Vietnamese}\".",
        $"A notice that is {From.Name().English} cannot be {To.Name().English}.");
}

/// <summary>Only proposals are answered; of other notices one takes note.</summary>
internal sealed record OnlyProposalsAreAnswered : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Proposals;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ đề nghị biểu dương hoặc xử lý mới được trả lời.", "Only a proposal to praise or to handle a member is answered.");
}
