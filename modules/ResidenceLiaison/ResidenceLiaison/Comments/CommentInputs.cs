using Modular.GraphQL.CodeFirst;
using Modular.ResidenceLiaison.Contracts;
using Modular.ResidenceLiaison.Introductions;

namespace Modular.ResidenceLiaison.Comments;

/// <summary>A yearly round of comments that is opened, or to which those are added who came since.</summary>
internal sealed record OpenResidenceCommentRoundInput
{
    /// <summary>The commune committee, the province, or any organization above residential cells.</summary>
    [ID("Organization")]
    public required Guid OrganizationId { get; init; }

    /// <summary>The year: this one or the last one.</summary>
    public required int Year { get; init; }

    /// <summary>The last day on which comments go to the workplaces; that of the policy where it is left out. A round that is open keeps its own.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What the cells are told with it; at most 300 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>Comments that a workplace asks for.</summary>
internal sealed record RequestResidenceCommentsInput
{
    /// <summary>The introductions of the members, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedIntroductionInput> Introductions { get; init; }

    /// <summary>For what (RES-06).</summary>
    public required ResidenceCommentPurpose Purpose { get; init; }

    /// <summary>The last day; that of the policy where it is left out.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>What is said with the request; at most 300 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>A request that is taken a step further.</summary>
internal sealed record ChangedCommentInput : IChangedComment
{
    /// <inheritdoc />
    [ID("ResidenceCommentRequest")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }
}

/// <summary>Comments that a cell writes, all in one go.</summary>
internal sealed record DraftResidenceCommentsInput
{
    /// <summary>The comments, each request once, at most 200.</summary>
    public required IReadOnlyList<DraftedCommentInput> Comments { get; init; }
}

/// <summary>What is written about a member.</summary>
internal sealed record DraftedCommentInput : IChangedComment
{
    /// <summary>The request that it answers.</summary>
    [ID("ResidenceCommentRequest")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>The level, by its code in the form.</summary>
    public required string Level { get; init; }

    /// <summary>The level of each criterion of the form.</summary>
    public required IReadOnlyList<CriterionMarkInput> Marks { get; init; }

    /// <summary>What is good; at most 4000 characters.</summary>
    public required string Strengths { get; init; }

    /// <summary>What is to be better; at most 4000 characters.</summary>
    public string? Shortcomings { get; init; }
}

/// <summary>The level of a criterion.</summary>
internal sealed record CriterionMarkInput
{
    /// <summary>The criterion, by its code in the form.</summary>
    public required string Criterion { get; init; }

    /// <summary>The level, by its code in the form.</summary>
    public required string Level { get; init; }
}

/// <summary>Comments on which the cell committee and the Front work committee agreed (RES-05).</summary>
internal sealed record SignResidenceCommentsInput
{
    /// <summary>The requests, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedCommentInput> Requests { get; init; }

    /// <summary>The day on which the two committees agreed.</summary>
    public required DateOnly ReviewedOn { get; init; }

    /// <summary>Who spoke for the Front work committee; at most 300 characters.</summary>
    public required string FrontRepresentative { get; init; }

    /// <summary>Who signs for the cell committee: its secretary or deputy; at most 300 characters.</summary>
    public required string SignedBy { get; init; }

    /// <summary>The day of the signature; today where it is left out.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Comments that the commune committee certifies.</summary>
internal sealed record CertifyResidenceCommentsInput
{
    /// <summary>The requests, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedCommentInput> Requests { get; init; }

    /// <summary>Who certifies; at most 300 characters.</summary>
    public required string CertifiedBy { get; init; }

    /// <summary>The day; today where it is left out.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Comments that the commune committee wants written anew.</summary>
internal sealed record SendBackResidenceCommentsInput
{
    /// <summary>The requests, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedCommentInput> Requests { get; init; }

    /// <summary>Why; at most 300 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>Comments that go to the workplaces.</summary>
internal sealed record SendResidenceCommentsInput
{
    /// <summary>The requests, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedCommentInput> Requests { get; init; }

    /// <summary>The day; today where it is left out.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Comments that came in at the workplace.</summary>
internal sealed record ReceiveResidenceCommentsInput
{
    /// <summary>The requests, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedCommentInput> Requests { get; init; }

    /// <summary>The day; today where it is left out.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Comments of which the workplace told the members.</summary>
internal sealed record TellResidenceCommentsInput
{
    /// <summary>The requests, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedCommentInput> Requests { get; init; }

    /// <summary>The day; today where it is left out.</summary>
    public DateOnly? On { get; init; }
}

/// <summary>Requests that the residence sends back without a comment.</summary>
internal sealed record ReturnResidenceCommentRequestsInput
{
    /// <summary>The requests, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedCommentInput> Requests { get; init; }

    /// <summary>Why.</summary>
    public required CommentReturnReason Reason { get; init; }

    /// <summary>What is known of it; at most 300 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>What a member says about a comment on themselves.</summary>
internal sealed record StateOnResidenceCommentInput
{
    /// <summary>The comment.</summary>
    [ID("ResidenceComment")]
    public required Guid Id { get; init; }

    /// <summary>The version of the comment that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The statement; at most 4000 characters.</summary>
    public required string Statement { get; init; }
}

/// <summary>What the cell answers to a member's statement.</summary>
internal sealed record AnswerResidenceCommentStatementInput
{
    /// <summary>The comment.</summary>
    [ID("ResidenceComment")]
    public required Guid Id { get; init; }

    /// <summary>The version of the comment that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The answer; at most 4000 characters.</summary>
    public required string Answer { get; init; }
}

/// <summary>What every step of a comment names.</summary>
internal interface IChangedComment
{
    /// <summary>The request.</summary>
    Guid Id { get; }

    /// <summary>The version of the request that was read.</summary>
    int ExpectedVersion { get; }
}
