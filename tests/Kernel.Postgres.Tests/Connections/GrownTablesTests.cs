using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Tests.Imports;
using Npgsql;

namespace Modular.Kernel.Postgres.Tests.Connections;

public sealed class GrownTablesTests
{
    [Fact]
    public async Task Tables_that_cannot_be_analyzed_undo_nothing_and_are_counted_and_few_rows_are_not_worth_a_look()
    {
        await using var setting = await ImportSetting.CreateAsync();
        await using var owner = await setting.Database.OpenAsOwnerAsync();
        await using var away = new NpgsqlCommand("alter function kernel.analyze_grown_tables() rename to analyze_nothing", owner);
        await away.ExecuteNonQueryAsync();
        var failures = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == "modular.sql.analyze.failures")
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref failures, count));
        listener.Start();

        var few = (await setting.ImportAsync(setting.File("few.csv", People(1, 3)), ImportMode.AllOrNothing)).Value;
        var afterFew = Interlocked.Read(ref failures);
        var many = (await setting.ImportAsync(setting.File("many.csv", People(4, 300)), ImportMode.AllOrNothing)).Value;

        Assert.Equal((ImportState.Applied, 3, 0L), (few.State, few.RowsApplied, afterFew));
        Assert.Equal((ImportState.Applied, 300, 1L), (many.State, many.RowsApplied, Interlocked.Read(ref failures)));
    }

    [Fact]
    public async Task A_table_whose_free_pages_were_filled_is_looked_at_again()
    {
        await using var setting = await ImportSetting.CreateAsync();
        await using var owner = await setting.Database.OpenAsOwnerAsync();
        await using var fill = new NpgsqlCommand(
            """
            create table kernel.refilled (province integer, filling text);
            insert into kernel.refilled select 1, repeat('x', 100) from generate_series(1, 20000);
            insert into kernel.refilled values (2, 'the last page');
            delete from kernel.refilled where province = 1
            """,
            owner);
        await fill.ExecuteNonQueryAsync();
        foreach (var step in new[] { "vacuum analyze kernel.refilled", "insert into kernel.refilled select 3, repeat('y', 100) from generate_series(1, 6000)" })
        {
            await using var next = new NpgsqlCommand(step, owner);
            await next.ExecuteNonQueryAsync();
        }

        await GrownTables.AnalyzeAsync(owner, NullLogger.Instance, TestContext.Current.CancellationToken);

        await using var known = new NpgsqlCommand(
            "select most_common_vals::text from pg_stats where schemaname = 'kernel' and tablename = 'refilled' and attname = 'province'", owner);
        Assert.Equal("{3}", await known.ExecuteScalarAsync());
    }

    private static string People(int from, int count)
    {
        var text = new StringBuilder("Họ và tên,Ngày sinh,Số thẻ,Tình trạng,Chi bộ,Nơi ở,Số nhà\n");
        for (var number = from; number < from + count; number++)
            text.Append(CultureInfo.InvariantCulture, $"Trần Văn {number},19/05/1950,{36_000_000 + number},Chính thức,Chi bộ 1,Xóm 1,{number}\n");
        return text.ToString();
    }
}
