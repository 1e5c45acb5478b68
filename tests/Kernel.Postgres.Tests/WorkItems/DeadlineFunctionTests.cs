using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Modular.Kernel.Time;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.WorkItems;

/// <summary>What deadlines are computed with inside of statements.</summary>
public sealed class DeadlineFunctionTests
{
    [Fact]
    public async Task Working_days_are_counted_in_sql_as_the_calendar_counts_them()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var scope = database.Enter();
        var calendar = await scope.Get<IWorkingDays>().CalendarAsync(CancellationToken.None);
        await using var command = scope.Get<ProvinceDataSources>().Of(TestProvinces.NamDinh.Id).CreateCommand(
            """
            select start::date, days, kernel.due_after(start::date, days)
            from generate_series(date '2023-12-01', '2028-03-01', interval '3 days') as start, unnest(array[0, 1, 5, 30, 60]) as days
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var differing = new List<string>();
        var compared = 0;
        while (await reader.ReadAsync())
        {
            var (start, days, due) = (reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetFieldValue<DateOnly>(2));
            if (calendar.DueAfter(start, days) != due)
                differing.Add($"{start} + {days}: {due}");
            compared++;
        }

        Assert.Equal([], differing);
        Assert.Equal(2590, compared);
    }

    [Theory]
    [InlineData("2024-07-01", "2024-07-16")]
    [InlineData("2024-07-16", "2024-07-24")]
    [InlineData("2024-07-24", "2024-08-01")]
    [InlineData("2024-08-01", "none")]
    public async Task The_next_reminder_lies_ahead_and_the_last_one_says_that_it_is_overdue(string today, string next)
    {
        await using var database = await TestDatabase.CreateAsync();

        var found = await database.ScalarAsync<string>(
            TestProvinces.NamDinh, "select coalesce(kernel.next_reminder('2024-07-31', '[15, 7]', $1::text::date)::text, 'none')", today);

        Assert.Equal(next, found);
    }

    [Fact]
    public async Task What_a_province_decided_is_laid_over_the_default_values_for_its_period()
    {
        await using var database = await TestDatabase.CreateAsync();
        await database.ExecuteAsync(
            TestProvinces.NamDinh,
            """
            insert into kernel.policies (province_id, id, key, valid, value, instrument, recorded_at, recorded_by_name)
            values (36, gen_random_uuid(), 'test.deadline', '[2024-01-01,2025-01-01)', '{"days": 20}', '1-QĐ/TU', now(), 'test')
            """);

        string[] chosen =
        [
            await ChosenAsync(TestProvinces.NamDinh, new DateOnly(2024, 6, 1)),
            await ChosenAsync(TestProvinces.NamDinh, new DateOnly(2025, 1, 1)),
            await ChosenAsync(TestProvinces.NinhThuan, new DateOnly(2024, 6, 1)),
        ];

        Assert.Equal(["""{"days": 20, "notice": 5}""", """{"days": 30, "notice": 5}""", """{"days": 30, "notice": 5}"""], chosen);

        Task<string> ChosenAsync(Province province, DateOnly day) => database.ScalarAsync<string>(
            province, """select kernel.policy_on('test.deadline', '{"days": 30, "notice": 5}', $1)::text""", day);
    }
}
