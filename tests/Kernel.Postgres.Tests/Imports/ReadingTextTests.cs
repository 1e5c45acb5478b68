using System.Text;
using Modular.Kernel.Postgres.Imports;

namespace Modular.Kernel.Postgres.Tests.Imports;

public sealed class ReadingTextTests
{
    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public async Task Commas_semicolons_and_tabs_separate_cells(string separator)
    {
        await using var setting = await ImportSetting.CreateAsync();

        await setting.ImportAsync(setting.File("a.csv", Table(separator)), ImportMode.AllOrNothing);

        Assert.Equal($"Nguyễn Văn Ánh/Xóm 1{separator} thôn 2".Replace("\t", "", StringComparison.Ordinal), await PersonAsync(setting));
    }

    [Fact]
    public async Task The_separator_that_Excel_names_in_the_first_line_holds()
    {
        await using var setting = await ImportSetting.CreateAsync();

        await setting.ImportAsync(setting.File("a.csv", "sep=;\n" + Table(";")), ImportMode.AllOrNothing);

        Assert.Equal("Nguyễn Văn Ánh/Xóm 1; thôn 2", await PersonAsync(setting));
    }

    public static TheoryData<Encoding> Encodings { get; } =
    [
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
    ];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Utf8_and_marked_utf16_are_read(Encoding encoding)
    {
        await using var setting = await ImportSetting.CreateAsync();

        await setting.ImportAsync(setting.File("a.csv", Table(","), encoding), ImportMode.AllOrNothing);

        Assert.Equal("Nguyễn Văn Ánh/Xóm 1, thôn 2", await PersonAsync(setting));
    }

    [Fact]
    public async Task Decomposed_letters_are_composed_and_stray_spaces_removed()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var text = "Họ và tên,Ngày sinh,Tình trạng,Chi bộ,Nơi ở\n  Nguyễn   Văn\u00a0Ánh ,1980,Chính thức, Chi bộ 1 ,x\n".Normalize(NormalizationForm.FormD);

        await setting.ImportAsync(setting.File("a.csv", text), ImportMode.AllOrNothing);

        Assert.Equal("Nguyễn Văn Ánh/x", await PersonAsync(setting));
    }

    [Fact]
    public async Task Headers_are_found_below_a_title_in_any_order_without_diacritics_and_with_remarks()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var batch = (await setting.ImportAsync(
            setting.File(
                "a.csv",
                """
                ĐẢNG BỘ XÃ MỸ PHONG,,,,,
                DANH SÁCH ĐẢNG VIÊN,,,,,

                STT,chi bo,HO TEN (*),Ngày sinh (ngày/tháng/năm),Tinh trang,DIA CHI
                1,Chi bộ 1,Nguyễn Văn Ánh,1980,Official,Xóm 1
                """),
            ImportMode.AllOrNothing)).Value;

        Assert.Equal("Nguyễn Văn Ánh/Xóm 1", await PersonAsync(setting));
        Assert.Equal(["STT"], batch.UnknownHeaders);
        Assert.Equal(1, batch.RowsRead);
    }

    [Theory]
    [InlineData("", "IMPORT_FILE_IS_EMPTY", "The file is empty.")]
    [InlineData("Họ và tên,Ngày sinh\nA,1980\n", "IMPORT_COLUMNS_ARE_MISSING", "Required columns are missing: Status, Cell.")]
    [InlineData("Nguyễn Văn A\nTrần B\n", "IMPORT_COLUMNS_ARE_MISSING", "Required columns are missing: Full name, Birth date, Status, Cell.")]
    [InlineData("Họ và tên,Họ tên,Ngày sinh,Tình trạng,Chi bộ\n", "IMPORT_COLUMN_APPEARS_TWICE", "Two columns mean the same: \"Họ và tên\" and \"Họ tên\".")]
    [InlineData(
        "Họ tên,Ngày sinh,Tình trạng,Chi bộ\nA,1980,Dự bị,Chi bộ 1\n\"B,1980,Dự bị,Chi bộ 1\nC,1980,Dự bị,Chi bộ 1\n",
        "IMPORT_FILE_HAS_A_MISPLACED_QUOTE",
        "Line 3: a double quote is missing or misplaced, or a cell is too long.")]
    public async Task A_malformed_file_is_answered_with_what_is_wrong(string text, string code, string message)
    {
        await using var setting = await ImportSetting.CreateAsync();

        var batch = (await setting.ImportAsync(setting.File("a.csv", text), ImportMode.GoodRowsOnly)).Value;

        Assert.Equal((ImportState.Failed, code, message, 0L), (batch.State, batch.ProblemCode, batch.Problem?.English, await setting.PeopleAsync()));
    }

    [Theory]
    [InlineData(new byte[] { 0xD2 }, 3)]
    [InlineData(new byte[] { 0xC3 }, 3)]
    public async Task Bytes_of_another_code_page_are_answered_with_their_line(byte[] wrong, int line)
    {
        await using var setting = await ImportSetting.CreateAsync();
        byte[] start = [.. "Họ tên,Ngày sinh,Tình trạng,Chi bộ\nA,1980,Dự bị,Chi bộ 1\nNguy"u8];
        byte[] end = [.. "n Văn B,1980,Dự bị,Chi bộ 1\n"u8];

        var batch = (await setting.ImportAsync(setting.File("a.csv", [.. start, .. wrong, .. end]), ImportMode.GoodRowsOnly)).Value;

        Assert.Equal(
            (ImportState.Failed, $"Line {line} holds bytes that are not UTF-8 (perhaps Windows-1258, TCVN3 or VNI). Save the file as UTF-8 or XLSX."),
            (batch.State, batch.Problem?.English));
    }

    [Fact]
    public async Task A_wrong_byte_far_behind_is_found_before_anything_is_read()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var text = new StringBuilder("Họ tên,Ngày sinh,Tình trạng,Chi bộ\n");
        for (var row = 0; row < 5000; row++)
            text.Append("Nguyễn Văn Ánh,1980,Dự bị,Chi bộ 1\n");

        var batch = (await setting.ImportAsync(
            setting.File("a.csv", [.. Encoding.UTF8.GetBytes(text.ToString()), 0xFF, (byte)'\n']), ImportMode.GoodRowsOnly)).Value;

        Assert.Equal((ImportState.Failed, 0, true), (batch.State, batch.RowsRead, batch.Problem?.English.StartsWith("Line 5002 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_file_of_binary_data_is_no_table()
    {
        await using var setting = await ImportSetting.CreateAsync();

        var batch = (await setting.ImportAsync(setting.File("a.csv", [0x25, 0x50, 0, 0, 1, 2, 3]), ImportMode.DryRun)).Value;

        Assert.Equal("IMPORT_FILE_IS_NOT_A_TABLE", batch.ProblemCode);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_unread_and_leaves_no_batch()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var path = setting.File("a.csv", "x");
        await using (var file = File.OpenWrite(path))
            file.SetLength(1L << 30);

        var refused = await setting.ImportAsync(path, ImportMode.AllOrNothing);

        Assert.Equal([new ImportFileIsTooLarge(1L << 30, 100L << 20)], refused.Problems);
        Assert.Equal(
            "The file has 1024 MB, at most 100 MB are taken. Divide it.", refused.Problems[0].Message(Results.Language.English));
    }

    [Fact]
    public async Task A_file_of_too_many_rows_is_refused()
    {
        await using var setting = await ImportSetting.CreateAsync(new ImportLimits { Rows = 2 });
        var row = "A,1980,Dự bị,Chi bộ 1\n";

        var batch = (await setting.ImportAsync(
            setting.File("a.csv", "Họ tên,Ngày sinh,Tình trạng,Chi bộ\n" + row + row + row), ImportMode.GoodRowsOnly)).Value;

        Assert.Equal((ImportState.Failed, "IMPORT_FILE_HAS_TOO_MANY_ROWS"), (batch.State, batch.ProblemCode));
    }

    private static string Table(string separator) =>
        $"""
        Họ và tên{separator}Ngày sinh{separator}Tình trạng{separator}Chi bộ{separator}Nơi ở
        Nguyễn Văn Ánh{separator}19/05/1980{separator}Chính thức{separator}Chi bộ 1{separator}"Xóm 1{separator} thôn 2"

        """;

    private static Task<string> PersonAsync(ImportSetting setting) => setting.Database.ScalarAsync<string>(
        TestKit.Databases.TestProvinces.NamDinh, "select full_name || '/' || home_commune from sample.person");
}
