using System.Globalization;
using System.Text;
using System.Xml;

namespace Modular.Kernel.Documents.Workbooks;

/// <summary>Writes one sheet into its part of the archive, row by row. Texts stand in their cells, so that no table of them has to be kept.</summary>
internal sealed class SheetWriter : IDisposable
{
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MostRows = 1_048_576;
    private const int MostLettersOfCell = 32_767;
    private const int ExactDigits = 15;
    private const double WidestColumn = 255;

    // Days are counted so that 1 March 1900 is 61: spreadsheets take 1900 for a leap year.
    private static readonly DateTime DayZero = new(1899, 12, 30);
    private static readonly DateTime FirstExactDay = new(1900, 3, 1);

    private readonly Stream part;
    private readonly XmlWriter xml;
    private readonly string[] columnLetters;
    private readonly SheetFrame? frame;

    /// <summary>Begins the sheet.</summary>
    /// <param name="part">The part of the archive; it is closed with the sheet.</param>
    /// <param name="table">The table that it shows.</param>
    /// <param name="frame">What stands around it; null for nothing.</param>
    public SheetWriter(Stream part, DocumentTable table, SheetFrame? frame)
    {
        this.frame = frame;
        this.part = part;
        xml = XmlWriter.Create(part, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
        columnLetters = [.. Enumerable.Range(0, table.Columns.Count).Select(LettersOf)];
        Begin(table);
    }

    /// <summary>How many rows of the sheet are written, the header and what stands around the table among them.</summary>
    public int Count { get; private set; }

    /// <summary>How many rows of the table are written.</summary>
    public int Rows { get; private set; }

    /// <summary>Writes a row.</summary>
    /// <exception cref="InvalidOperationException">A sheet holds no more rows.</exception>
    public void AddRow(ReadOnlySpan<CellValue> cells)
    {
        BeginRow();
        for (var column = 0; column < cells.Length; column++)
            WriteCell(column, cells[column]);
        xml.WriteEndElement();
        Rows++;
    }

    /// <summary>Ends the sheet.</summary>
    /// <param name="header">What stands at the head of each printed page; null for nothing.</param>
    /// <param name="footer">What stands at the foot of each printed page.</param>
    public void End(string? header, string footer)
    {
        WriteAround(frame?.Below ?? []);
        xml.WriteEndElement();
        // A form is read as it stands; a list is filtered.
        if (Rows > 0 && frame is null)
            WriteEmpty("autoFilter", ("ref", $"A1:{columnLetters[^1]}{Text(Count)}"));
        WriteEmpty("pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.7"), ("bottom", "0.7"), ("header", "0.3"), ("footer", "0.3"));
        WriteEmpty("pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter", Namespace);
        if (header is not null)
            xml.WriteElementString("oddHeader", Namespace, $"&L&8 {HeaderText(header)}");
        xml.WriteElementString("oddFooter", Namespace, $"&L&8 {HeaderText(footer)}&R&8 &P/&N");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
        xml.Flush();
    }

    public void Dispose()
    {
        xml.Dispose();
        part.Dispose();
    }

    private void Begin(DocumentTable table)
    {
        xml.WriteStartDocument();
        xml.WriteStartElement("worksheet", Namespace);
        xml.WriteStartElement("sheetPr", Namespace);
        WriteEmpty("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        WriteFrozenHeader((frame?.Above.Count ?? 0) + 1);
        xml.WriteStartElement("cols", Namespace);
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var width = Math.Clamp(table.Columns[column].Width, 1, WidestColumn).ToString(CultureInfo.InvariantCulture);
            WriteEmpty("col", ("min", Text(column + 1)), ("max", Text(column + 1)), ("width", width), ("customWidth", "1"));
        }

        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Namespace);
        WriteAround(frame?.Above ?? []);
        BeginRow();
        for (var column = 0; column < table.Columns.Count; column++)
            WriteText(column, table.Columns[column].Heading, WorkbookStyles.Header);
        xml.WriteEndElement();
    }

    private void WriteAround(IReadOnlyList<DocumentFrameLine> lines)
    {
        foreach (var line in lines)
        {
            BeginRow();
            foreach (var (column, text) in CellsOf(line))
                WriteText(column, text, line.IsBold ? WorkbookStyles.AroundBold : WorkbookStyles.Around);
            xml.WriteEndElement();
        }
    }

    // Of texts that would stand in the same cell the first does: a sheet has its columns, a page its middle.
    private IEnumerable<(int Column, string Text)> CellsOf(DocumentFrameLine line) =>
        new (int Column, string? Text)[] { (0, line.Left), (Math.Min(1, columnLetters.Length - 1), line.Centre), (columnLetters.Length - 1, line.Right) }
            .Where(cell => cell.Text is not null).DistinctBy(cell => cell.Column).Select(cell => (cell.Column, cell.Text!));

    private void WriteFrozenHeader(int rows)
    {
        xml.WriteStartElement("sheetViews", Namespace);
        xml.WriteStartElement("sheetView", Namespace);
        xml.WriteAttributeString("workbookViewId", "0");
        WriteEmpty("pane", ("ySplit", Text(rows)), ("topLeftCell", $"A{Text(rows + 1)}"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void BeginRow()
    {
        if (Count == MostRows)
            throw new InvalidOperationException("A sheet holds no more rows.");
        Count++;
        xml.WriteStartElement("row", Namespace);
        xml.WriteAttributeString("r", Text(Count));
    }

    private void WriteCell(int column, CellValue value)
    {
        switch (value.Kind)
        {
            case CellKind.Text:
                WriteText(column, value.Plain, WorkbookStyles.Text);
                break;
            case CellKind.Number when HasExactDigits(value.Number):
                WriteNumber(column, value.Plain, WorkbookStyles.Number);
                break;
            case CellKind.Date or CellKind.Moment when value.Moment >= FirstExactDay:
                var days = (value.Moment - DayZero).TotalDays.ToString(CultureInfo.InvariantCulture);
                WriteNumber(column, days, value.Kind == CellKind.Date ? WorkbookStyles.Date : WorkbookStyles.Moment);
                break;
            case CellKind.Empty:
                break;
            default:
                WriteText(column, value.Shown, WorkbookStyles.Text);
                break;
        }
    }

    private void WriteText(int column, string text, string style)
    {
        BeginCell(column, style);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is", Namespace);
        xml.WriteStartElement("t", Namespace);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(XmlText.Clean(text.Length <= MostLettersOfCell ? text : text[..MostLettersOfCell]));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteNumber(int column, string number, string style)
    {
        BeginCell(column, style);
        xml.WriteElementString("v", Namespace, number);
        xml.WriteEndElement();
    }

    private void BeginCell(int column, string style)
    {
        xml.WriteStartElement("c", Namespace);
        xml.WriteAttributeString("r", columnLetters[column] + Text(Count));
        xml.WriteAttributeString("s", style);
    }

    private void WriteEmpty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name, Namespace);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    // Spreadsheets keep numbers as doubles: what has more digits is shown as it is, as a text.
    private static bool HasExactDigits(decimal number) => decimal.Abs(number) < 1_000_000_000_000_000m && number.Scale <= ExactDigits
        && decimal.Parse(((double)number).ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture) == number;

    // In headers and footers an ampersand begins a command.
    private static string HeaderText(string text) => XmlText.Clean(text).Replace("&", "&&", StringComparison.Ordinal);

    private static string LettersOf(int column) =>
        column < 26 ? ((char)('A' + column)).ToString() : LettersOf((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
