using Modular.Kernel.Time;

namespace Modular.Organizations.Tests;

/// <summary>A clock that stands at noon in Vietnam on one day, until a test lets another day come.</summary>
internal sealed class FixedClock(DateOnly day) : TimeProvider
{
    /// <summary>The day.</summary>
    public DateOnly Day { get; set; } = day;

    /// <summary>How far the clock has gone on since noon.</summary>
    public TimeSpan Gone { get; set; }

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(Day, new TimeOnly(12, 0), VietnamTime.Offset).ToUniversalTime() + Gone;
}
