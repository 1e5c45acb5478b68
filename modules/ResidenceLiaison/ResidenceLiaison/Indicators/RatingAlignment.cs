using Modular.ResidenceLiaison.Comments;
using Modular.ResidenceLiaison.Contracts;

namespace Modular.ResidenceLiaison.Indicators;

/// <summary>
/// Lays the scale of comments of the residence beside the workplace's four levels. No instrument does: most members are neither commended nor reminded at the residence, and most complete their tasks
/// well, so that these two stand beside each other; praise stands beside the highest level and a reminder beside the lowest.
/// </summary>
internal static class RatingAlignment
{
    /// <summary>Beside which rating the level of a comment stands: what the province says of the level, else what it comes to in statistics.</summary>
    public static WorkplaceRating Of(string level, CommentOutcome outcome, CommentPolicy form) => form.Find(level)?.AlignedWith ?? outcome switch
    {
        CommentOutcome.Commended => WorkplaceRating.Excellent,
        CommentOutcome.Ordinary => WorkplaceRating.Good,
        _ => WorkplaceRating.NotCompleted,
    };

    /// <summary>How many levels two ratings lie apart.</summary>
    public static int StepsBetween(WorkplaceRating one, WorkplaceRating other) => Math.Abs(one - other);
}
