using Modular.GraphQL.CodeFirst;
using Modular.Members.Memberships;

namespace Modular.Members.Discipline;

/// <summary>The written decision on a measure, which follows the vote.</summary>
internal sealed record WriteDisciplinaryDecisionInput : IMeasureStep
{
    /// <summary>The measure.</summary>
    [ID("DisciplinaryMeasure")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The decision.</summary>
    public required MemberDecisionInput Decision { get; init; }
}

/// <summary>A complaint against a measure.</summary>
internal sealed record ReceiveDisciplineComplaintInput : IMeasureStep
{
    /// <summary>The measure.</summary>
    [ID("DisciplinaryMeasure")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which the complaint was received.</summary>
    public required DateOnly ReceivedOn { get; init; }
}

/// <summary>What a complaint came to.</summary>
internal sealed record SettleDisciplineComplaintInput : IMeasureStep
{
    /// <summary>The measure.</summary>
    [ID("DisciplinaryMeasure")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The result.</summary>
    public required ComplaintResult Result { get; init; }

    /// <summary>The day on which the settlement takes effect.</summary>
    public required DateOnly SettledOn { get; init; }

    /// <summary>The decision on the complaint.</summary>
    public required MemberDecisionInput Decision { get; init; }

    /// <summary>The cell that takes back whoever was expelled; the last one where left out.</summary>
    [ID("Organization")]
    public Guid? OrganizationId { get; init; }
}

/// <summary>A step of a measure that was recorded.</summary>
internal interface IMeasureStep
{
    /// <summary>The measure.</summary>
    Guid Id { get; }

    /// <summary>The version that was read.</summary>
    int ExpectedVersion { get; }
}
