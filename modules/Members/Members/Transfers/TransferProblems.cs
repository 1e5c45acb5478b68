using Modular.Kernel.Results;

namespace Modular.Members.Transfers;

/// <summary>Applicants and sympathizers, and who has left the Party, are not transferred.</summary>
internal sealed record OnlyMembersAreTransferred : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ chuyển sinh hoạt đảng cho đảng viên chính thức hoặc dự bị.", "Only official and probationary members are transferred.");
}

/// <summary>Nobody is under way to two places.</summary>
internal sealed record TransferIsOpenAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StartingATransfer;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên đang có hồ sơ chuyển sinh hoạt đảng chưa xong.", "A transfer of this member is under way already.");
}

/// <summary>A temporary stay ends before the member is transferred anew.</summary>
internal sealed record MemberIsTemporarilyElsewhere : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.TemporaryTransfer;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên đang sinh hoạt tạm thời nơi khác; hãy ghi nhận kết thúc sinh hoạt tạm thời trước.",
        "The member is temporarily active elsewhere; record the end of that stay first.");
}

/// <summary>Whoever is suspended from Party activities has none to be transferred.</summary>
internal sealed record SuspendedMembersAreNotTransferred : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Suspension;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên đang bị đình chỉ sinh hoạt đảng nên không chuyển sinh hoạt.", "The member is suspended from Party activities and cannot be transferred.");
}

/// <summary>The procedure starts within 60 working days; a later start has its reason.</summary>
/// <param name="WorkingDays">The deadline in working days.</param>
/// <param name="StartBy">The last day.</param>
internal sealed record TransferStartsLate(int WorkingDays, DateOnly StartBy) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StartingATransfer;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đã quá {WorkingDays} ngày làm việc (hạn {StartBy.Vietnamese()}); phải nêu lý do chậm làm thủ tục.",
        $"More than {WorkingDays} working days have passed (the last was {StartBy.English()}); say why the procedure starts late.");
}

/// <summary>A transfer for good rests on a decision or paper on the move.</summary>
internal sealed record TransferNeedsDecision : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.TransferDossier;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Hồ sơ chuyển sinh hoạt phải có quyết định hoặc giấy tờ về việc chuyển đi.", "The dossier needs the decision or paper on the move.");
}

/// <summary>The dossier holds the self-review of the last year.</summary>
/// <param name="Year">The year.</param>
internal sealed record SelfReviewOfTheLastYearIsMissing(int Year) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.TransferDossier;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Hồ sơ phải có bản tự kiểm điểm của năm {Year} hoặc mới hơn.", $"The dossier needs the self-review of {Year} or a later one.");
}

/// <summary>A destination is either an organization of the register or a name.</summary>
internal sealed record DestinationIsGivenOnce : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Nêu nơi đến: hoặc một tổ chức trong hệ thống, hoặc tên tổ chức ngoài hệ thống.",
        "Name the destination: either an organization of the register or the name of one outside of it.");
}

/// <summary>Members go to active cells, or to committees that find them one.</summary>
/// <param name="Name">The organization that was named.</param>
internal sealed record OrganizationTakesNobodyIn(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersBelongToCells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"\"{Name}\" không phải là nơi tiếp nhận được đảng viên chuyển đến.", $"\"{Name}\" is no organization that takes transferred members in.");
}

/// <summary>A member is transferred to another place.</summary>
/// <param name="Name">The organization that was named.</param>
internal sealed record DestinationHoldsTheMemberAlready(string Name) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đảng viên đang sinh hoạt tại \"{Name}\" hoặc chi bộ trực thuộc.", $"The member belongs to \"{Name}\", or to a cell below it, already.");
}

/// <summary>An internal transfer leads to another cell of the same grassroots organization.</summary>
/// <param name="Name">The destination that was named.</param>
internal sealed record InternalTransferStaysInTheGrassrootsOrganization(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIntroduces;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chuyển nội bộ phải đến chi bộ trong cùng tổ chức cơ sở đảng; \"{Name}\" thì không.",
        $"An internal transfer leads to a cell of the same grassroots organization, which \"{Name}\" is not.");
}

/// <summary>Within a grassroots organization the paper is the internal one.</summary>
/// <param name="Name">The destination that was named.</param>
internal sealed record TransferWithinAGrassrootsOrganizationIsInternal(string Name) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIntroduces;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"\"{Name}\" thuộc cùng tổ chức cơ sở đảng; dùng chuyển sinh hoạt nội bộ.",
        $"\"{Name}\" belongs to the same grassroots organization; use an internal transfer.");
}

/// <summary>A temporary stay lasts from 3 months to below a year, for full-time study up to 2 years.</summary>
/// <param name="LeastMonths">The least months.</param>
/// <param name="MostMonths">The most months.</param>
/// <param name="IsStudy">Whether the stay is for study, which may last the most months in full.</param>
internal sealed record TemporaryStayDoesNotFit(int LeastMonths, int MostMonths, bool IsStudy) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.TemporaryTransfer;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chuyển sinh hoạt tạm thời (và chỉ tạm thời) phải có ngày kết thúc, từ {LeastMonths} tháng đến {(IsStudy ? "hết" : "dưới")} {MostMonths} tháng.",
        $"A temporary transfer, and no other, needs its last day: {LeastMonths} months to {(IsStudy ? "" : "below ")}{MostMonths} months.");
}
