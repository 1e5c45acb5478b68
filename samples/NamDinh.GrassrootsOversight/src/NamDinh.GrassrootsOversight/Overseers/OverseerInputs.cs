using Modular.GraphQL.CodeFirst;

namespace NamDinh.GrassrootsOversight.Overseers;

/// <summary>A committee member who is put in charge of a cell.</summary>
internal sealed record AssignOversightInput
{
    /// <summary>The committee member.</summary>
    [ID("Member")]
    public required Guid OverseerId { get; init; }

    /// <summary>The cell.</summary>
    [ID("Organization")]
    public required Guid CellId { get; init; }

    /// <summary>The level of the committee.</summary>
    public required OverseerLevel Level { get; init; }

    /// <summary>Number and symbol of the decision; at most 300 characters.</summary>
    public required string BasisNumber { get; init; }

    /// <summary>The day of the decision.</summary>
    public required DateOnly BasisDecidedOn { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly FromOn { get; init; }
}

/// <summary>An assignment that ends.</summary>
internal sealed record EndOversightInput
{
    /// <summary>The assignment.</summary>
    [ID("OversightAssignment")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The first day on which it holds no more.</summary>
    public required DateOnly ToOn { get; init; }
}

/// <summary>A visit with its report.</summary>
internal sealed record RecordOversightVisitInput
{
    /// <summary>The assignment.</summary>
    [ID("OversightAssignment")]
    public required Guid AssignmentId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly VisitedOn { get; init; }

    /// <summary>What for.</summary>
    public required VisitKind Kind { get; init; }

    /// <summary>What was found; at most 4000 characters. It names no person.</summary>
    public required string Findings { get; init; }

    /// <summary>What is recommended, at most 20.</summary>
    public IReadOnlyList<RaisedRecommendationInput> Recommendations { get; init; } = [];
}

/// <summary>A recommendation of a visit.</summary>
internal sealed record RaisedRecommendationInput
{
    /// <summary>The organization that is to answer.</summary>
    [ID("Organization")]
    public required Guid OwnerId { get; init; }

    /// <summary>What is recommended; at most 4000 characters. It names no person.</summary>
    public required string Content { get; init; }
}

/// <summary>A recommendation that comes further.</summary>
internal sealed record AdvanceOversightRecommendationInput
{
    /// <summary>The recommendation.</summary>
    [ID("OversightRecommendation")]
    public required Guid Id { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>What it becomes.</summary>
    public required RecommendationState To { get; init; }

    /// <summary>Who is to act from now on, where it is assigned.</summary>
    [ID("Organization")]
    public Guid? OwnerId { get; init; }

    /// <summary>The answer, or why it is rejected; at most 4000 characters.</summary>
    public string? Answer { get; init; }
}
