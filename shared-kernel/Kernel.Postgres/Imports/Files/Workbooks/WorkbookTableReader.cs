using System.IO.Compression;
using System.Xml;
using Modular.Kernel.Postgres.Imports.Columns;

namespace Modular.Kernel.Postgres.Imports.Files.Workbooks;

/// <summary>Reads the visible sheets of a workbook (XLSX, ECMA-376) as a stream: the memory of one row, and of the table of texts.</summary>
internal sealed class WorkbookTableReader : TableReader
{
    // The calendar of old Macintosh files starts on 1 January 1904.
    private const int DaysFrom1900To1904 = 1462;

    private readonly Stream file;
    private readonly ZipArchive archive;
    private readonly Queue<string> sheets = [];
    private readonly WorkbookParts parts;
    private readonly List<string> texts = [];
    private readonly CellStyles styles = CellStyles.None;
    private int firstDay;
    private SheetReader sheet;

    /// <exception cref="UnreadableFileException">The workbook is damaged or unfolds too far.</exception>
    public WorkbookTableReader(Stream file, ImportLimits limits)
    {
        this.file = file;
        WorkbookGuard.Check(file, limits);
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            parts = new WorkbookParts(archive);
            var root = parts.Root;
            var relations = parts.RelationsOf(root);
            FindSheets(root, relations);
            if (relations.Find(relation => relation.Kind == "sharedStrings").Target is { } textsPart)
                texts = ReadPart(textsPart, SharedTexts.Read);
            if (relations.Find(relation => relation.Kind == "styles").Target is { } stylesPart)
                styles = ReadPart(stylesPart, CellStyles.Read);
            // The texts of all sheets, also of those that are hidden or not read.
            texts.ForEach(text => StampWatch.Check(text, row: null));
            WorkbookMargins.Check(archive);
            sheet = Open(sheets.Count > 0 ? sheets.Dequeue() : throw new InvalidDataException("The workbook has no sheet."));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw Damaged();
        }
    }

    public override int RowNumber => sheet.Row;

    public override int Width => sheet.Cells.Count;

    public override double Progress => sheet.Progress;

    public override bool Read()
    {
        try
        {
            return sheet.Read();
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw Damaged();
        }
    }

    public override bool NextSheet()
    {
        if (sheets.Count == 0)
            return false;
        sheet.Dispose();
        sheet = Open(sheets.Dequeue());
        return true;
    }

    public override ImportCell Cell(int index) => index < sheet.Cells.Count ? sheet.Cells[index] : ImportCell.Empty;

    public override void Dispose()
    {
        sheet.Dispose();
        archive.Dispose();
        file.Dispose();
    }

    private void FindSheets(string root, List<Relation> relations)
    {
        using var reader = parts.Read(root);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "workbookPr" && reader.GetAttribute("date1904") is "1" or "true")
                firstDay = DaysFrom1900To1904;
            if (reader.LocalName == "sheet" && reader.GetAttribute("state") is null or "visible" && RelationOf(reader) is { } id)
                sheets.Enqueue(relations.Find(relation => relation.Id == id).Target ?? throw new InvalidDataException("A sheet is missing."));
        }
    }

    /// <summary>The relation of a sheet: <c>r:id</c>, whose namespace differs between the strict and the transitional form.</summary>
    private static string? RelationOf(XmlReader sheet)
    {
        string? id = null;
        while (sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.NamespaceURI.Length > 0)
                id = sheet.Value;
        }

        sheet.MoveToElement();
        return id;
    }

    private T ReadPart<T>(string part, Func<XmlReader, T> read)
    {
        using var reader = parts.Read(part);
        return read(reader);
    }

    private SheetReader Open(string part) => new(parts.Entry(part), texts, styles, firstDay);

    private static bool IsDamage(Exception exception) => exception is XmlException or InvalidDataException or FormatException
        or OverflowException or ArgumentOutOfRangeException or IOException;

    private static UnreadableFileException Damaged() => new(new WorkbookIsDamaged());
}
