namespace Modular.Kernel.Time;

/// <summary>Days are Vietnam days: UTC+7 without daylight saving.</summary>
public static class VietnamTime
{
    /// <summary>The distance from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The moment at which a day is over in Vietnam.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Offset);

    /// <summary>The day that it is now in Vietnam.</summary>
    public static DateOnly Today(this TimeProvider clock) =>
        DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);
}
