using Modular.Kernel.Results;

namespace Modular.DataProtection;

/// <summary>What is recorded has happened already.</summary>
/// <param name="Day">The day that was given.</param>
/// <param name="Today">Today.</param>
internal sealed record DayIsStillToCome(DateOnly Day, DateOnly Today) : Problem
{
    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày {Day.Vietnamese()} chưa tới (hôm nay là {Today.Vietnamese()}).", $"{Day.English()} is still to come (today is {Today.English()}).");
}

/// <summary>Nobody acts on their own case.</summary>
internal sealed record NobodyDecidesOnTheirOwnRequest : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.OwnCase;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Không ai tự giải quyết yêu cầu của mình; hãy để người khác giải quyết.", "Nobody decides on their own request; somebody else has to.");
}
