using Modular.Kernel.Results;

namespace Modular.DataProtection.Requests;

/// <summary>Whoever files a request for themselves is a person of the register.</summary>
internal sealed record AccountBelongsToNoMember : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RightsOfTheSubject;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Tài khoản này không gắn với hồ sơ nào trong danh sách, nên không có dữ liệu của chính mình để yêu cầu.",
        "This account belongs to no record of the register, so there are no data of one's own to ask about.");
}

/// <summary>So many requests of one person are open that another one is not taken.</summary>
/// <param name="Maximum">How many may be open.</param>
internal sealed record TooManyRequestsAreOpen(int Maximum) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Đang có {Maximum} yêu cầu chưa giải quyết xong; hãy chờ kết quả.", $"{Maximum} requests are open already; wait for their results.");
}

/// <summary>The user does not decide on requests of this organization's members.</summary>
internal sealed record RequestIsOutOfYourReach : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bạn không có quyền giải quyết yêu cầu này.", "You may not handle this request.");
}

/// <summary>The step does not follow the state in which the request is.</summary>
/// <param name="From">The state.</param>
/// <param name="To">The state that was asked for.</param>
internal sealed record RequestStepDoesNotFollow(SubjectRequestState From, SubjectRequestState To) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.AnswerInTime;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Yêu cầu ở trạng thái \"{From.Name().Vietnamese}\" không thể chuyển sang \"{To.Name().Vietnamese}\".",
        $"A request that is {From.Name().English} cannot become {To.Name().English}.");
}

/// <summary>A copy meets a request to see one's data, or to be given them, while it is worked on or after it was met.</summary>
internal sealed record RequestIsForNoCopy : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.RightsOfTheSubject;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Bản sao dữ liệu chỉ lập cho yêu cầu được biết, xem, cung cấp dữ liệu đang hoặc đã giải quyết.",
        "A copy is prepared for a request to know, to see or to be given one's data that is worked on or done.");
}

/// <summary>The time of a request is extended by no more than the decree allows.</summary>
/// <param name="MaximumDays">The most days.</param>
internal sealed record ExtensionIsTooLong(int MaximumDays) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.AnswerInTime;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Chỉ được gia hạn một lần, từ 1 đến {MaximumDays} ngày.", $"The time is extended once, by 1 to {MaximumDays} days.");
}
