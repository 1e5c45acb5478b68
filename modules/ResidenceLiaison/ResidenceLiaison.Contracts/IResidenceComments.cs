namespace Modular.ResidenceLiaison.Contracts;

/// <summary>
/// Tells other modules whether the comment of the residence is there that a personnel step takes (RES-06), in batches. It answers for the province of the current scope and is not bounded by the user's
/// grants: the caller checks what the user may do. It shows no word of any comment. Where the province has not enabled the module nothing is mandatory.
/// </summary>
public interface IResidenceComments
{
    /// <summary>How members stand as of a day, by their identifiers; every member who was asked for is in it.</summary>
    /// <param name="memberIds">The members.</param>
    /// <param name="purpose">For which step.</param>
    /// <param name="asOf">The day on which the step is decided.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyDictionary<Guid, ResidenceCommentStanding>> FindAsync(
        IReadOnlyCollection<Guid> memberIds, ResidenceCommentPurpose purpose, DateOnly asOf, CancellationToken cancellationToken);
}

/// <summary>Whether the comment is there that a step takes.</summary>
/// <param name="Purpose">For which step.</param>
/// <param name="IsMandatory">Whether the step takes one, by the policy of that day and the member's category.</param>
/// <param name="SentOn">The day on which the comment that holds was sent; null where there is none.</param>
/// <param name="Missing">What is missing; null where a comment holds, or where none is mandatory.</param>
/// <param name="MissingSince">Since when it is, as far as it is known.</param>
/// <param name="Instrument">The instrument by which it is mandatory.</param>
public sealed record ResidenceCommentStanding(
    ResidenceCommentPurpose Purpose, bool IsMandatory, DateOnly? SentOn, MissingResidenceComment? Missing, DateOnly? MissingSince, string Instrument)
{
    /// <summary>The problem that stands against the step; null where nothing does.</summary>
    public ResidenceCommentIsMissing? Problem => Missing is { } missing ? new ResidenceCommentIsMissing(Purpose, missing, MissingSince, Instrument) : null;
}

/// <summary>What is missing before a comment of the residence is there.</summary>
public enum MissingResidenceComment
{
    /// <summary>The member is not introduced to the residence yet (chưa được giới thiệu về nơi cư trú).</summary>
    Introduction,

    /// <summary>No residential cell has received the member (chưa được chi bộ nơi cư trú tiếp nhận), RES-15.</summary>
    Reception,

    /// <summary>Nobody has asked the residence for this purpose (chưa xin ý kiến nơi cư trú).</summary>
    Request,

    /// <summary>The residence has not sent it (nơi cư trú chưa gửi nhận xét).</summary>
    Comment,

    /// <summary>The residence sent the request back without a comment (nơi cư trú đã trả lại).</summary>
    Answer,

    /// <summary>There is one, which is too old (nhận xét đã quá thời hạn).</summary>
    NewerComment,
}
