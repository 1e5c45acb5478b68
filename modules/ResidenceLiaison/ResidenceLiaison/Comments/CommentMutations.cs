using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Results;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Comments;

[MutationType]
internal static class CommentMutations
{
    /// <summary>
    /// Opens a year's round of comments: each cell at or below the organization is asked for a comment on each working member who was assigned to it and takes part (RES-05). Called again, it asks for those
    /// who came since.
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.OpenCommentRounds)]
    [Error<YearIsNotCommentedOn>]
    [Error<LastDayIsOver>]
    public static Task<Result<CommentRound>> OpenResidenceCommentRoundAsync(
        OpenResidenceCommentRoundInput input, CommentRequesting requesting, CancellationToken cancellationToken) => requesting.OpenAsync(input, cancellationToken);

    /// <summary>
    /// Asks the residence for comments for a purpose (RES-06). A member who was never received by a cell cannot be commented on: that request comes back at once, with the reason (RES-15).
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.RequestComments)]
    [Error<IntroductionIsOutOfYourReach>]
    [Error<IntroductionStepDoesNotFollow>]
    [Error<CommentIsNotAskedFor>]
    [Error<MemberIsCommentedOnOnceAYear>]
    [Error<LastDayIsOver>]
    public static Task<Result<List<CommentRequest>>> RequestResidenceCommentsAsync(
        RequestResidenceCommentsInput input, CommentRequesting requesting, CancellationToken cancellationToken) => requesting.AskAsync(input, cancellationToken);

    /// <summary>
    /// Writes comments, up to 200 in one go. What was not sent yet is written anew, and loses its signatures; what was sent stays, and another version begins.
    /// </summary>
    [Requires(ResidenceLiaisonPermissions.WriteComments)]
    [Error<CommentIsOutOfYourReach>]
    [Error<CommentStepDoesNotFollow>]
    [Error<LevelIsNotOnTheScale>]
    [Error<CriterionIsMarkedOnce>]
    public static Task<Result<List<CommentRequest>>> DraftResidenceCommentsAsync(
        DraftResidenceCommentsInput input, CommentDrafting drafting, CancellationToken cancellationToken) => drafting.RunAsync(input, cancellationToken);

    /// <summary>Signs comments on which the cell committee and the Front work committee agreed (RES-05); the year's attendance is kept with them as it stands.</summary>
    [Requires(ResidenceLiaisonPermissions.WriteComments)]
    [Error<CommentIsOutOfYourReach>]
    [Error<CommentStepDoesNotFollow>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<List<CommentRequest>>> SignResidenceCommentsAsync(
        SignResidenceCommentsInput input, CommentSigning signing, CancellationToken cancellationToken) => signing.SignAsync(input, cancellationToken);

    /// <summary>Certifies comments at the commune committee.</summary>
    [Requires(ResidenceLiaisonPermissions.CertifyComments)]
    [Error<CommentIsOutOfYourReach>]
    [Error<CommentStepDoesNotFollow>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<List<CommentRequest>>> CertifyResidenceCommentsAsync(
        CertifyResidenceCommentsInput input, CommentSigning signing, CancellationToken cancellationToken) => signing.CertifyAsync(input, cancellationToken);

    /// <summary>Sends comments back to the cell, which writes them anew: too general, or wrong.</summary>
    [Requires(ResidenceLiaisonPermissions.CertifyComments)]
    [Error<CommentIsOutOfYourReach>]
    [Error<CommentStepDoesNotFollow>]
    public static Task<Result<List<CommentRequest>>> SendBackResidenceCommentsAsync(
        SendBackResidenceCommentsInput input, CommentSigning signing, CancellationToken cancellationToken) => signing.SendBackAsync(input, cancellationToken);

    /// <summary>Sends comments to the workplaces, which see them from then on; an earlier version is replaced.</summary>
    [Requires(ResidenceLiaisonPermissions.CertifyComments)]
    [Error<CommentIsOutOfYourReach>]
    [Error<CommentStepDoesNotFollow>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<List<CommentRequest>>> SendResidenceCommentsAsync(
        SendResidenceCommentsInput input, CommentSigning signing, CancellationToken cancellationToken) => signing.SendAsync(input, cancellationToken);

    /// <summary>Records that the workplace received comments.</summary>
    [Requires(ResidenceLiaisonPermissions.RequestComments)]
    [Error<CommentIsOutOfYourReach>]
    [Error<CommentStepDoesNotFollow>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<List<CommentRequest>>> ReceiveResidenceCommentsAsync(
        ReceiveResidenceCommentsInput input, CommentDelivery delivery, CancellationToken cancellationToken) => delivery.ReceiveAsync(input, cancellationToken);

    /// <summary>Records that the workplace told members of comments on them, who read them from then on and may state an opinion (RES-10).</summary>
    [Requires(ResidenceLiaisonPermissions.RequestComments)]
    [Error<CommentIsOutOfYourReach>]
    [Error<CommentStepDoesNotFollow>]
    [Error<LiaisonStepIsStillToCome>]
    [Error<StepIsBeforeEarlierStep>]
    public static Task<Result<List<CommentRequest>>> TellResidenceCommentsAsync(
        TellResidenceCommentsInput input, CommentDelivery delivery, CancellationToken cancellationToken) => delivery.TellAsync(input, cancellationToken);

    /// <summary>Sends requests back to the workplace without a comment: the cell cannot comment on somebody whom it does not know (RES-15).</summary>
    [Requires(ResidenceLiaisonPermissions.WriteComments)]
    [Error<CommentIsOutOfYourReach>]
    [Error<CommentStepDoesNotFollow>]
    public static Task<Result<List<CommentRequest>>> ReturnResidenceCommentRequestsAsync(
        ReturnResidenceCommentRequestsInput input, CommentDelivery delivery, CancellationToken cancellationToken) => delivery.ReturnAsync(input, cancellationToken);

    /// <summary>States the member's own opinion on a comment about themselves, within the days of the policy and until it is answered (RES-10).</summary>
    [Requires(ResidenceLiaisonPermissions.StateOnComments)]
    [Error<StatementPeriodIsOver>]
    public static Task<Result<Comment>> StateOnResidenceCommentAsync(
        StateOnResidenceCommentInput input, CommentStatements statements, CancellationToken cancellationToken) => statements.StateAsync(input, cancellationToken);

    /// <summary>Answers, at the cell that wrote the comment, what the member stated about it (RES-10).</summary>
    [Requires(ResidenceLiaisonPermissions.WriteComments)]
    [Error<CommentIsOutOfYourReach>]
    [Error<NoStatementWaitsForAnAnswer>]
    public static Task<Result<Comment>> AnswerResidenceCommentStatementAsync(
        AnswerResidenceCommentStatementInput input, CommentStatements statements, CancellationToken cancellationToken) => statements.AnswerAsync(input, cancellationToken);
}
