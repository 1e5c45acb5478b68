using System.Text;
using Modular.Kernel.Postgres.Imports;

namespace Modular.Kernel.Postgres.Tests.Imports;

/// <summary>A file that bears a stamp of a state secret is refused, wherever the stamp stands, and nothing of it is taken (PD-24).</summary>
public sealed class StampedFileTests
{
    private const string Header = "Họ và tên,Ngày sinh,Tình trạng,Chi bộ,Nơi ở,Ghi chú khác";
    private const string Row = "Nguyễn Văn Ánh,1980,Dự bị,Chi bộ 1,Xóm 1,";

    private const string SheetStart =
        """<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""";

    private const string Drawing =
        """<?xml version="1.0"?><xdr:wsDr xmlns:xdr="urn:x" xmlns:a="urn:a"><a:p><a:r><a:t>TỐI </a:t></a:r><a:r><a:t>MẬT</a:t></a:r></a:p></xdr:wsDr>""";

    [Theory]
    [InlineData("MẬT\n" + Header + "\n" + Row, "MẬT", 1)]
    [InlineData("TỈNH ỦY,,,TUYỆT MẬT\n" + Header + "\n" + Row, "TUYỆT MẬT", 1)]
    [InlineData(Header + "\n" + Row + "Độ mật: Tối mật", "TỐI MẬT", 2)]
    [InlineData(Header + ",MẬT\n" + Row, "MẬT", 1)]
    public async Task A_stamp_in_a_text_file_is_found_above_the_table_in_headers_and_in_columns_that_nobody_asked_for(string text, string stamp, int row)
    {
        await using var setting = await ImportSetting.CreateAsync();

        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            foreach (var mode in new[] { ImportMode.DryRun, ImportMode.GoodRowsOnly })
            {
                var batch = (await setting.ImportAsync(setting.File($"{form}.csv", text.Normalize(form)), mode)).Value;

                Assert.Equal(
                    (ImportState.Failed, "IMPORT_FILE_BEARS_A_STAMP_OF_SECRECY", Message(stamp, $" in row {row}"), 0L),
                    (batch.State, batch.ProblemCode, batch.Problem?.English, await setting.PeopleAsync()));
            }
        }
    }

    [Fact]
    public async Task A_stamp_in_a_workbook_is_found_in_cells_printed_heads_boxes_comments_and_texts_of_other_sheets()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var head = SheetStart + """</sheetData><headerFooter><oddHeader>&amp;C&amp;"Times New Roman,Bold"&amp;14MẬT</oddHeader></headerFooter></worksheet>""";
        var heading = SheetStart + Rows() + """</sheetData><headerFooter><oddHeader>&amp;C&amp;"Times New Roman,Bold"&amp;14MẬT</oddHeader></headerFooter></worksheet>""";
        var plain = SheetStart + Rows() + "</sheetData></worksheet>";
        (string Place, byte[] Bytes, string Stamp, string Where)[] files =
        [
            ("cell", Workbook.Of(["MẬT"], [.. Header.Split(',')], [.. Row.Split(',')]), "MẬT", " in row 1"),
            ("head", Workbook.Archive(heading), "MẬT", ""),
            ("head without rows", Workbook.Archive(head), "MẬT", ""),
            ("box", Workbook.Archive(plain, ("xl/drawings/drawing1.xml", Drawing)), "TỐI MẬT", ""),
            ("comment", Workbook.Archive(plain, ("xl/comments1.xml", "<comments><commentList><comment ref='A1'><text><t>TUYỆT MẬT</t></text></comment></commentList></comments>")), "TUYỆT MẬT", ""),
        ];

        foreach (var (place, bytes, stamp, where) in files)
        {
            var batch = (await setting.ImportAsync(setting.File($"{place}.xlsx", bytes), ImportMode.GoodRowsOnly)).Value;
            Assert.Equal((place, ImportState.Failed, Message(stamp, where), 0L), (place, batch.State, batch.Problem?.English, await setting.PeopleAsync()));
        }
    }

    [Fact]
    public async Task A_name_and_other_words_are_no_stamps()
    {
        await using var setting = await ImportSetting.CreateAsync();
        var text = $"BAN BẢO MẬT THÔNG TIN\n{Header}\nNGUYỄN VĂN MẬT,1980,Dự bị,Chi bộ 1,Xóm 1,\nTrần Thị Mật,1981,Dự bị,Chi bộ 1,Xóm Mật,giữ bí mật\n";

        var batch = (await setting.ImportAsync(setting.File("names.csv", text), ImportMode.AllOrNothing)).Value;

        Assert.Equal((ImportState.Applied, 2L), (batch.State, await setting.PeopleAsync()));
    }

    private static string Message(string stamp, string where) =>
        $"The file bears the stamp {stamp}{where}. State secrets are not taken into this system; if it is no stamp, write it in small letters.";

    private static string Rows() => string.Concat(new[] { Header, Row }.Select((line, row) =>
        $"<row r=\"{row + 1}\">{string.Concat(line.Split(',').Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>"));
}
