using Modular.Kernel.Access;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Reads;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>How far the yearly comments of an organization and all below it have come (RES-05).</summary>
/// <param name="Due">How many were asked for and not cancelled.</param>
/// <param name="Requested">Of how many nothing is written.</param>
/// <param name="Drafted">How many the cells are writing.</param>
/// <param name="Signed">How many the cells signed, waiting for the commune committee.</param>
/// <param name="Certified">How many are certified and not sent.</param>
/// <param name="Sent">How many went to the workplaces.</param>
/// <param name="SentLate">How many of these after the last day.</param>
/// <param name="Told">Of how many the members were told.</param>
/// <param name="Returned">How many came back without a comment (RES-15).</param>
/// <param name="Late">How many were sent after the last day, or are not sent although it is over.</param>
/// <param name="Commended">How many of those that were sent commend.</param>
/// <param name="Ordinary">How many of them neither commend nor remind.</param>
/// <param name="Warned">How many of them remind or criticise.</param>
[Classified(DataClass.Internal)]
internal sealed record ResidenceCommentProgress(
    int Due, int Requested, int Drafted, int Signed, int Certified, int Sent, int SentLate, int Told, int Returned, int Late, int Commended, int Ordinary, int Warned);

/// <summary>The yearly comments of an organization and all below it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Due">How many were asked for and not cancelled.</param>
/// <param name="Sent">How many went to the workplaces.</param>
/// <param name="InTime">How many of these by the last day.</param>
/// <param name="Late">How many were sent after the last day, or are not sent although it is over.</param>
/// <param name="Returned">How many came back without a comment (RES-15).</param>
/// <param name="Commended">How many of those that were sent commend.</param>
/// <param name="Ordinary">How many of them neither commend nor remind.</param>
/// <param name="Warned">How many of them remind or criticise.</param>
[Classified(DataClass.Internal)]
internal sealed record ResidenceCommentFigures(int Year, int Due, int Sent, int InTime, int Late, int Returned, int Commended, int Ordinary, int Warned);

/// <summary>The sums that fields about yearly comments show, in SQL.</summary>
internal static class CommentSums
{
    /// <summary>How many were asked for and not cancelled.</summary>
    public static Sql Due(SqlTable<CommentCount> count) =>
        $"""
        coalesce(sum({count[c => c.Requested]} + {count[c => c.Drafted]} + {count[c => c.Signed]} + {count[c => c.Certified]} + {count[c => c.SentInTime]} + {count[c => c.SentLate]}
            + {count[c => c.Returned]}), 0)::int
        """;

    /// <summary>How many were sent.</summary>
    public static Sql Sent(SqlTable<CommentCount> count) => $"coalesce(sum({count[c => c.SentInTime]} + {count[c => c.SentLate]}), 0)::int";

    /// <summary>How many were sent after the last day, or are not sent although it is over.</summary>
    public static Sql Late(SqlTable<CommentCount> count, SqlPart today) =>
        $"""
        coalesce(sum({count[c => c.SentLate]} + case when {count[c => c.DueOn]} < {today}
            then {count[c => c.Requested]} + {count[c => c.Drafted]} + {count[c => c.Signed]} + {count[c => c.Certified]} else 0 end), 0)::int
        """;
}
