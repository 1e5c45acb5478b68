namespace Modular.Kernel.Documents.Pdf;

/// <summary>A table over as many pages as it takes; its header is repeated on each. A row that is higher than a page goes on on the next.</summary>
internal sealed class PageTable
{
    private const double Padding = 3;
    private const double HeaderGround = 0.92;

    private readonly PdfPages pages;
    private readonly PageFont font;
    private readonly PageFont headerFont;
    private readonly double[] widths;
    private readonly IReadOnlyList<string>[] header;
    private readonly IReadOnlyList<string>[] lines;

    public PageTable(PdfPages pages, DocumentTable table, PageFont font, PageFont headerFont)
    {
        this.pages = pages;
        this.font = font;
        this.headerFont = headerFont;
        var all = table.Columns.Sum(column => Math.Max(column.Width, 1));
        widths = [.. table.Columns.Select(column => pages.Width * Math.Max(column.Width, 1) / all)];
        header = [.. table.Columns.Select((column, index) => TextLines.Of(column.Heading, headerFont, InnerWidth(index)))];
        lines = new IReadOnlyList<string>[widths.Length];
        pages.MakeRoom(HeightOf(HeaderLines, headerFont) + HeightOf(1, font));
        DrawHeader();
    }

    private int HeaderLines => Math.Max(1, header.Max(cell => cell.Count));

    // At least one, also below a header that fills the page.
    private int LinesOfWholePage => Math.Max(1, LinesIn(pages.Height - HeightOf(HeaderLines, headerFont)));

    /// <summary>Writes a row.</summary>
    public void AddRow(ReadOnlySpan<CellValue> cells)
    {
        for (var column = 0; column < cells.Length; column++)
            lines[column] = TextLines.Of(cells[column].Shown, font, InnerWidth(column));

        var drawn = 0;
        var count = Math.Max(1, lines.Max(cell => cell.Count));
        while (drawn < count)
        {
            var fitting = LinesIn(pages.Remaining);
            if (fitting < Math.Min(count - drawn, LinesOfWholePage))
            {
                pages.BeginPage();
                DrawHeader();
                fitting = LinesOfWholePage;
            }

            var now = Math.Min(count - drawn, fitting);
            DrawLines(cells, drawn, now);
            drawn += now;
        }
    }

    private double InnerWidth(int column) => widths[column] - (2 * Padding);

    private int LinesIn(double height) => (int)((height - (2 * Padding)) / font.LineHeight);

    private void DrawHeader()
    {
        var height = HeightOf(HeaderLines, headerFont);
        var left = PdfPages.Left;
        for (var column = 0; column < widths.Length; column++)
        {
            pages.Content.Box(left, pages.Place, widths[column], height, HeaderGround);
            DrawCell(header[column], 0, header[column].Count, left, column, headerFont, 0.5);
            left += widths[column];
        }

        pages.Take(height);
    }

    private void DrawLines(ReadOnlySpan<CellValue> cells, int first, int count)
    {
        var height = HeightOf(count, font);
        var left = PdfPages.Left;
        for (var column = 0; column < widths.Length; column++)
        {
            pages.Content.Box(left, pages.Place, widths[column], height);
            DrawCell(lines[column], first, count, left, column, font, PlaceOf(cells[column].Kind));
            left += widths[column];
        }

        pages.Take(height);
    }

    private void DrawCell(IReadOnlyList<string> texts, int first, int count, double left, int column, PageFont drawn, double place)
    {
        for (var line = first; line < Math.Min(first + count, texts.Count); line++)
        {
            var free = InnerWidth(column) - drawn.WidthOf(texts[line]);
            pages.Content.Text(texts[line], drawn, left + Padding + (free * place), pages.Place + Padding + ((line - first) * drawn.LineHeight));
        }
    }

    private static double HeightOf(int count, PageFont font) => (count * font.LineHeight) + (2 * Padding);

    // Where in its cell a value stands, from 0, at the left, to 1, at the right.
    private static double PlaceOf(CellKind kind) => kind switch
    {
        CellKind.Number => 1,
        CellKind.Date or CellKind.Moment => 0.5,
        _ => 0,
    };
}
