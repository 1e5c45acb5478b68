using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>It is not the user's turn: the step belongs to the other side.</summary>
internal sealed record CommentIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Bước này thuộc tổ chức khác, bạn không có quyền thực hiện.", "This step belongs to an organization where you do not act.");
}

/// <summary>The step does not follow the state in which the comment is.</summary>
/// <param name="From">The state.</param>
/// <param name="To">The state that was asked for.</param>
internal sealed record CommentStepDoesNotFollow(CommentState From, CommentState To) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.YearlyComment;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Nhận xét \"{From.Name().Vietnamese}\" không thể chuyển sang \"{To.Name().Vietnamese}\".", $"A comment that is {From.Name().English} cannot be {To.Name().English}.");
}

/// <summary>The level is not one of the province's scale.</summary>
/// <param name="Level">The code that was given.</param>
internal sealed record LevelIsNotOnTheScale(string Level) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.YearlyComment;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Mức \"{Level}\" không có trong thang nhận xét.", $"\"{Level}\" is no level of the scale.");
}

/// <summary>A comment marks each criterion of the form once, and no other.</summary>
/// <param name="Criterion">The code that is missing, given twice, or unknown.</param>
internal sealed record CriterionIsMarkedOnce(string Criterion) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.YearlyComment;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Mỗi tiêu chí của phiếu được nhận xét một lần; xem lại \"{Criterion}\".", $"Mark each criterion of the form once; look at \"{Criterion}\".");
}

/// <summary>Members who are exempt are not commented on each year, those who are not introduced not at all.</summary>
/// <param name="Category">The category of the member.</param>
internal sealed record CommentIsNotAskedFor(LiaisonCategory Category) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.WhoIsExempt;

    /// <inheritdoc />
    protected override LocalizedText Text => Category == LiaisonCategory.IntroducedButExempt
        ? new LocalizedText("Đảng viên được miễn sinh hoạt nơi cư trú thì không nhận xét hằng năm.", "A member who is exempt from residence meetings is not commented on each year.")
        : new LocalizedText("Đảng viên không thuộc diện giới thiệu về nơi cư trú thì không xin ý kiến.", "No comment is asked for on a member who is not to be introduced.");
}

/// <summary>A member is commented on once a year; other purposes are asked for by themselves.</summary>
internal sealed record MemberIsCommentedOnOnceAYear : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.YearlyComment;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Năm nay đã có yêu cầu nhận xét đối với đảng viên này.", "The yearly comment on one of these members was asked for already.");
}

/// <summary>A round is opened for this year, or for the last one.</summary>
/// <param name="Year">The year that was given.</param>
internal sealed record YearIsNotCommentedOn(int Year) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.YearlyComment;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Không mở đợt nhận xét cho năm {Year}; chỉ năm nay hoặc năm trước.", $"No round is opened for {Year}, only for this year or the last one.");
}

/// <summary>The last day of what is asked for is not over yet.</summary>
/// <param name="DueOn">The last day.</param>
internal sealed record LastDayIsOver(DateOnly DueOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.YearlyComment;

    /// <inheritdoc />
    protected override LocalizedText Text => new($"Hạn cuối {DueOn.Vietnamese()} đã qua.", $"The last day, {DueOn.English()}, is over.");
}

/// <summary>Members state their opinion within the days that the policy gives, until it is answered.</summary>
/// <param name="StateBy">The last day.</param>
internal sealed record StatementPeriodIsOver(DateOnly StateBy) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberIsTold;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Thời hạn nêu ý kiến đã hết (đến {StateBy.Vietnamese()}, hoặc khi đã được trả lời).", $"Opinions were taken until {StateBy.English()}, or until the answer.");
}

/// <summary>There is nothing to answer, or it was answered.</summary>
internal sealed record NoStatementWaitsForAnAnswer : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.MemberIsTold;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Không có ý kiến nào của đảng viên chờ trả lời.", "No statement of the member waits for an answer.");
}
