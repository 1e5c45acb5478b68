using Modular.Kernel.Results;

namespace Modular.Members.Transfers;

/// <summary>The transfer has not come so far, or is over.</summary>
/// <param name="State">How far it has come.</param>
internal sealed record TransferIsNotUnderWay(TransferState State) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIntroduces;

    /// <inheritdoc />
    protected override LocalizedText Text => State switch
    {
        TransferState.Requested => new LocalizedText("Giấy giới thiệu chưa ký xong bên giới thiệu.", "The introducing side has not completed the paper yet."),
        TransferState.Accepted => new LocalizedText("Đảng viên đã được tiếp nhận.", "The member has been taken in already."),
        _ => new LocalizedText("Hồ sơ chuyển sinh hoạt này không còn hoặc chưa ở bước này.", "This transfer is not, or no longer, at this step."),
    };
}

/// <summary>The boxes of a paper are signed in their order.</summary>
/// <param name="Name">The organization whose turn it is.</param>
internal sealed record AnotherOrganizationSignsNow(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.IntroductionPaper;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đến lượt \"{Name}\" ký; bạn không được giao quyền thực hiện việc này tại đó hoặc bước này chưa tới.",
        $"It is the turn of \"{Name}\" to sign; you may not do it there, or this step has not come yet.");
}

/// <summary>The last box is signed by taking the member in.</summary>
internal sealed record ReceivingCellAcceptsNow : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.IntroductionPaper;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Các ô đã ký xong; chi bộ nơi đến tiếp nhận đảng viên.", "All boxes before it are signed; the receiving cell takes the member in now.");
}

/// <summary>Dues of the month of introduction are collected before the paper is completed.</summary>
/// <param name="Month">The month.</param>
/// <param name="Year">Its year.</param>
internal sealed record DuesOfTheMonthAreNotPaid(int Month, int Year) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.IntroductionPaper;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Phải thu đảng phí đến hết tháng {Month:00}/{Year} và ghi trên giấy giới thiệu.",
        $"Dues must be paid through {Year}-{Month:00}, and the paper must say so.");
}

/// <summary>A committee finds the cell that takes the member in.</summary>
internal sealed record ReceivingCellMustBeNamed : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersBelongToCells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Nêu chi bộ tiếp nhận: giấy giới thiệu chỉ ghi cấp ủy nơi đến.", "Name the receiving cell: the paper names a committee.");
}

/// <summary>The receiving cell is the destination, or stands below it.</summary>
/// <param name="Name">The destination.</param>
internal sealed record CellIsNotBelowTheDestination(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.IntroductionPaper;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chi bộ tiếp nhận không thuộc nơi đến \"{Name}\" ghi trên giấy giới thiệu.",
        $"The receiving cell does not belong to \"{Name}\", to which the paper introduces.");
}

/// <summary>The member has left the cell that introduced them.</summary>
internal sealed record MemberDoesNotStandAtTheOrigin : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên không còn trong danh sách chi bộ đã giới thiệu; giấy giới thiệu không còn giá trị.",
        "The member no longer stands on the list of the cell that introduced them; the paper is void.");
}

/// <summary>The paper is presented within 30 working days; whoever is later reports the reasons.</summary>
/// <param name="PresentBy">The last day.</param>
internal sealed record PaperIsPresentedLate(DateOnly PresentBy) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PresentingThePaper;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Giấy giới thiệu nộp sau hạn {PresentBy.Vietnamese()}; phải nêu lý do cụ thể.",
        $"The paper is presented after {PresentBy.English()}; the reasons must be given.");
}

/// <summary>What is not presented is reported after 3 months.</summary>
/// <param name="Months">After how many months.</param>
/// <param name="After">The day after which it may be reported.</param>
internal sealed record TransferIsNotOverdueYet(int Months, DateOnly After) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PapersNotPresented;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chưa quá {Months} tháng kể từ ngày giới thiệu (sau {After.Vietnamese()}).",
        $"{Months} months have not passed since the introduction (after {After.English()}).");
}

/// <summary>Only a temporary stay that goes on can be ended or extended.</summary>
internal sealed record TransferIsNoTemporaryStay : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.TemporaryTransfer;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đây không phải là sinh hoạt tạm thời đang diễn ra.", "This is no temporary stay that goes on.");
}

/// <summary>A dossier on the portal is that of the member who sent it.</summary>
internal sealed record PortalDossierIsOfOneMember : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PortalDossier;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mã hồ sơ trên Cổng Dịch vụ công quốc gia là của một đảng viên; hãy lập yêu cầu riêng cho đảng viên đó.",
        "A dossier on the National Public Service Portal is one member's; ask for that member alone.");
}

/// <summary>A dossier on the portal leads to one transfer.</summary>
/// <param name="Reference">Its number.</param>
internal sealed record PortalDossierIsTakenAlready(string Reference) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.PortalDossier;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Hồ sơ \"{Reference}\" trên Cổng Dịch vụ công quốc gia đã được tiếp nhận cho một lần chuyển sinh hoạt khác.",
        $"The dossier \"{Reference}\" of the National Public Service Portal belongs to another transfer already.");
}
