using Modular.Kernel.Time;
using Xunit;

namespace Modular.Kernel.Tests.Time;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = new(
        holidays: new HashSet<DateOnly> { new(2024, 4, 29), new(2024, 4, 30), new(2024, 5, 1) },
        workedWeekendDays: new HashSet<DateOnly> { new(2024, 5, 4) });

    [Fact]
    public void A_period_starts_on_the_day_after_and_skips_weekends_and_holidays() =>
        Assert.Equal(new DateOnly(2024, 5, 3), Calendar.DueAfter(new DateOnly(2024, 4, 26), 2));

    [Fact]
    public void A_worked_saturday_counts() =>
        Assert.Equal(new DateOnly(2024, 5, 4), Calendar.DueAfter(new DateOnly(2024, 5, 3), 1));

    [Fact]
    public void Zero_working_days_end_on_the_day_itself() =>
        Assert.Equal(new DateOnly(2024, 4, 27), Calendar.DueAfter(new DateOnly(2024, 4, 27), 0));

    [Fact]
    public void A_negative_period_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.DueAfter(new DateOnly(2024, 4, 27), -1));

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(60)]
    public void Counting_back_what_was_counted_forward_gives_the_same_number(int workingDays)
    {
        var start = new DateOnly(2024, 4, 10);

        Assert.Equal(workingDays, Calendar.Between(start, Calendar.DueAfter(start, workingDays)));
    }

    [Fact]
    public void Today_is_the_day_in_vietnam_not_in_greenwich()
    {
        var clock = new FixedClock(new DateTimeOffset(2024, 3, 12, 18, 30, 0, TimeSpan.Zero));

        Assert.Equal(new DateOnly(2024, 3, 13), clock.Today());
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
