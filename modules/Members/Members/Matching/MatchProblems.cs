using Modular.Kernel.Results;

namespace Modular.Members.Matching;

/// <summary>The run was closed.</summary>
internal sealed record MatchRunIsClosed : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Đợt đối chiếu đã kết thúc.", "The match run is closed.");
}

/// <summary>A decision makes no sense for a row of this class.</summary>
/// <param name="Class">The class.</param>
/// <param name="Decision">The decision.</param>
internal sealed record DecisionDoesNotFitTheRow(MatchClass Class, MatchDecision Decision) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Quyết định này không áp dụng được cho loại kết quả đối chiếu của dòng.", "This decision cannot be taken about a row of this class; of an ambiguous one say first who is meant.");
}

/// <summary>The row was decided.</summary>
internal sealed record MatchRowIsDecided : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Dòng này đã được xử lý.", "The row is decided already.");
}

/// <summary>The person is none of those whom the row may be about.</summary>
internal sealed record MemberIsNoCandidate : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new("Người này không nằm trong số những người có thể khớp với dòng.", "This person is none of those whom the row may be about.");
}
