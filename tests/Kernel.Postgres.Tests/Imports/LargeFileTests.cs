using System.Globalization;
using System.Text;
using Modular.Kernel.Postgres.Imports;

namespace Modular.Kernel.Postgres.Tests.Imports;

public sealed class LargeFileTests(ITestOutputHelper output)
{
    private const int Rows = 110_000;

    [Fact]
    public async Task A_text_file_of_110_000_rows_is_applied_completely()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var text = new StringBuilder("Họ và tên,Ngày sinh,Số thẻ,Tình trạng,Chi bộ,Nơi ở,Số nhà\n");
        for (var row = 0; row < Rows; row++)
            text.Append(CultureInfo.InvariantCulture, $"Nguyễn Thị Ánh Nguyệt {row},19/05/{1950 + (row % 50)},{36_000_000 + row},Chính thức,Chi bộ 1,Xóm {row % 20},{1 + (row % 90)}\n");

        await ApplyAsync(setting, setting.File("a.csv", text.ToString()));
    }

    [Fact]
    public async Task A_workbook_of_110_000_rows_is_applied_completely()
    {
        await using var setting = await ImportSetting.CreateAsync();
        List<object?[]> rows = [["Họ và tên", "Ngày sinh", "Số thẻ", "Tình trạng", "Chi bộ", "Nơi ở", "Số nhà"]];
        for (var row = 0; row < Rows; row++)
            rows.Add([$"Nguyễn Thị Ánh Nguyệt {row}", new DateOnly(1950 + (row % 50), 5, 19), 36_000_000 + row, "Chính thức", "Chi bộ 1", $"Xóm {row % 20}", 1 + (row % 90)]);

        await ApplyAsync(setting, setting.File("a.xlsx", Workbook.Of(rows)));
    }

    [Fact]
    public async Task Every_row_of_a_large_file_can_be_wrong()
    {
        await using var setting = await ImportSetting.CreateAsync(new ImportLimits { Verdicts = 50 });
        var text = new StringBuilder("Họ và tên,Ngày sinh,Số thẻ,Tình trạng,Chi bộ\n");
        for (var row = 0; row < 30_000; row++)
            text.Append("A,hôm qua,12,lạ,Chi bộ 9\n");

        var batch = (await setting.ImportAsync(setting.File("a.csv", text.ToString()), ImportMode.GoodRowsOnly)).Value;

        Assert.Equal((ImportState.Applied, 0, 30_000, 150_000), (batch.State, batch.RowsApplied, batch.RowsWithErrors, batch.Verdicts));
        Assert.Equal(
            50L, await setting.Database.ScalarAsync<long>(TestKit.Databases.TestProvinces.NamDinh, "select count(*) from kernel.import_verdicts"));
    }

    private async Task ApplyAsync(ImportSetting setting, string path)
    {
        var clock = TimeProvider.System;
        var allocated = GC.GetTotalAllocatedBytes();
        var started = clock.GetTimestamp();

        var batch = (await setting.ImportAsync(path, ImportMode.AllOrNothing)).Value;

        output.WriteLine(FormattableString.Invariant(
            $"{Path.GetExtension(path)}: {clock.GetElapsedTime(started).TotalSeconds:0.0} s, {(GC.GetTotalAllocatedBytes() - allocated) >> 20} MB allocated, {GC.GetGCMemoryInfo().HeapSizeBytes >> 20} MB heap"));
        Assert.Equal((ImportState.Applied, Rows, Rows, 0), (batch.State, batch.RowsRead, batch.RowsApplied, batch.Verdicts));
        Assert.Equal(Rows, await setting.PeopleAsync());
        Assert.InRange(
            await setting.Database.ScalarAsync<float>(
                TestKit.Databases.TestProvinces.NamDinh, "select min(reltuples) from pg_class where oid in ('sample.person'::regclass, 'kernel.import_rows'::regclass, 'kernel.edits'::regclass)"),
            Rows * 0.9f,
            Rows * 1.1f);
    }
}
