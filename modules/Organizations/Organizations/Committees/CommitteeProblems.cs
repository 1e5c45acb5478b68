using Modular.Kernel.Results;
using Modular.Organizations.Contracts;

namespace Modular.Organizations.Committees;

/// <summary>Organizations of this kind have no committee.</summary>
/// <param name="Kind">The kind's code.</param>
internal sealed record KindHasNoCommittee(string Kind) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Loại hình \"{Kind}\" không có cấp ủy.",
        $"Organizations of the kind \"{Kind}\" have no committee.");
}

/// <summary>A cell elects a committee from a number of official members on; below it, a secretary and if needed a deputy.</summary>
/// <param name="OfficialMembers">How many official members it has.</param>
/// <param name="Needed">How many it needs.</param>
internal sealed record CellIsTooSmallForACommittee(int OfficialMembers, int Needed) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chi bộ có {OfficialMembers} đảng viên chính thức, chưa đủ {Needed} để bầu chi ủy; chỉ bầu bí thư và, nếu cần, một phó bí thư.",
        $"The cell has {OfficialMembers} official members, fewer than the {Needed} for a cell committee; it elects a secretary and, if needed, one deputy.");
}

/// <summary>A cell committee has a largest size.</summary>
/// <param name="Size">The size that was wanted.</param>
/// <param name="Maximum">The largest size.</param>
internal sealed record CellCommitteeIsTooLarge(int Size, int Maximum) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chi ủy có nhiều nhất {Maximum} người; đã nhập {Size}.",
        $"A cell committee has at most {Maximum} members; {Size} were entered.");
}

/// <summary>Whoever is not elected is appointed by the superior committee, and that takes its decision.</summary>
/// <param name="IsAboutTheCommittee">Whether the committee as a whole is appointed (ORG-11), and not one of its posts (ORG-08).</param>
internal sealed record AppointmentTakesADecision(bool IsAboutTheCommittee) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => IsAboutTheCommittee ? Rules.AppointedCommittee : Rules.AppointmentBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => IsAboutTheCommittee
        ? new LocalizedText("Cấp ủy được chỉ định phải có quyết định của cấp ủy cấp trên.", "An appointed committee takes a decision of the superior committee.")
        : new LocalizedText("Chức vụ được chỉ định phải có quyết định của cấp ủy cấp trên.", "A post that is not elected takes a decision of the superior committee.");
}

/// <summary>Three ballots are held at most; then the superior appoints.</summary>
/// <param name="Most">How many ballots are held at most.</param>
internal sealed record AfterThreeBallotsTheSuperiorAppoints(int Most) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.AppointmentBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Bầu từ một đến {Most} lần; không có kết quả thì cấp ủy cấp trên trực tiếp chỉ định.",
        $"One to {Most} ballots are held; where they give no result the directly superior committee appoints.");
}

/// <summary>The committee was approved or appointed before.</summary>
internal sealed record CommitteeIsApprovedAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.ApprovalBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Cấp ủy này đã được chuẩn y hoặc chỉ định.", "This committee was approved or appointed already.");
}

/// <summary>Approval follows the election.</summary>
/// <param name="DecidedOn">The date of the approval.</param>
/// <param name="ElectedOn">The day of the election.</param>
internal sealed record ApprovalIsBeforeTheElection(DateOnly DecidedOn, DateOnly ElectedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.ApprovalBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Quyết định chuẩn y ({DecidedOn:dd/MM/yyyy}) sớm hơn ngày bầu cử ({ElectedOn:dd/MM/yyyy}).",
        $"The approval ({DecidedOn:yyyy-MM-dd}) is before the election ({ElectedOn:yyyy-MM-dd}).");
}

/// <summary>Cells and small committees have no standing committee.</summary>
/// <param name="CommitteeSize">How many members the committee has.</param>
/// <param name="Needed">How many it needs.</param>
internal sealed record CommitteeIsTooSmallForAStandingCommittee(int CommitteeSize, int Needed) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StandingCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Cấp ủy có {CommitteeSize} người, chưa đủ {Needed} để bầu ban thường vụ; chỉ bầu bí thư, phó bí thư.",
        $"The committee has {CommitteeSize} members, fewer than the {Needed} for a standing committee; it elects secretary and deputies only.");
}

/// <summary>The standing committee is a fraction of the committee.</summary>
/// <param name="StandingSize">The size that was wanted.</param>
/// <param name="Maximum">The largest size.</param>
internal sealed record StandingCommitteeIsTooLarge(int StandingSize, int Maximum) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StandingCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ban thường vụ không được quá {Maximum} người; đã nhập {StandingSize}.",
        $"The standing committee has at most {Maximum} members; {StandingSize} were entered.");
}

/// <summary>A term has a length, with a tolerance.</summary>
/// <param name="Months">The regular length in months.</param>
/// <param name="LatestEnd">The latest end that is possible.</param>
internal sealed record TermIsTooLong(int Months, DateOnly LatestEnd) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CommitteeTerm;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Nhiệm kỳ là {Months} tháng; muộn nhất đến {LatestEnd:dd/MM/yyyy}.",
        $"A term has {Months} months; it ends on {LatestEnd:yyyy-MM-dd} at the latest.");
}

/// <summary>A period ends after it begins.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The end that was entered.</param>
internal sealed record EndIsNotAfterBeginning(DateOnly From, DateOnly To) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày kết thúc ({To:dd/MM/yyyy}) phải sau ngày bắt đầu ({From:dd/MM/yyyy}).",
        $"The end ({To:yyyy-MM-dd}) must be after the beginning ({From:yyyy-MM-dd}).");
}

/// <summary>The organization used this number for a term before.</summary>
/// <param name="Number">The number.</param>
internal sealed record TermNumberIsTaken(string Number) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CommitteeTerm;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Tổ chức này đã có nhiệm kỳ \"{Number}\".",
        $"The organization already has a term \"{Number}\".");
}

/// <summary>A post begins within its term.</summary>
/// <param name="From">The first day of the post.</param>
/// <param name="TermFrom">The first day of the term.</param>
/// <param name="TermTo">The last day of the term, or null.</param>
internal sealed record PostIsOutsideItsTerm(DateOnly From, DateOnly TermFrom, DateOnly? TermTo) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CommitteeTerm;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {From:dd/MM/yyyy} nằm ngoài nhiệm kỳ (từ {TermFrom:dd/MM/yyyy}{(TermTo is null ? "" : $" đến {TermTo:dd/MM/yyyy}")}).",
        $"{From:yyyy-MM-dd} is outside of the term (from {TermFrom:yyyy-MM-dd}{(TermTo is null ? "" : $" to {TermTo:yyyy-MM-dd}")}).");
}

/// <summary>All places for this post are taken.</summary>
/// <param name="Post">The post.</param>
/// <param name="Maximum">How many there may be.</param>
internal sealed record PostIsTaken(CommitteePostKind Post, int Maximum) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chức vụ {PostTexts.Of(Post).Vietnamese} đã đủ người (nhiều nhất {Maximum}).",
        $"The post of {PostTexts.Of(Post).English} is taken (at most {Maximum}).");
}

/// <summary>The committee has as many members as were fixed for the term.</summary>
/// <param name="Size">The fixed size.</param>
internal sealed record CommitteeIsFull(int Size) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Cấp ủy đã đủ {Size} người theo số lượng của nhiệm kỳ.",
        $"The committee already has the {Size} members fixed for the term.");
}

/// <summary>The standing committee has as many members as were fixed for the term, or there is none.</summary>
/// <param name="Size">The fixed size.</param>
internal sealed record StandingCommitteeIsFull(int Size) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.StandingCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => Size == 0
        ? new("Cấp ủy này không có ban thường vụ.", "This committee has no standing committee.")
        : new($"Ban thường vụ đã đủ {Size} người.", $"The standing committee already has its {Size} members.");
}

/// <summary>A cell without a committee has a secretary and at most one deputy, nobody else.</summary>
/// <param name="Post">The post that was wanted.</param>
internal sealed record CellHasNoCommittee(CommitteePostKind Post) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chi bộ không có chi ủy nên không có chức vụ {PostTexts.Of(Post).Vietnamese}.",
        $"The cell has no committee, so it has no post of {PostTexts.Of(Post).English}.");
}

/// <summary>A person holds one post in a committee at a time.</summary>
/// <param name="Post">The post that the person holds.</param>
internal sealed record MemberAlreadyHoldsAPost(CommitteePostKind Post) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CellCommittee;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Người này đang giữ chức vụ {PostTexts.Of(Post).Vietnamese} trong cấp ủy; hãy kết thúc chức vụ đó trước.",
        $"The member already holds the post of {PostTexts.Of(Post).English} in this committee; end that post first.");
}

/// <summary>Only official members are elected or appointed to a committee.</summary>
internal sealed record PostTakesAnOfficialMember : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.AppointmentBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ đảng viên chính thức mới được bầu hoặc chỉ định vào cấp ủy.",
        "Only an official member can be elected or appointed to a committee.");
}

/// <summary>Whoever holds a post belongs to the organization or to one below it.</summary>
internal sealed record MemberBelongsElsewhere : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.AppointmentBySuperior;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên này không sinh hoạt trong tổ chức hoặc các tổ chức trực thuộc.",
        "The member belongs neither to the organization nor to one below it.");
}

/// <summary>The post has ended already.</summary>
/// <param name="EndedOn">The first day without the post.</param>
internal sealed record PostHasEnded(DateOnly EndedOn) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chức vụ này đã kết thúc ngày {EndedOn:dd/MM/yyyy}.",
        $"The post ended on {EndedOn:yyyy-MM-dd}.");
}
