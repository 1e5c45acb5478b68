using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Modular.Kernel.Postgres.Imports.Columns;

namespace Modular.Kernel.Postgres.Imports.Files.Workbooks;

/// <summary>Reads the rows of one sheet, one at a time.</summary>
internal sealed class SheetReader : IDisposable
{
    private const int ColumnsOfAnySpreadsheet = 16_384;

    private readonly CountingStream content;
    private readonly XmlReader reader;
    private readonly IReadOnlyList<string> texts;
    private readonly CellStyles styles;
    private readonly int firstDay;
    private readonly long length;
    private readonly List<ImportCell> cells = [];

    /// <param name="sheet">The part with the rows.</param>
    /// <param name="texts">The workbook's texts.</param>
    /// <param name="styles">The workbook's styles.</param>
    /// <param name="firstDay">The number of days by which the workbook's calendar starts later than that of 1900.</param>
    public SheetReader(ZipArchiveEntry sheet, IReadOnlyList<string> texts, CellStyles styles, int firstDay)
    {
        content = new CountingStream(sheet.Open());
        reader = WorkbookParts.Read(content);
        length = Math.Max(1, sheet.Length);
        this.texts = texts;
        this.styles = styles;
        this.firstDay = firstDay;
    }

    public int Row { get; private set; }

    public IReadOnlyList<ImportCell> Cells => cells;

    public double Progress => Math.Min(1, (double)content.Count / length);

    public bool Read()
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (WorkbookMargins.IsHeadOrFoot(reader.LocalName))
                WorkbookMargins.CheckHeadOrFoot(SharedTexts.ReadContent(reader));
            if (reader.LocalName != "row")
                continue;
            Row = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var named) ? named : Row + 1;
            ReadCells();
            return true;
        }

        return false;
    }

    public void Dispose()
    {
        reader.Dispose();
        content.Dispose();
    }

    private void ReadCells()
    {
        cells.Clear();
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
                continue;
            var column = ColumnOf(reader.GetAttribute("r")) ?? cells.Count;
            if (column >= ColumnsOfAnySpreadsheet)
                throw new InvalidDataException("A cell lies outside of any sheet.");
            while (cells.Count < column)
                cells.Add(ImportCell.Empty);
            var cell = ReadCell(reader.GetAttribute("t"), reader.GetAttribute("s"));
            if (column == cells.Count)
                cells.Add(cell);
            else
                cells[column] = cell;
        }
    }

    private ImportCell ReadCell(string? type, string? style)
    {
        if (reader.IsEmptyElement)
            return ImportCell.Empty;
        var depth = reader.Depth;
        var value = "";
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "v")
                value = SharedTexts.ReadContent(reader);
            else if (reader.LocalName == "is")
                value = SharedTexts.ReadText(reader);
        }

        return value.Length == 0 ? ImportCell.Empty : CellOf(type, style, value);
    }

    private ImportCell CellOf(string? type, string? style, string value) => type switch
    {
        "s" => ImportCell.OfText(texts[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)]),
        "inlineStr" or "str" or "d" or "b" => ImportCell.OfText(value),
        "e" => ImportCell.OfError(value),
        _ => NumberOrDay(double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture), style),
    };

    private ImportCell NumberOrDay(double number, string? style)
    {
        if (!styles.ShowsDay(style) || number is < 1 or > 2_958_465)
            return ImportCell.OfNumber(number);
        return ImportCell.OfMoment(DateTime.FromOADate(number + firstDay));
    }

    /// <summary>The column of a reference such as <c>AB12</c>, from 0; null where there is no reference.</summary>
    private static int? ColumnOf(string? reference)
    {
        if (string.IsNullOrEmpty(reference))
            return null;
        var column = 0;
        foreach (var letter in reference)
        {
            if (letter is < 'A' or > 'Z')
                break;
            column = Math.Min(ColumnsOfAnySpreadsheet + 1, (column * 26) + letter - 'A' + 1);
        }

        return column - 1 is var zeroBased and >= 0 ? zeroBased : null;
    }
}
