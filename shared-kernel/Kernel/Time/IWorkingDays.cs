namespace Modular.Kernel.Time;

/// <summary>Reads the working-day calendar from the holidays that the deployment keeps as data.</summary>
public interface IWorkingDays
{
    /// <summary>The calendar. Days beyond the years for which holidays are known count by weekday alone.</summary>
    ValueTask<WorkingDayCalendar> CalendarAsync(CancellationToken cancellationToken);
}
