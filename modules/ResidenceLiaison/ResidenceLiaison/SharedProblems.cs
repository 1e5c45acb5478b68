using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison;

/// <summary>What is recorded has happened already.</summary>
/// <param name="Day">The day that was given.</param>
/// <param name="Today">Today.</param>
internal sealed record LiaisonStepIsStillToCome(DateOnly Day, DateOnly Today) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {Day.Vietnamese()} chưa tới (hôm nay là {Today.Vietnamese()}).", $"{Day.English()} is still to come (today is {Today.English()}).");
}

/// <summary>A step is not made before the one that it follows.</summary>
/// <param name="Day">The day that was given.</param>
/// <param name="Earliest">The day of the step before.</param>
internal sealed record StepIsBeforeEarlierStep(DateOnly Day, DateOnly Earliest) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {Day.Vietnamese()} trước bước liền trước ({Earliest.Vietnamese()}).", $"{Day.English()} is before the step that it follows ({Earliest.English()}).");
}
