using System.IO.Compression;
using System.Text;
using Modular.Kernel.Postgres.Imports;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Imports;

public sealed class ReadingWorkbookTests
{
    private static readonly object?[] Header = ["STT", "Họ và tên", "Ngày sinh", "Số thẻ", "Tình trạng", "Chi bộ", "Nơi ở"];

    [Fact]
    public async Task Texts_numbers_and_days_of_a_sheet_are_read()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var batch = (await setting.ImportAsync(
            setting.File(
                "a.xlsx",
                Workbook.Of(
                    ["ĐẢNG BỘ XÃ"],
                    Header,
                    [1, "Nguyễn Văn Ánh", new DateOnly(1980, 5, 19), "36000001", "Chính thức", "Chi bộ 1", "Xóm 1"],
                    [2, "Trần Thị Bình", 29360, 36000002, "Dự bị", "Chi bộ 1", "Xóm 2"],
                    [],
                    [3, "Vũ Đức Cường", 1975, null, "Dự bị", "Chi bộ 1", "Xóm 3"])),
            ImportMode.AllOrNothing)).Value;

        Assert.Equal((ImportState.Applied, 3, 0), (batch.State, batch.RowsRead, batch.Verdicts));
        Assert.Equal(
            "Nguyễn Văn Ánh 1980-05-19 36000001, Trần Thị Bình 1980-05-19 36000002, Vũ Đức Cường 1975-01-01",
            await setting.Database.ScalarAsync<string>(
                TestProvinces.NamDinh, "select string_agg(concat_ws(' ', full_name, born_on, card_number), ', ' order by full_name) from sample.person"));
    }

    [Fact]
    public async Task Leading_zeros_that_a_number_cell_has_lost_are_put_back_with_a_warning()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var batch = (await setting.ImportAsync(
            setting.File("a.xlsx", Workbook.Of(Header, [1, "A", 1980, 1000002, "Dự bị", "Chi bộ 1", "x"])), ImportMode.AllOrNothing)).Value;

        Assert.Equal(
            "2 card_number Warning LEADING_ZEROS_WERE_PUT_BACK: The cell is a number and had lost its leading zeros; they were put back to make 8 digits.",
            await setting.VerdictsAsync(batch));
        Assert.Equal("01000002", await setting.Database.ScalarAsync<string>(TestProvinces.NamDinh, "select card_number from sample.person"));
    }

    [Fact]
    public async Task A_cell_with_a_formulas_error_has_no_value()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var batch = (await setting.ImportAsync(
            setting.File("a.xlsx", Workbook.Of(Header, [1, "A", new Workbook.Error("#N/A"), null, "Dự bị", "Chi bộ 1", "x"])), ImportMode.DryRun)).Value;

        Assert.Equal("2 born_on Error CELL_SHOWS_AN_ERROR: The cell shows a formula's error (for instance #N/A).", await setting.VerdictsAsync(batch));
    }

    [Fact]
    public async Task A_damaged_workbook_is_refused()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var whole = Workbook.Of(Header, [1, "A", 1980, null, "Dự bị", "Chi bộ 1", "x"]);

        Assert.Equal("WORKBOOK_IS_DAMAGED", await ProblemAsync(setting, whole[..(whole.Length / 2)]));
        Assert.Equal("WORKBOOK_IS_DAMAGED", await ProblemAsync(setting, Workbook.Archive("<worksheet><sheetData><row><c><v>1</v></c>")));
        Assert.Equal("WORKBOOK_IS_DAMAGED", await ProblemAsync(setting, ArchiveOf("hello.txt", "hello"u8.ToArray())));
    }

    [Fact]
    public async Task A_workbook_of_the_old_format_or_with_a_password_is_refused()
    {
        await using var setting = await ImportSetting.CreateAsync();

        Assert.Equal("WORKBOOK_IS_OLD_OR_LOCKED", await ProblemAsync(setting, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]));
    }

    [Fact]
    public async Task A_workbook_that_unfolds_a_thousandfold_is_refused()
    {
        await using var setting = await ImportSetting.CreateAsync();

        Assert.Equal("WORKBOOK_UNFOLDS_TOO_FAR", await ProblemAsync(setting, ArchiveOf("xl/worksheets/sheet1.xml", new byte[40 << 20])));
    }

    [Fact]
    public async Task A_workbook_of_very_many_parts_is_refused()
    {
        await using var setting = await ImportSetting.CreateAsync(new ImportLimits { WorkbookParts = 3 });

        Assert.Equal("WORKBOOK_UNFOLDS_TOO_FAR", await ProblemAsync(setting, Workbook.Of(Header)));
    }

    [Fact]
    public async Task A_sheet_that_defines_entities_is_refused()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var sheet = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>""";

        Assert.Equal("WORKBOOK_IS_DAMAGED", await ProblemAsync(setting, Workbook.Archive(sheet)));
    }

    private static async Task<string?> ProblemAsync(ImportSetting setting, byte[] bytes)
    {
        var batch = (await setting.ImportAsync(setting.File("a.xlsx", bytes), ImportMode.GoodRowsOnly)).Value;
        Assert.Equal(ImportState.Failed, batch.State);
        return batch.ProblemCode;
    }

    private static byte[] ArchiveOf(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            using var part = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            part.Write(content);
        }

        return bytes.ToArray();
    }
}
