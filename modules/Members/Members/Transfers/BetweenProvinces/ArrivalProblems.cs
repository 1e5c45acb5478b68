using Modular.Kernel.Results;

namespace Modular.Members.Transfers.BetweenProvinces;

/// <summary>The paper from another province awaits nobody any more.</summary>
/// <param name="State">What became of it.</param>
internal sealed record ArrivalIsSettled(ArrivalState State) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIntroduces;

    /// <inheritdoc />
    protected override LocalizedText Text => State switch
    {
        ArrivalState.Accepted => new LocalizedText("Đảng viên đã được tiếp nhận.", "The member has been taken in already."),
        ArrivalState.Returned => new LocalizedText("Giấy giới thiệu đã được trả lại.", "The paper was sent back."),
        _ => new LocalizedText("Nơi đi đã rút giấy giới thiệu.", "The sending province took the paper back."),
    };
}

/// <summary>A committee directs papers downwards; whoever stands above both sides may direct them across.</summary>
/// <param name="Name">The organization that was named.</param>
internal sealed record ReceiverIsOutOfYourReach(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIntroduces;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bạn không được giao quyền giới thiệu đến \"{Name}\".", $"You may not direct papers to \"{Name}\".");
}

/// <summary>The province that was named takes no papers from this deployment, or members go there in another way.</summary>
internal sealed record ProvinceTakesNoPapers : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIntroduces;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ gửi được giấy giới thiệu chính thức đến tỉnh khác đang dùng phân hệ đảng viên trên hệ thống này; trường hợp khác hãy ghi tên nơi đến.",
        "Only papers of official transfers go to another province that uses the register of members here; otherwise name the destination.");
}

/// <summary>The province to which the paper was sent answers it, nobody else.</summary>
/// <param name="Name">To whom it was sent.</param>
internal sealed record ReceivingProvinceAnswers(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIntroduces;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Giấy giới thiệu đã gửi đến \"{Name}\" trên hệ thống; nơi đó tiếp nhận hoặc trả lại.",
        $"The paper was sent to \"{Name}\" through the system; it is accepted or returned there.");
}

/// <summary>The other province took the member in meanwhile.</summary>
internal sealed record MemberIsTakenInElsewhere : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIntroduces;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tỉnh nơi đến vừa tiếp nhận đảng viên này.", "The other province has just taken this member in.");
}

/// <summary>What the paper says stays true while it is on its way: the origin takes it back first.</summary>
internal sealed record MemberIsOnTheWayToAnotherProvince : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.IntroductionPaper;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Giấy giới thiệu của đảng viên đang gửi sang tỉnh khác; hãy rút lại giấy trước khi thay đổi đảng tịch.",
        "The member's paper is on its way to another province; take it back before the status changes.");
}

/// <summary>No box of the paper awaits a committee: it is directed further down first, or the cell takes the member in.</summary>
internal sealed record NoCommitteeIsToSign : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.IntroductionPaper;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Giấy giới thiệu không có ô nào chờ cấp ủy ký: hãy giới thiệu tiếp đến cấp ủy, chi bộ nơi đến, hoặc chi bộ tiếp nhận đảng viên.",
        "No box of the paper awaits a committee: direct it to the committee or cell that is to take the member in, or let the cell take the member in.");
}

/// <summary>Committees between where the paper lies and the cell sign it on its way down.</summary>
/// <param name="Name">The first of them.</param>
internal sealed record CommitteesOnTheWaySignFirst(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.IntroductionPaper;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Trước khi chi bộ tiếp nhận, giấy giới thiệu phải qua \"{Name}\" ký; hãy giới thiệu giấy đến chi bộ để các cấp ủy ký tiếp.",
        $"\"{Name}\" signs the paper before the cell takes the member in; direct it to the cell, so that the committees on the way can sign.");
}
