using global::DocumentFormat.OpenXml.Packaging;
using global::DocumentFormat.OpenXml.Spreadsheet;
using global::DocumentFormat.OpenXml.Validation;

namespace Modular.Kernel.Documents.Tests.Workbooks;

public class WorkbookWriterTests
{
    [Fact]
    public void The_workbook_follows_the_standard()
    {
        using var bytes = People(writer => writer.Person("Nguyễn Thị Ánh & <con>", new DateOnly(1945, 9, 2), 30.5m), Written.Mark);
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);

        Assert.Empty(new OpenXmlValidator(global::DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(workbook).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void A_cell_keeps_the_type_of_its_value()
    {
        using var bytes = People(writer => writer.Person("=1+2", new DateOnly(1945, 9, 2), 30.5m));
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);

        Assert.Equal(["Họ và tên", "Ngày sinh", "Tuổi Đảng", "=1+2", "16682", "30.5"], Cells(workbook, "Đảng viên").Select(cell => cell.InnerText));
        Assert.Equal(["inlineStr", "inlineStr", "inlineStr", "inlineStr", null, null], Cells(workbook, "Đảng viên").Select(cell => cell.DataType?.InnerText));
        Assert.DoesNotContain(Cells(workbook, "Đảng viên"), cell => cell.CellFormula is not null);
    }

    [Theory]
    [InlineData("12345678901234567890")]
    [InlineData("0.1234567890123456789")]
    public void A_number_with_more_digits_than_a_spreadsheet_keeps_is_shown_as_text(string digits)
    {
        var number = decimal.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
        using var bytes = People(writer => writer.Person("An", null, number));
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        var cell = Cells(workbook, "Đảng viên").Last();

        Assert.Equal((digits, "inlineStr"), (cell.InnerText, cell.DataType?.InnerText));
    }

    [Fact]
    public void What_XML_has_no_place_for_is_replaced()
    {
        using var bytes = People(writer => writer.Person("a\u0001b\uD800c😀", null, null));
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);

        Assert.Equal("a\uFFFDb\uFFFDc😀", Cells(workbook, "Đảng viên").Last().InnerText);
    }

    [Fact]
    public void The_header_stays_in_view_and_columns_have_their_widths()
    {
        using var bytes = People(writer => writer.Person("An", null, null));
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        var sheet = Sheet(workbook, "Đảng viên");

        Assert.Equal(("A2", 1d, "frozen"), sheet.Descendants<Pane>().Select(pane => (pane.TopLeftCell!.Value!, pane.VerticalSplit!.Value, pane.State!.InnerText!)).Single());
        Assert.Equal([30d, 12d, 10d], sheet.Descendants<Column>().Select(column => column.Width!.Value));
        Assert.Equal("A1:C2", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
    }

    [Fact]
    public void The_mark_stands_at_the_head_of_each_sheet_with_the_number_of_rows_and_once_as_a_sheet()
    {
        using var bytes = People(writer => writer.Person("An", null, null), Written.Mark with { Line = "A&B 1" });
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);

        Assert.Equal(["Đảng viên", "Nguồn gốc tệp"], workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        Assert.Equal(
            ["&L&8 A&&B 1|&L&8 1 dòng&R&8 &P/&N", "&L&8 A&&B 1|&L&8 3 dòng&R&8 &P/&N"],
            workbook.WorkbookPart.WorksheetParts.OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal)
                .Select(part => part.Worksheet.Descendants<HeaderFooter>().Single()).Select(found => $"{found.OddHeader!.Text}|{found.OddFooter!.Text}"));
        Assert.Equal(
            ["Nguồn gốc tệp", Written.Title, "Mã", "019f", "Mục đích", "=Rà soát", "Số dòng", "1"],
            Cells(workbook, "Nguồn gốc tệp").Select(cell => cell.InnerText));
    }

    [Fact]
    public void Sheets_have_names_that_workbooks_allow_each_once()
    {
        using var bytes = Written.Document(
            DocumentFormat.Xlsx,
            writer =>
            {
                foreach (var name in new[] { "A/B", "A/B", "'", new string('x', 40), new string('x', 40) })
                    writer.BeginTable(Written.People with { Name = name });
            });
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);

        Assert.Equal(
            ["A B", "A B (2)", "Sheet", new string('x', 31), new string('x', 25) + " (2)"],
            workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        Assert.Empty(new OpenXmlValidator().Validate(workbook));
    }

    [Fact]
    public void A_row_has_a_value_for_each_column()
    {
        using var writer = DocumentWriter.Open(DocumentFormat.Xlsx, Stream.Null, new DocumentSetting(Written.Title, Modular.Kernel.Results.Language.English));
        writer.BeginTable(Written.People);

        Assert.Throws<InvalidOperationException>(() => writer.AddRow([CellValue.Of("An")]));
    }

    private static MemoryStream People(Action<DocumentWriter> rows, DocumentMark? mark = null) => Written.Document(
        DocumentFormat.Xlsx,
        writer =>
        {
            writer.BeginTable(Written.People);
            rows(writer);
        },
        mark);

    private static IEnumerable<Cell> Cells(SpreadsheetDocument workbook, string sheet) => Sheet(workbook, sheet).Descendants<Cell>();

    private static Worksheet Sheet(SpreadsheetDocument workbook, string name)
    {
        var id = workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!;
        return ((WorksheetPart)workbook.WorkbookPart.GetPartById(id)).Worksheet;
    }
}
