namespace Modular.Organizations.Reorganizing.Steps;

/// <summary>What a step did.</summary>
/// <param name="Members">How many people it moved from one organization to another.</param>
/// <param name="Organizations">How many organizations it moved from one parent to another, those below them not counted.</param>
internal sealed record StepResult(int Members = 0, int Organizations = 0)
{
    /// <summary>Between which two organizations something was handed over (ORG-22); null where nothing was.</summary>
    public (Guid Giving, Guid Receiving)? HandedOver { get; init; }

    /// <summary>The cells whose members came or went, of which each needs enough at the end (ORG-01).</summary>
    public IReadOnlyList<Guid> Cells { get; init; } = [];
}
