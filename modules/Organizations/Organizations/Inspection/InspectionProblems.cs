using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Inspection;

/// <summary>Inspection committees exist from the grassroots committee up.</summary>
/// <param name="Kind">The kind's code.</param>
internal sealed record KindHasNoInspectionCommittee(string Kind) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ủy ban kiểm tra được lập từ đảng ủy cơ sở trở lên; loại hình \"{Kind}\" không có.",
        $"Inspection committees exist from the grassroots committee up; the kind \"{Kind}\" has none.");
}

/// <summary>A committee elects one inspection committee for its term.</summary>
internal sealed record TermHasAnInspectionCommittee : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Nhiệm kỳ này đã có ủy ban kiểm tra.", "This term has an inspection committee already.");
}

/// <summary>An inspection committee has members.</summary>
/// <param name="Most">The largest size that makes sense.</param>
internal sealed record InspectionCommitteeNeedsMembers(int Most) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Số lượng ủy viên ủy ban kiểm tra từ 1 đến {Most}.", $"An inspection committee has between 1 and {Most} members.");
}

/// <summary>The superior appoints the inspection committees of organizations that are new, merged or split; elsewhere the committee elects it.</summary>
internal sealed record InspectionCommitteeIsElectedHere : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ tổ chức mới thành lập, sáp nhập, chia tách mới được chỉ định ủy ban kiểm tra; nơi khác do cấp ủy bầu.",
        "Only in organizations that are new, merged or split is the inspection committee appointed; elsewhere the committee elects it.");
}

/// <summary>Whoever is appointed is so by a decision of the superior's standing committee.</summary>
internal sealed record InspectionAppointmentTakesADecision : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ định ủy ban kiểm tra phải có quyết định của ban thường vụ cấp ủy cấp trên.", "An appointment takes a decision of the superior's standing committee.");
}

/// <summary>The chair is one of the members of the committee.</summary>
internal sealed record ChairIsAMemberOfTheCommittee : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chủ nhiệm ủy ban kiểm tra phải là cấp ủy viên cùng cấp.", "The chair of the inspection committee is one of the members of the committee.");
}

/// <summary>There is one chair.</summary>
internal sealed record InspectionCommitteeHasAChair : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Ủy ban kiểm tra đã có chủ nhiệm.", "The inspection committee has a chair already.");
}

/// <summary>The inspection committee has all its members.</summary>
/// <param name="Size">Its size.</param>
internal sealed record InspectionCommitteeIsFull(int Size) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Ủy ban kiểm tra đã đủ {Size} người.", $"The inspection committee has its {Size} members already.");
}

/// <summary>A member holds one post in an inspection committee.</summary>
/// <param name="Post">The post that the member holds.</param>
internal sealed record MemberIsInTheInspectionCommittee(InspectionPostKind Post) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đảng viên này đang tham gia ủy ban kiểm tra.", "The member holds a post in the inspection committee already.");
}

/// <summary>A post is held within the time of the inspection committee.</summary>
/// <param name="From">The first day that was entered.</param>
/// <param name="FormedOn">The day from which the inspection committee works.</param>
/// <param name="TermTo">The last day of the committee's term; null where it has none.</param>
internal sealed record InspectionPostIsOutsideItsTerm(DateOnly From, DateOnly FormedOn, DateOnly? TermTo) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.InspectionCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {From:dd/MM/yyyy} không thuộc thời gian hoạt động của ủy ban kiểm tra (từ {FormedOn:dd/MM/yyyy}{(TermTo is { } vietnamese ? $" đến {vietnamese:dd/MM/yyyy}" : "")}).",
        $"{From:yyyy-MM-dd} is outside the time of the inspection committee (from {FormedOn:yyyy-MM-dd}{(TermTo is { } english ? $" to {english:yyyy-MM-dd}" : "")}).");
}
