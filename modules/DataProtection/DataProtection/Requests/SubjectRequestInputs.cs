using Modular.GraphQL.CodeFirst;

namespace Modular.DataProtection.Requests;

/// <summary>A request about one's own data.</summary>
internal sealed record FileSubjectRequestInput
{
    /// <summary>What is asked for.</summary>
    public required SubjectRequestKind Kind { get; init; }

    /// <summary>The request in one's own words; at most 4000 characters.</summary>
    public required string Content { get; init; }
}

/// <summary>A request that a data subject handed in on paper.</summary>
internal sealed record RecordSubjectRequestInput
{
    /// <summary>The person whose data it is about.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>What is asked for.</summary>
    public required SubjectRequestKind Kind { get; init; }

    /// <summary>What the paper says; at most 4000 characters.</summary>
    public required string Content { get; init; }

    /// <summary>The day on which it was received; deadlines count from it.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Number and symbol under which it was received.</summary>
    public string? PaperNumber { get; init; }

    /// <summary>Whether a processor or another third party has to act too.</summary>
    public bool InvolvesThirdParty { get; init; }
}

/// <summary>A request whose requester was told that it came in.</summary>
internal sealed record AcknowledgeSubjectRequestInput : ISubjectRequestStep
{
    /// <inheritdoc />
    [ID("SubjectRequest")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }
}

/// <summary>A request on which work begins.</summary>
internal sealed record StartSubjectRequestInput : ISubjectRequestStep
{
    /// <inheritdoc />
    [ID("SubjectRequest")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>Whether a processor or another third party has to act too; as it was recorded where left out.</summary>
    public bool? InvolvesThirdParty { get; init; }
}

/// <summary>More time for a request.</summary>
internal sealed record ExtendSubjectRequestInput : ISubjectRequestStep
{
    /// <inheritdoc />
    [ID("SubjectRequest")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>By how many days.</summary>
    public required int Days { get; init; }

    /// <summary>Why more time is needed; the requester is told.</summary>
    public required string Reason { get; init; }
}

/// <summary>A request that was met.</summary>
internal sealed record CompleteSubjectRequestInput : ISubjectRequestStep
{
    /// <inheritdoc />
    [ID("SubjectRequest")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>What was done; the requester is told.</summary>
    public required string Result { get; init; }
}

/// <summary>A request that is refused.</summary>
internal sealed record RefuseSubjectRequestInput : ISubjectRequestStep
{
    /// <inheritdoc />
    [ID("SubjectRequest")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>On which ground.</summary>
    public required RefusalGround Ground { get; init; }

    /// <summary>What that ground is in this case, with the provision that it rests on; the requester is told.</summary>
    public required string Reason { get; init; }
}

/// <summary>A copy of the person's data that meets a request.</summary>
internal sealed record PrepareDataCopyInput : ISubjectRequestStep
{
    /// <inheritdoc />
    [ID("SubjectRequest")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }
}

/// <summary>What every step of a request names.</summary>
internal interface ISubjectRequestStep
{
    /// <summary>The request.</summary>
    Guid Id { get; }

    /// <summary>The version that was read.</summary>
    int ExpectedVersion { get; }
}
