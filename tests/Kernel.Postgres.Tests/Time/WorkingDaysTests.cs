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

    [Theory]
    [InlineData(2020, 10)]
    [InlineData(2021, 11)]
    [InlineData(2022, 11)]
    [InlineData(2023, 11)]
    [InlineData(2024, 12)]
    [InlineData(2025, 12)]
    [InlineData(2026, 13)]
    [InlineData(2027, 11)]
    public async Task Every_year_has_its_days_off_and_each_falls_on_a_weekday(int year, int days)
    {
        await using var database = await TestDatabase.CreateAsync();

        var found = await database.ScalarAsync<long>(
            TestProvinces.NamDinh,
            "select count(*) from kernel.holidays where extract(year from day) = $1 and not is_worked and extract(isodow from day) < 6",
            (decimal)year);
        var misplaced = await database.ScalarAsync<long>(
            TestProvinces.NamDinh, "select count(*) from kernel.holidays where is_worked <> (extract(isodow from day) >= 6)");

        Assert.Equal((days, 0L), (found, misplaced));
    }
}
