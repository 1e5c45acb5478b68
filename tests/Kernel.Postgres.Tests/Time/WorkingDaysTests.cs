using Modular.Kernel.Time;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Time;

public sealed class WorkingDaysTests
{
    [Fact]
    public async Task Holidays_and_exchanged_days_count_as_announced()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Enter();

        var calendar = await scope.Get<IWorkingDays>().CalendarAsync(CancellationToken.None);

        // 29 April 2024 was exchanged for Saturday, 4 May; 30 April and 1 May are holidays.
        Assert.Equal(new DateOnly(2024, 5, 4), calendar.DueAfter(new DateOnly(2024, 4, 26), 3));
        Assert.Equal(new DateOnly(2025, 2, 3), calendar.DueAfter(new DateOnly(2025, 1, 24), 1));
        Assert.False(calendar.IsWorkingDay(new DateOnly(2023, 9, 4)));
    }

    [Fact]
    public async Task Every_year_has_its_days_off_on_weekdays_and_its_worked_days_on_weekends()
    {
        await using var database = await TestDatabase.CreateAsync();

        var years = await database.ScalarAsync<string>(
            TestProvinces.NamDinh,
            """
            select string_agg(concat_ws(' ', year, off, nullif(worked, 0)), ', ' order by year) from (
                select extract(year from day) as year,
                    count(*) filter (where not is_worked and extract(isodow from day) < 6) as off,
                    count(*) filter (where is_worked and extract(isodow from day) >= 6) as worked,
                    count(*) as days
                from kernel.holidays group by 1) as counted
            where off + worked = days
            """);

        Assert.Equal("2020 10, 2021 11, 2022 11, 2023 11, 2024 12 1, 2025 12 1, 2026 13 2, 2027 11", years);
    }
}
