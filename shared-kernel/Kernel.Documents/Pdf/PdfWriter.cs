namespace Modular.Kernel.Documents.Pdf;

/// <summary>Writes pages in A4: the title, paragraphs, tables with a repeated header, and where it comes from.</summary>
internal sealed class PdfWriter : DocumentWriter
{
    private const double AfterParagraph = 6;

    private readonly PdfPages pages;
    private readonly PageFont plain;
    private readonly PageFont bold;
    private readonly PageFont heading;
    private PageTable? table;

    public PdfWriter(Stream output, DocumentSetting setting) : base(setting)
    {
        pages = new PdfPages(output, setting);
        plain = new PageFont(pages.Regular, 10);
        bold = new PageFont(pages.Bold, 10);
        heading = new PageFont(pages.Bold, 12);
        if (setting.Frame is { } frame)
            pages.WriteFrame(frame.Above, plain, bold);
        pages.WriteLines(setting.Title, new PageFont(pages.Bold, 16), isCentred: true, 2 * AfterParagraph);
    }

    private protected override void WriteParagraph(string text) => pages.WriteLines(text, plain, isCentred: false, AfterParagraph);

    private protected override void WriteHead(DocumentTable next)
    {
        if (table is not null)
            pages.Take(2 * AfterParagraph);
        if (next.Name != Setting.Title)
            pages.WriteLines(next.Name, heading, isCentred: false, AfterParagraph);
        table = new PageTable(pages, next, plain, bold);
    }

    private protected override void WriteRow(ReadOnlySpan<CellValue> cells) => table!.AddRow(cells);

    private protected override void WriteEnd()
    {
        if (Setting.Frame is { } frame)
            pages.WriteFrame(frame.Below, plain, bold);
        if (Setting.Mark is { } mark)
            WriteFacts(mark);
        pages.End(Rows);
    }

    protected override void Dispose(bool disposing)
    {
    }

    private void WriteFacts(DocumentMark mark)
    {
        pages.Take(2 * AfterParagraph);
        pages.WriteLines(mark.Heading, heading, isCentred: false, AfterParagraph);
        foreach (var fact in mark.Facts.Append(Setting.RowsFact(Rows)))
            pages.WriteLines($"{fact.Name}: {fact.Value}", plain, isCentred: false, 0);
    }
}
