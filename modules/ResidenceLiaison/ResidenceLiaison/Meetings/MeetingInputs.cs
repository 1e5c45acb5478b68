using Modular.GraphQL.CodeFirst;

namespace Modular.ResidenceLiaison.Meetings;

/// <summary>A meeting that is planned.</summary>
internal sealed record PlanResidenceMeetingInput
{
    /// <summary>The residential cell.</summary>
    [ID("Organization")]
    public required Guid CellId { get; init; }

    /// <summary>The part of the year, which is that of the planned day.</summary>
    public required MeetingPeriod Period { get; init; }

    /// <summary>The day on which it is to be held.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>What it is about; at most 4000 characters.</summary>
    public required string Agenda { get; init; }

    /// <summary>Where; at most 300 characters.</summary>
    public string? Place { get; init; }
}

/// <summary>A meeting to which the working members are summoned.</summary>
internal sealed record InviteToResidenceMeetingInput : IMeetingStep
{
    /// <inheritdoc />
    [ID("ResidenceMeeting")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>The papers that go with the invitation; at most 4000 characters.</summary>
    public string? Papers { get; init; }
}

/// <summary>A meeting that was held.</summary>
internal sealed record RecordResidenceMeetingInput : IMeetingStep
{
    /// <inheritdoc />
    [ID("ResidenceMeeting")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which it was held.</summary>
    public required DateOnly HeldOn { get; init; }

    /// <summary>Those who were summoned, each once: who is not named was there in person.</summary>
    public IReadOnlyList<RecordedAttendanceInput>? Attendances { get; init; }

    /// <summary>The minutes; at most 4000 characters.</summary>
    public string? Minutes { get; init; }
}

/// <summary>Whether a member came.</summary>
internal sealed record RecordedAttendanceInput
{
    /// <summary>The introduction of the member.</summary>
    [ID("ResidenceIntroduction")]
    public required Guid IntroductionId { get; init; }

    /// <summary>Whether the member came in person.</summary>
    public required AttendanceKind Kind { get; init; }

    /// <summary>Why the member was absent, where there is a reason; at most 300 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Who of the family came instead, where somebody did; at most 300 characters.</summary>
    public string? RepresentedBy { get; init; }
}

/// <summary>A meeting that is not held.</summary>
internal sealed record CancelResidenceMeetingInput : IMeetingStep
{
    /// <inheritdoc />
    [ID("ResidenceMeeting")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>Why; at most 300 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>What members said at a meeting.</summary>
internal sealed record RecordResidenceOpinionsInput : IMeetingStep
{
    /// <inheritdoc />
    [ID("ResidenceMeeting")]
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required int ExpectedVersion { get; init; }

    /// <summary>The opinions, at most 200.</summary>
    public required IReadOnlyList<RecordedOpinionInput> Opinions { get; init; }
}

/// <summary>What a member said.</summary>
internal sealed record RecordedOpinionInput
{
    /// <summary>The introduction of the member, who was there.</summary>
    [ID("ResidenceIntroduction")]
    public required Guid IntroductionId { get; init; }

    /// <summary>What was said; at most 4000 characters.</summary>
    public required string Content { get; init; }
}

/// <summary>An answer to an opinion.</summary>
internal sealed record AnswerResidenceOpinionInput
{
    /// <summary>The opinion.</summary>
    [ID("ResidenceOpinion")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The answer; at most 4000 characters.</summary>
    public required string Answer { get; init; }

    /// <summary>What is done about it, and by whom; at most 4000 characters.</summary>
    public string? FollowUp { get; init; }
}

/// <summary>What every step of a meeting names.</summary>
internal interface IMeetingStep
{
    /// <summary>The meeting.</summary>
    Guid Id { get; }

    /// <summary>The version that was read.</summary>
    int ExpectedVersion { get; }
}
