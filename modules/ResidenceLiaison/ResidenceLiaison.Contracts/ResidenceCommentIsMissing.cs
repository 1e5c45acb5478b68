using System.Globalization;
using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Contracts;

/// <summary>A step takes a comment of the residence that is not there (RES-06).</summary>
/// <param name="Purpose">For which step.</param>
/// <param name="Missing">What is missing.</param>
/// <param name="Since">Since when, as far as it is known.</param>
/// <param name="Instrument">The instrument by which it is mandatory.</param>
public sealed record ResidenceCommentIsMissing(ResidenceCommentPurpose Purpose, MissingResidenceComment Missing, DateOnly? Since, string Instrument) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => new("RES-06", Instrument);

    /// <inheritdoc />
    protected override LocalizedText Text => Sentence;

    /// <summary>What is missing, as a sentence.</summary>
    public LocalizedText Sentence => new(
        $"Chưa có nhận xét của nơi cư trú: {Named.Vietnamese}{SinceIn("dd/MM/yyyy", " từ ngày ")}.", $"The comment of the residence is missing: {Named.English}{SinceIn("yyyy-MM-dd", " since ")}.");

    private LocalizedText Named => Missing switch
    {
        MissingResidenceComment.Introduction => new LocalizedText("đảng viên chưa được giới thiệu về nơi cư trú", "the member is not introduced there"),
        MissingResidenceComment.Reception => new LocalizedText("chi bộ nơi cư trú chưa tiếp nhận đảng viên", "no residential cell has received the member"),
        MissingResidenceComment.Request => new LocalizedText("chưa xin ý kiến nơi cư trú", "nobody has asked for it"),
        MissingResidenceComment.Comment => new LocalizedText("nơi cư trú chưa gửi nhận xét", "the residence has not sent it"),
        MissingResidenceComment.Answer => new LocalizedText("nơi cư trú đã trả lại yêu cầu", "the residence sent the request back"),
        _ => new LocalizedText("nhận xét đã quá thời hạn", "the last one is too old"),
    };

    private string SinceIn(string format, string word) => Since is { } since ? word + since.ToString(format, CultureInfo.InvariantCulture) : "";
}
