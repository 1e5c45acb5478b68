using Modular.Kernel.Time;

namespace Modular.Members.Tests;

/// <summary>A clock that stands at noon in Vietnam on one day.</summary>
internal sealed class FixedClock(DateOnly day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(day, new TimeOnly(12, 0), VietnamTime.Offset).ToUniversalTime();
}
