namespace Modular.Kernel.Time;

/// <summary>
/// Counts working days: Monday to Friday without public holidays, plus the Saturdays or Sundays that are worked in exchange for a
/// holiday. The deadlines of Party regulations count so unless they say otherwise.
/// </summary>
/// <param name="holidays">Days off that would otherwise be worked.</param>
/// <param name="workedWeekendDays">Weekend days that are worked in exchange.</param>
public sealed class WorkingDayCalendar(IReadOnlySet<DateOnly> holidays, IReadOnlySet<DateOnly> workedWeekendDays)
{
    /// <summary>Whether people work on this day.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
        ? workedWeekendDays.Contains(day)
        : !holidays.Contains(day);

    /// <summary>
    /// The last day of a period of working days. The day of the event itself does not count; the period ends with the
    /// <paramref name="workingDays"/>th working day after it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public DateOnly DueAfter(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = start;
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                workingDays--;
        }

        return day;
    }

    /// <summary>How many working days lie after <paramref name="start"/> up to and including <paramref name="end"/>; 0 when the end is not later.</summary>
    public int Between(DateOnly start, DateOnly end)
    {
        var count = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
                count++;
        }

        return count;
    }
}
