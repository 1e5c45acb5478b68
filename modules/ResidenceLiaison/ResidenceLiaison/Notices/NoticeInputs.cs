using Modular.GraphQL.CodeFirst;

namespace Modular.ResidenceLiaison.Notices;

/// <summary>Notices that somebody writes, the same about each of several members.</summary>
internal sealed record SendResidenceNoticesInput
{
    /// <summary>The introductions of the members, each once, at most 200; their letters are out.</summary>
    [ID("ResidenceIntroduction")]
    public required IReadOnlyList<Guid> IntroductionIds { get; init; }

    /// <summary>What is told; what the register tells by itself nobody writes.</summary>
    public required NoticeKind Kind { get; init; }

    /// <summary>To which committee; needed of a message, all other kinds say it themselves.</summary>
    public NoticeDirection? Direction { get; init; }

    /// <summary>The day of what is told; today where it is left out.</summary>
    public DateOnly? HappenedOn { get; init; }

    /// <summary>What is told; at most 4000 characters.</summary>
    public required string Content { get; init; }
}

/// <summary>A notice that is to be changed.</summary>
internal sealed record ChangedNoticeInput
{
    /// <summary>The notice.</summary>
    [ID("ResidenceNotice")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }
}

/// <summary>Notices that were read.</summary>
internal sealed record ReadResidenceNoticesInput
{
    /// <summary>The notices, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedNoticeInput> Notices { get; init; }
}

/// <summary>Notices of which the committee takes note.</summary>
internal sealed record AcknowledgeResidenceNoticesInput
{
    /// <summary>The notices, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedNoticeInput> Notices { get; init; }
}

/// <summary>An answer to proposals of the residence (RES-14).</summary>
internal sealed record AnswerResidenceProposalsInput
{
    /// <summary>The proposals, each once, at most 200.</summary>
    public required IReadOnlyList<ChangedNoticeInput> Notices { get; init; }

    /// <summary>What the workplace did.</summary>
    public required ProposalResult Result { get; init; }

    /// <summary>What is answered; at most 4000 characters.</summary>
    public required string Answer { get; init; }
}
