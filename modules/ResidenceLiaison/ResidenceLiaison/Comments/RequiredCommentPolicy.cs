using Modular.Kernel.Policies;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>
/// Before which steps a comment of the residence is mandatory (RES-06), and how long one holds. Reward and discipline take one "when needed" only (Guidance 33-HD/BTCTW), so that they are not among them.
/// A successor of Regulation 213 is a row with its instrument.
/// </summary>
internal sealed record RequiredCommentPolicy : IPolicy
{
    /// <inheritdoc />
    public static string Key => "residence-liaison.required-comments";

    /// <inheritdoc />
    public static RuleReference Source => Rules.CommentIsMandatory;

    /// <summary>The instrument that problems name.</summary>
    public string Instrument { get; init; } = Source.Instrument;

    /// <summary>The steps. No instrument says how long a comment holds, so the year is the province's to decide.</summary>
    public IReadOnlyList<RequiredComment> Steps { get; init; } =
    [
        new(ResidenceCommentPurpose.YearlyRating, 12, AlsoOfExempt: false),
        new(ResidenceCommentPurpose.Election, 12, AlsoOfExempt: true),
        new(ResidenceCommentPurpose.Appointment, 12, AlsoOfExempt: true),
        new(ResidenceCommentPurpose.Reappointment, 12, AlsoOfExempt: true),
        new(ResidenceCommentPurpose.Promotion, 12, AlsoOfExempt: true),
        new(ResidenceCommentPurpose.Transfer, 12, AlsoOfExempt: true),
        new(ResidenceCommentPurpose.Rotation, 12, AlsoOfExempt: true),
        new(ResidenceCommentPurpose.CadreReview, 12, AlsoOfExempt: true),
        new(ResidenceCommentPurpose.OfficialRecognition, 12, AlsoOfExempt: false),
    ];

    /// <summary>What a step takes; null where it takes no comment.</summary>
    public RequiredComment? Find(ResidenceCommentPurpose purpose) => Steps.FirstOrDefault(step => step.Purpose == purpose);
}

/// <summary>A step that takes a comment of the residence.</summary>
/// <param name="Purpose">The step.</param>
/// <param name="ValidMonths">For how many months after it was sent a comment holds.</param>
/// <param name="AlsoOfExempt">Whether it also takes one of members who are introduced but exempt, who are commented on when a personnel procedure needs it.</param>
internal sealed record RequiredComment(ResidenceCommentPurpose Purpose, int ValidMonths, bool AlsoOfExempt);
