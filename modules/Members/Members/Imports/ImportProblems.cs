using Modular.Kernel.Results;

namespace Modular.Members.Imports;

// A sentence of a check over a set of rows holds {0}, {1} … for the columns that the check selects beside the row.

/// <summary>No organization of the province bears the code.</summary>
internal sealed record CellCodeIsUnknown : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Không có tổ chức đảng nào mang mã {0}.", "No organization bears the code {0}.");
}

/// <summary>The code is that of a committee or group.</summary>
internal sealed record CodeIsNotThatOfACell : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersBelongToCells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Mã {0} không phải của chi bộ. Đảng viên sinh hoạt ở chi bộ.", "The code {0} is not that of a cell. Members belong to cells.");
}

/// <summary>The cell is not active.</summary>
internal sealed record CellOfCodeIsNotActive : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersBelongToCells;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chi bộ mang mã {0} không ở trạng thái đang hoạt động.", "The cell of code {0} is not active.");
}

/// <summary>Nobody belonged to a cell before it was founded.</summary>
internal sealed record CellWasFoundedLater : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MembersBelongToCells;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Chi bộ thành lập ngày {0}, sau ngày về chi bộ.", "The cell was founded on {0}, after the first day in it.");
}

/// <summary>A row says neither where the person stands nor when they joined.</summary>
internal sealed record StatusIsNotKnown : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Phải có tình trạng, ngày vào Đảng hoặc ngày chính thức.", "The status, the date of joining or the official date is needed.");
}

/// <summary>A date of membership does not fit the status.</summary>
internal sealed record DatesDoNotFitTheStatus : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Ngày này không hợp với tình trạng của người đó.", "This date does not fit the status of the person.");
}

/// <summary>An official or probationary member joined on a day.</summary>
internal sealed record DateOfJoiningIsNeeded : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Probation;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đảng viên phải có ngày vào Đảng.", "A member needs the date of joining.");
}

/// <summary>The person was too young.</summary>
internal sealed record PersonWasTooYoungAtAdmission : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.AgeAtAdmission;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Khi được kết nạp chưa đủ {0} tuổi (tính theo tháng).", "The person was not {0} years old (counted by month) when admitted.");
}

/// <summary>The ceremony precedes the decision.</summary>
internal sealed record DateOfJoiningIsBeforeDecision : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CeremonyAfterDecision;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Ngày vào Đảng sớm hơn ngày quyết định kết nạp.", "The date of joining is before the admission decision.");
}

/// <summary>The official date does not follow the date of joining.</summary>
internal sealed record OfficialDateIsNotAfterJoining : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Probation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Ngày chính thức phải sau ngày vào Đảng.", "The official date must be after the date of joining.");
}

/// <summary>The official date is not the end of probation: an error, or a warning for times in which probation was of other lengths.</summary>
internal sealed record OfficialDateIsNotTheEndOfProbation : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Probation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Ngày chính thức phải là {0} (hết thời gian dự bị); nếu khác thì ghi lý do.",
        "The official date must be {0} (the end of probation); give a reason where it is another.");
}

/// <summary>Recognition precedes the end of probation.</summary>
internal sealed record RecognitionPrecedesEndOfProbation : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RecognitionAfterProbation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Quyết định công nhận có trước khi hết thời gian dự bị.", "The recognition decision is before the end of probation.");
}

/// <summary>The official date lies in the future.</summary>
internal sealed record ProbationIsNotOver : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.Probation;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Đến {0} mới hết thời gian dự bị nên chưa thể là chính thức.", "Probation ends on {0} only, so the person is not official yet.");
}

/// <summary>Somebody of the register bears the number.</summary>
internal sealed record NumberIsInTheRegister : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Số này đã có trong danh sách của tỉnh.", "This number is in the register of the province already.");
}

/// <summary>The same person seems to be in the same cell.</summary>
internal sealed record PersonIsInTheCellAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Trong chi bộ đã có người cùng họ tên và ngày sinh.", "The cell has a person of the same name and birth date already.");
}

/// <summary>Another row is of the same name, birth date and cell.</summary>
internal sealed record PersonAppearsTwiceInTheFile : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Trùng họ tên, ngày sinh và chi bộ với dòng {0}.", "The name, birth date and cell are those of row {0}.");
}

/// <summary>Somebody elsewhere in the province has the same name and birth date.</summary>
internal sealed record NamesakeIsInTheRegister : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Trong tỉnh có người cùng họ tên và ngày sinh; hãy kiểm tra có phải một người không.",
        "The province has a person of the same name and birth date; check whether it is the same one.");
}

/// <summary>Somebody of the same name in the province may be the person.</summary>
/// <param name="Vietnamese">What else is alike.</param>
/// <param name="English">What else is alike.</param>
internal sealed record PersonMayBeInTheRegister(string Vietnamese, string English) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Trong tỉnh có người cùng họ tên, {Vietnamese}; hãy kiểm tra có phải một người không.",
        $"The province has a person of the same name, {English}; check whether it is the same one.");
}

/// <summary>The number of identity does not fit the person.</summary>
/// <param name="Vietnamese">What does not fit.</param>
/// <param name="English">What does not fit.</param>
internal sealed record CitizenIdDoesNotFit(string Vietnamese, string English) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.CitizenIdentity;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Số căn cước công dân: {Vietnamese}.", $"Citizen identity number: {English}.");
}

/// <summary>Neither number identifies the person.</summary>
internal sealed record PersonHasNoNumber : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OneRecordForLife;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Thiếu cả số căn cước công dân và số thẻ đảng viên.", "Both the citizen identity number and the card number are missing.");
}

/// <summary>A row says how somebody left but not when, or when but not how.</summary>
internal sealed record LeavingTakesFormAndDay : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Người đã ra khỏi Đảng phải có cả hình thức và ngày.", "Whoever left the Party needs both how and when.");
}

/// <summary>Who was no member did not leave.</summary>
internal sealed record OnlyMembersLeave : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ đảng viên chính thức hoặc dự bị mới ra khỏi Đảng; tình trạng ghi ở đây là tình trạng trước đó.",
        "Only official and probationary members leave; the status of the row is the one before.");
}

/// <summary>Leaving comes after all else of a person's membership.</summary>
internal sealed record LeavingIsNotAfterEarlierFacts : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Ngày ra khỏi Đảng phải sau {0}, ngày của dữ kiện gần nhất.", "The day of leaving must be after {0}, the day of the latest other fact.");
}

/// <summary>Removal and leaving are decided.</summary>
internal sealed record LeavingRestsOnADecision : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.LifeCycle;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chưa có số và ngày quyết định ra khỏi Đảng.", "The number and date of the decision on leaving are missing.");
}
