using global::DocumentFormat.OpenXml.Packaging;
using global::DocumentFormat.OpenXml.Spreadsheet;
using global::DocumentFormat.OpenXml.Validation;
using Modular.Kernel.Documents.Tests.Pdf;
using Modular.Kernel.Results;

namespace Modular.Kernel.Documents.Tests;

/// <summary>An official form has its head above the title and places to sign below its table, on pages and on sheets.</summary>
public class DocumentFrameTests
{
    private static readonly DocumentFrame Frame = new(
        [new DocumentFrameLine("ĐẢNG BỘ TỈNH", Right: "Biểu 1-TCTW", IsBold: true), new DocumentFrameLine(Centre: "Kỳ: 2026")],
        [new DocumentFrameLine("NGƯỜI LẬP", Right: "BÍ THƯ", IsBold: true)]);

    [Fact]
    public void A_page_shows_them_around_title_and_table()
    {
        using var bytes = Form(DocumentFormat.Pdf);

        Assert.Equal(
            ["ĐẢNG BỘ TỈNH", "Biểu 1-TCTW", "Kỳ: 2026", Written.Title, "Đảng viên", "Họ và tên", "Ngày sinh", "Tuổi Đảng", "An", "3", "NGƯỜI LẬP", "BÍ THƯ", "Trang 1/", "1 · 1 dòng"],
            PdfText.Pages(bytes).Single());
    }

    [Fact]
    public void A_sheet_shows_them_around_the_table_freezes_and_repeats_its_header_and_follows_the_standard()
    {
        using var bytes = Form(DocumentFormat.Xlsx);
        using var workbook = SpreadsheetDocument.Open(bytes, isEditable: false);
        var part = workbook.WorkbookPart!;
        var sheet = part.WorksheetParts.Single().Worksheet!;

        Assert.Equal(
            ["A1 ĐẢNG BỘ TỈNH", "C1 Biểu 1-TCTW", "B2 Kỳ: 2026", $"B4 {Written.Title}", "A6 Họ và tên", "B6 Ngày sinh", "C6 Tuổi Đảng", "A7 An", "C7 3", "A9 NGƯỜI LẬP", "C9 BÍ THƯ"],
            sheet.Descendants<Cell>().Select(cell => $"{cell.CellReference} {cell.InnerText}"));
        Assert.Equal(
            ("A7", "'Đảng viên'!$6:$6", 0),
            (sheet.Descendants<Pane>().Single().TopLeftCell!.Value, part.Workbook!.Descendants<DefinedName>().Single().InnerText, sheet.Descendants<AutoFilter>().Count()));
        Assert.Empty(new OpenXmlValidator(global::DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(workbook).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    private static MemoryStream Form(DocumentFormat format)
    {
        var bytes = new MemoryStream();
        using (var writer = DocumentWriter.Open(format, new OneWay(bytes), new DocumentSetting(Written.Title, Language.Vietnamese) { Frame = Frame }))
        {
            writer.BeginTable(Written.People);
            writer.Person("An", null, 3);
            writer.Complete();
        }

        bytes.Position = 0;
        return bytes;
    }
}
