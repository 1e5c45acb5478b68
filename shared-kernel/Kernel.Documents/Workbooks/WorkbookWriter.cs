using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Modular.Kernel.Documents.Workbooks;

/// <summary>
/// Writes a workbook (ECMA-376) as an archive from its start to its end. A sheet for each table with a header that stays in view; where there is a mark, one more with its facts.
/// </summary>
internal sealed class WorkbookWriter : DocumentWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string SheetMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
    private const string BookMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private const string StylesMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

    private readonly ZipArchive archive;
    private readonly List<string> sheets = [];
    private readonly SheetNames names = new();
    private readonly List<int> headers = [];
    private SheetWriter? sheet;

    public WorkbookWriter(Stream output, DocumentSetting setting) : base(setting)
    {
        archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
    }

    private protected override void WriteParagraph(string text)
    {
    }

    private protected override void WriteHead(DocumentTable next) => BeginSheet(next, FrameOf());

    private void BeginSheet(DocumentTable next, SheetFrame? frame)
    {
        EndSheet();
        sheets.Add(names.Take(next.Name));
        sheet = new SheetWriter(Open($"xl/worksheets/sheet{sheets.Count.ToString(CultureInfo.InvariantCulture)}.xml"), next, frame);
        headers.Add(sheet.Count);
    }

    private protected override void WriteRow(ReadOnlySpan<CellValue> cells) => sheet!.AddRow(cells);

    private protected override void WriteEnd()
    {
        var rows = Rows;
        EndSheet();
        if (Setting.Mark is { } mark)
            WriteFacts(mark, Setting.RowsFact(rows));
        Write("xl/styles.xml", WorkbookStyles.Part);
        WriteBook();
        WriteRelations();
        WriteContentTypes();
        archive.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        sheet?.Dispose();
        archive.Dispose();
    }

    private void EndSheet()
    {
        if (sheet is null)
            return;
        sheet.End(Setting.Mark?.ShortLine, Setting.RowsShown(sheet.Rows));
        sheet.Dispose();
        sheet = null;
    }

    private SheetFrame? FrameOf() => Setting.Frame is { } frame
        ? new SheetFrame([.. frame.Above, new DocumentFrameLine(), new DocumentFrameLine(Centre: Setting.Title, IsBold: true), new DocumentFrameLine()], [new DocumentFrameLine(), .. frame.Below])
        : null;

    private void WriteFacts(DocumentMark mark, DocumentFact rows)
    {
        BeginSheet(new DocumentTable(mark.Heading, [new DocumentColumn(mark.Heading, 30), new DocumentColumn(Setting.Title, 80)]), null);
        foreach (var fact in mark.Facts.Append(rows))
            WriteRow([CellValue.Of(fact.Name), CellValue.Of(fact.Value)]);
        EndSheet();
    }

    private void WriteBook()
    {
        using var xml = XmlWriter.Create(Open("xl/workbook.xml"), Settings);
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("sheets", Main);
        for (var index = 0; index < sheets.Count; index++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheets[index]);
            xml.WriteAttributeString("sheetId", Number(index));
            xml.WriteAttributeString("id", Relations, $"sheet{Number(index)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        WriteDefinedNames(xml);
        xml.WriteEndElement();
    }

    // The header is repeated on each printed page.
    private void WriteDefinedNames(XmlWriter xml)
    {
        xml.WriteStartElement("definedNames", Main);
        for (var index = 0; index < sheets.Count; index++)
        {
            xml.WriteStartElement("definedName", Main);
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", index.ToString(CultureInfo.InvariantCulture));
            xml.WriteString($"'{sheets[index].Replace("'", "''", StringComparison.Ordinal)}'!${headers[index].ToString(CultureInfo.InvariantCulture)}:${headers[index].ToString(CultureInfo.InvariantCulture)}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteRelations()
    {
        using (var xml = XmlWriter.Create(Open("xl/_rels/workbook.xml.rels"), Settings))
        {
            xml.WriteStartElement("Relationships", PackageRelations);
            WriteRelation(xml, "styles", "styles", "styles.xml");
            for (var index = 0; index < sheets.Count; index++)
                WriteRelation(xml, $"sheet{Number(index)}", "worksheet", $"worksheets/sheet{Number(index)}.xml");
            xml.WriteEndElement();
        }

        using (var xml = XmlWriter.Create(Open("_rels/.rels"), Settings))
        {
            xml.WriteStartElement("Relationships", PackageRelations);
            WriteRelation(xml, "book", "officeDocument", "xl/workbook.xml");
            xml.WriteEndElement();
        }
    }

    private void WriteContentTypes()
    {
        using var xml = XmlWriter.Create(Open("[Content_Types].xml"), Settings);
        xml.WriteStartElement("Types", ContentTypes);
        WriteContentType(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteContentType(xml, "Default", "Extension", "xml", "application/xml");
        WriteContentType(xml, "Override", "PartName", "/xl/workbook.xml", BookMediaType);
        WriteContentType(xml, "Override", "PartName", "/xl/styles.xml", StylesMediaType);
        for (var index = 0; index < sheets.Count; index++)
            WriteContentType(xml, "Override", "PartName", $"/xl/worksheets/sheet{Number(index)}.xml", SheetMediaType);
        xml.WriteEndElement();
    }

    private static void WriteRelation(XmlWriter xml, string id, string type, string target)
    {
        xml.WriteStartElement("Relationship", PackageRelations);
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", $"{Relations}/{type}");
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }

    private static void WriteContentType(XmlWriter xml, string element, string attribute, string value, string mediaType)
    {
        xml.WriteStartElement(element, ContentTypes);
        xml.WriteAttributeString(attribute, value);
        xml.WriteAttributeString("ContentType", mediaType);
        xml.WriteEndElement();
    }

    private void Write(string part, string content)
    {
        using var stream = Open(part);
        stream.Write(Encoding.UTF8.GetBytes(content));
    }

    private Stream Open(string part) => archive.CreateEntry(part, CompressionLevel.Fastest).Open();

    private static XmlWriterSettings Settings => new() { Encoding = new UTF8Encoding(false), CloseOutput = true };

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}
