using Modular.Kernel.Results;

namespace Modular.Members.Deaths;

/// <summary>A slip is made on or after the day that it reports.</summary>
/// <param name="MadeOn">The day that was given.</param>
/// <param name="DepartedOn">The day of the death or leaving.</param>
internal sealed record SlipIsMadeBeforeTheDeparture(DateOnly MadeOn, DateOnly DepartedOn) : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DepartureSlips;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        $"Ngày lập phiếu ({MadeOn.Vietnamese()}) sớm hơn ngày từ trần, ra khỏi Đảng ({DepartedOn.Vietnamese()}).",
        $"The slip is made ({MadeOn.English()}) before the member died or left ({DepartedOn.English()}).");
}

/// <summary>Slips are about those who died or left.</summary>
internal sealed record SlipsAreAboutThoseWhoLeft : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DepartureSlips;

    /// <inheritdoc />
    protected override LocalizedText Text => new(
        "Chỉ lập phiếu báo cho đảng viên đã từ trần hoặc ra khỏi Đảng.", "A slip is made about a member who died or left the Party.");
}

/// <summary>A departure is reported once.</summary>
internal sealed record SlipWasMadeAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DepartureSlips;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Đã lập phiếu báo.", "The slip was made already.");
}

/// <summary>A slip is sent once.</summary>
internal sealed record SlipWasSentAlready : Problem
{
    /// <inheritdoc />
    public override RuleReference Rule => Rules.DepartureSlips;

    /// <inheritdoc />
    protected override LocalizedText Text => new("Phiếu báo đã được chuyển.", "The slip was sent already.");
}
