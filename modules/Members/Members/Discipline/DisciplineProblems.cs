using Modular.Kernel.Results;

namespace Modular.Members.Discipline;

/// <summary>Discipline is for members.</summary>
internal sealed record OnlyMembersAreDisciplined : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DisciplineForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ kỷ luật đảng viên chính thức hoặc dự bị.", "Only official and probationary members are disciplined.");
}

/// <summary>Probationary members are reprimanded or warned only.</summary>
internal sealed record FormIsNotForProbationaryMembers : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DisciplineForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng viên dự bị chỉ có hai hình thức kỷ luật: khiển trách, cảnh cáo.",
        "A probationary member is reprimanded or warned; there are no other forms.");
}

/// <summary>A member is removed from a post that they hold.</summary>
internal sealed record MemberHoldsNoPost : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DisciplineForms;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ cách chức đảng viên đang giữ chức vụ trong Đảng; hãy chọn hình thức khác.",
        "Only a member who holds a Party post is removed from it; choose another form.");
}

/// <summary>The body that decides is that of the member's cell or of an organization above it.</summary>
internal sealed record DecidingBodyIsNotAboveTheMember : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidingBodies;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tổ chức quyết định kỷ luật phải là chi bộ của đảng viên hoặc cấp trên của chi bộ đó.",
        "The organization that decides is the member's cell or one above it.");
}

/// <summary>The user may not record what this organization decided.</summary>
internal sealed record DecidingBodyIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không được giao quyền ghi quyết định của tổ chức này.", "You have not been given the right to record what this organization decided.");
}

/// <summary>A cell decides reprimand and warning; for the rest it proposes.</summary>
internal sealed record CellsReprimandAndWarnOnly : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidingBodies;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chi bộ chỉ quyết định khiển trách, cảnh cáo; cách chức, khai trừ thì đề nghị cấp trên.",
        "A cell decides on reprimand and warning; removal from post and expulsion it proposes to its superior.");
}

/// <summary>About tasks that superiors gave, a cell only proposes.</summary>
internal sealed record CellsOnlyProposeOnTasksOfSuperiors : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DecidingBodies;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Vi phạm khi thực hiện nhiệm vụ do cấp trên giao thì chi bộ đề nghị cấp trên kỷ luật.",
        "On faults in tasks that a superior committee gave, the cell proposes and the superior decides.");
}

/// <summary>A grassroots committee expels where that was delegated to it.</summary>
internal sealed record ExpulsionWasNotDelegated : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.ExpellingBodies;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đảng ủy cơ sở này không được ủy quyền khai trừ; cấp trên trực tiếp quyết định.",
        "The grassroots committee was not delegated to expel; its direct superior decides.");
}

/// <summary>There are not more votes than voters.</summary>
/// <param name="VotesInFavour">The votes.</param>
/// <param name="VoteBase">The voters.</param>
internal sealed record VotesExceedTheirBase(int VotesInFavour, int VoteBase) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DisciplineVotes;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Số phiếu tán thành ({VotesInFavour}) nhiều hơn tổng số người có quyền biểu quyết ({VoteBase}).",
        $"There are more votes in favour ({VotesInFavour}) than voters ({VoteBase}).");
}

/// <summary>The base of a cell's vote is not larger than its official members.</summary>
/// <param name="VoteBase">The base that was given.</param>
/// <param name="OfficialMembers">How many official members the cell had.</param>
internal sealed record VoteBaseExceedsTheCell(int VoteBase, int OfficialMembers) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DisciplineVotes;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chi bộ có {OfficialMembers} đảng viên chính thức vào ngày biểu quyết; không thể tính trên {VoteBase} người.",
        $"The cell had {OfficialMembers} official members on the day of the vote; its base cannot be {VoteBase}.");
}

/// <summary>A measure takes more than half of all who may vote, present or not.</summary>
/// <param name="VotesInFavour">The votes.</param>
/// <param name="Needed">How many it takes.</param>
internal sealed record MeasureLacksItsMajority(int VotesInFavour, int Needed) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DisciplineVotes;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Phải có trên một nửa tổng số người có quyền biểu quyết tán thành: ít nhất {Needed} phiếu, mới có {VotesInFavour}.",
        $"The measure takes more than half of all who may vote: {Needed} votes at least, and there are {VotesInFavour}.");
}

/// <summary>An expulsion is proposed by two thirds of the cell.</summary>
/// <param name="VotesInFavour">The votes for the proposal.</param>
/// <param name="Needed">How many it takes.</param>
internal sealed record ExpulsionLacksItsProposal(int VotesInFavour, int Needed) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.ExpulsionVotes;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đề nghị khai trừ phải được ít nhất hai phần ba số đảng viên chính thức của chi bộ tán thành ({Needed} phiếu), mới có {VotesInFavour}.",
        $"Expulsion is proposed by at least two thirds of the official members of the cell ({Needed} votes), and there are {VotesInFavour}.");
}

/// <summary>The body hears the member before it decides, on a day that the record names.</summary>
internal sealed record MemberIsHeardBeforeTheVote : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Hearing;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Ghi ngày nghe đảng viên trình bày ý kiến, không sau ngày công bố kết quả biểu quyết; chỉ ghi khi đã nghe.",
        "Name the day on which the member was heard, not after the vote was announced; and only where the member was heard.");
}

/// <summary>Whoever stays away is judged after several invitations.</summary>
/// <param name="Needed">How many at least.</param>
internal sealed record WhoStaysAwayWasInvitedSeveralTimes(int Needed) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Hearing;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đảng viên không đến chỉ bị xem xét kỷ luật khi đã được mời ít nhất {Needed} lần vào các ngày khác nhau, không sau ngày công bố kết quả biểu quyết.",
        $"A member who stays away is judged after at least {Needed} invitations on different days, none after the vote was announced.");
}

/// <summary>The member is not judged for the time being.</summary>
/// <param name="Hindrance">Why not.</param>
internal sealed record MemberIsNotJudgedNow(DisciplineHindrance Hindrance) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Hindrances;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chưa xem xét kỷ luật đảng viên đang mang thai, nghỉ thai sản, nuôi con dưới 12 tháng tuổi hoặc bị bệnh nặng đang điều trị nội trú.",
        "A member who is pregnant, on maternity leave, raising a child under twelve months or gravely ill in hospital is not judged yet.");
}

/// <summary>Limitation has passed.</summary>
/// <param name="Until">The last day on which the form was possible.</param>
internal sealed record LimitationHasPassed(DateOnly Until) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Limitation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đã hết thời hiệu của hình thức kỷ luật này (đến {Until.Vietnamese()}).", $"Limitation has passed for this form, on {Until.English()}.");
}

/// <summary>A measure is announced after the fault.</summary>
/// <param name="AnnouncedOn">The day of the announcement.</param>
/// <param name="FaultEndedOn">The day of the fault.</param>
internal sealed record MeasureIsBeforeTheFault(DateOnly AnnouncedOn, DateOnly FaultEndedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.TakingEffect;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày công bố ({AnnouncedOn.Vietnamese()}) sớm hơn ngày vi phạm ({FaultEndedOn.Vietnamese()}).",
        $"The measure is announced ({AnnouncedOn.English()}) before the fault ended ({FaultEndedOn.English()}).");
}

/// <summary>Expulsion and removal from post rest on a written decision.</summary>
internal sealed record MeasureNeedsItsDecision : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.TakingEffect;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Cách chức, khai trừ phải có số và ngày quyết định.", "Removal from post and expulsion take the number and date of the decision.");
}

/// <summary>The written decision is there already.</summary>
internal sealed record DecisionIsWrittenAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.TakingEffect;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đã ghi quyết định bằng văn bản.", "The written decision is recorded already.");
}

/// <summary>The written decision follows the vote.</summary>
/// <param name="DecidedOn">The day that was given.</param>
/// <param name="AnnouncedOn">The day of the announcement.</param>
internal sealed record DecisionIsBeforeTheVote(DateOnly DecidedOn, DateOnly AnnouncedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.TakingEffect;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Quyết định bằng văn bản ({DecidedOn.Vietnamese()}) không thể trước ngày công bố kết quả biểu quyết ({AnnouncedOn.Vietnamese()}).",
        $"The written decision ({DecidedOn.English()}) cannot be before the vote was announced ({AnnouncedOn.English()}).");
}

/// <summary>A complaint rests on the written decision.</summary>
internal sealed record ComplaintIsBeforeTheWrittenDecision : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.UntakenComplaints;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chưa nhận khiếu nại khi chưa có quyết định bằng văn bản.", "A complaint is not taken before the written decision.");
}

/// <summary>A complaint is taken within so many days.</summary>
/// <param name="Until">The last day.</param>
internal sealed record ComplaintIsLate(DateOnly Until) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Complaints;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đã quá thời hạn khiếu nại (đến {Until.Vietnamese()}).", $"Complaints were possible until {Until.English()}.");
}

/// <summary>There is no complaint that waits, or there was one already.</summary>
internal sealed record ComplaintStandsElsewhere : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Complaints;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Khiếu nại chưa được tiếp nhận, hoặc đã được tiếp nhận, giải quyết.", "The complaint was not received, or was received or settled already.");
}
