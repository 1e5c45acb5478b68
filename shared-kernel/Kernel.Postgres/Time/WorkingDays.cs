using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Time;

namespace Modular.Kernel.Postgres.Time;

/// <inheritdoc />
internal sealed class WorkingDays(ProvinceDataSources dataSources) : IWorkingDays
{
    private WorkingDayCalendar? calendar;

    public async ValueTask<WorkingDayCalendar> CalendarAsync(CancellationToken cancellationToken) =>
        calendar ??= await ReadAsync(cancellationToken);

    private async Task<WorkingDayCalendar> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = dataSources.Neutral.CreateCommand("select day, is_worked from kernel.holidays");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var holidays = new HashSet<DateOnly>();
        var worked = new HashSet<DateOnly>();
        while (await reader.ReadAsync(cancellationToken))
            (reader.GetBoolean(1) ? worked : holidays).Add(reader.GetFieldValue<DateOnly>(0));
        return new WorkingDayCalendar(holidays, worked);
    }
}
