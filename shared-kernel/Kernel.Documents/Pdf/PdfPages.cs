using System.Globalization;
using System.Text;
using Modular.Kernel.Documents.Pdf.Files;
using Modular.Kernel.Documents.Pdf.Typefaces;

namespace Modular.Kernel.Documents.Pdf;

/// <summary>
/// The pages of a document and the place on the last of them where the next thing stands. A page goes out as soon as the next begins. What is the same on all, and known
/// only at the end, are drawings that each page shows: the mark across it, and at its foot how many pages and rows there are.
/// </summary>
internal sealed class PdfPages
{
    private const double Shorter = 595.28;
    private const double Longer = 841.89;
    private const double Margin = 36;
    private const double Foot = 24;
    private const string Mark = "Mark";
    private const string Totals = "Totals";

    private readonly DocumentSetting setting;
    private readonly PdfFile file;
    private readonly PageFont small;
    private readonly List<int> pages = [];
    private readonly int catalog;
    private readonly int tree;
    private readonly int information;
    private readonly int resources;
    private readonly int regular;
    private readonly int bold;
    private readonly int mark;
    private readonly int totals;
    private PageContent? content;

    public PdfPages(Stream output, DocumentSetting setting)
    {
        this.setting = setting;
        file = new PdfFile(output);
        (catalog, tree, information, resources) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        (regular, bold, mark, totals) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        small = new PageFont(Regular, 8);
        (PageWidth, PageHeight) = setting.IsLandscape ? (Longer, Shorter) : (Shorter, Longer);
        BeginPage();
    }

    /// <summary>The font of texts.</summary>
    public DocumentFont Regular { get; } = new(Typeface.Regular, "Text");

    /// <summary>The font of headings.</summary>
    public DocumentFont Bold { get; } = new(Typeface.Bold, "Heading");

    /// <summary>Where lines begin.</summary>
    public static double Left => Margin;

    /// <summary>How wide a page is between its margins.</summary>
    public double Width => PageWidth - (2 * Margin);

    /// <summary>How high a page is between its margins, without its foot.</summary>
    public double Height => PageHeight - (2 * Margin) - Foot;

    /// <summary>Where on the page the next thing stands.</summary>
    public double Place { get; private set; }

    /// <summary>How much of the page is left.</summary>
    public double Remaining => Margin + Height - Place;

    /// <summary>The page.</summary>
    public PageContent Content => content!;

    private double PageWidth { get; }

    private double PageHeight { get; }

    /// <summary>Begins another page.</summary>
    public void BeginPage()
    {
        EndPage();
        content = new PageContent(PageHeight);
        if (setting.Mark is not null)
            content.Show(Mark);
        Place = Margin;
    }

    /// <summary>Moves on to another page unless this much is left on this one.</summary>
    public void MakeRoom(double height)
    {
        if (Remaining < height)
            BeginPage();
    }

    /// <summary>Takes room of the page.</summary>
    public void Take(double height) => Place += height;

    /// <summary>Writes a text across the page, over as many pages as it takes.</summary>
    public void WriteLines(string text, PageFont font, bool isCentred, double after)
    {
        foreach (var line in TextLines.Of(text, font, Width))
        {
            MakeRoom(font.LineHeight);
            Content.Text(line, font, isCentred ? Left + ((Width - font.WidthOf(line)) / 2) : Left, Place);
            Take(font.LineHeight);
        }

        Take(after);
    }

    /// <summary>Writes the lines around a form, with a gap before and after.</summary>
    public void WriteFrame(IReadOnlyList<DocumentFrameLine> lines, PageFont plain, PageFont bold)
    {
        Take(plain.LineHeight);
        foreach (var line in lines)
        {
            var font = line.IsBold ? bold : plain;
            (IReadOnlyList<string> Lines, double From, double Room)[] parts =
            [
                (TextLines.Of(line.Left ?? "", font, Width / 2), Left, Width / 2),
                (TextLines.Of(line.Centre ?? "", font, Width), Left, Width),
                (TextLines.Of(line.Right ?? "", font, Width / 2), Left + (Width / 2), Width / 2),
            ];
            var height = Math.Max(1, parts.Max(part => part.Lines.Count)) * font.LineHeight;
            MakeRoom(height);
            foreach (var (texts, from, room) in parts)
            {
                for (var index = 0; index < texts.Count; index++)
                    Content.Text(texts[index], font, from + ((room - font.WidthOf(texts[index])) / 2), Place + (index * font.LineHeight));
            }

            Take(height);
        }

        Take(plain.LineHeight);
    }

    /// <summary>Ends the document.</summary>
    /// <param name="rows">How many rows it shows.</param>
    public void End(int rows)
    {
        EndPage();
        WriteDrawing(mark, DrawMark());
        WriteDrawing(totals, DrawTotals(rows));
        Regular.Write(file, regular);
        Bold.Write(file, bold);
        file.WriteObject(resources, Invariant(
            $"<< /Font << /{Regular.Name} {regular} 0 R /{Bold.Name} {bold} 0 R >> /XObject << /{Mark} {mark} 0 R /{Totals} {totals} 0 R >> >>"));
        file.WriteObject(tree, Invariant(
            $"<< /Type /Pages /Count {pages.Count} /MediaBox [0 0 {PageWidth} {PageHeight}] /Kids [{string.Join(' ', pages.Select(page => Invariant($"{page} 0 R")))}] >>"));
        file.WriteObject(catalog, Invariant($"<< /Type /Catalog /Pages {tree} 0 R /Lang ({(setting.Language == Results.Language.English ? "en" : "vi")}) >>"));
        file.WriteObject(information, $"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(setting.Title))}> /Producer (Modular) >>");
        file.End(catalog, information);
    }

    private void EndPage()
    {
        if (content is null)
            return;
        DrawFoot(content);
        var (page, drawn) = (file.Reserve(), file.Reserve());
        file.WriteStream(drawn, content.Bytes, "");
        file.WriteObject(page, Invariant($"<< /Type /Page /Parent {tree} 0 R /Resources {resources} 0 R /Contents {drawn} 0 R >>"));
        pages.Add(page);
        content = null;
    }

    // The page's number ends where the drawing of the totals begins.
    private void DrawFoot(PageContent page)
    {
        if (setting.Mark is { } shown)
        {
            var lines = TextLines.Of(shown.ShortLine, small, TotalsLeft - Margin - 60);
            for (var line = 0; line < lines.Count; line++)
                page.Text(lines[line], small, Margin, FootTop + (line * small.LineHeight), 0.4);
        }

        var number = Invariant($"{setting.PageWord} {pages.Count + 1}/");
        page.Text(number, small, TotalsLeft - small.WidthOf(number), FootTop, 0.4);
        page.Show(Totals);
    }

    private double FootTop => PageHeight - Margin - 10;

    private double TotalsLeft => PageWidth - Margin - 80;

    private PageContent DrawTotals(int rows)
    {
        var drawing = new PageContent(PageHeight);
        drawing.Text(Invariant($"{pages.Count} · {setting.RowsShown(rows)}"), small, TotalsLeft, FootTop, 0.4);
        return drawing;
    }

    // Under what is there and pale, so that a table stays readable.
    private PageContent DrawMark()
    {
        var drawing = new PageContent(PageHeight);
        if (setting.Mark is not { } shown)
            return drawing;
        var room = 0.8 * Math.Sqrt((PageWidth * PageWidth) + (PageHeight * PageHeight));
        var size = Math.Min(26, room / new PageFont(Regular, 1).WidthOf(shown.ShortLine));
        drawing.TurnedText(shown.ShortLine, new PageFont(Regular, size), PageWidth / 2, PageHeight / 2, Math.Atan2(PageHeight, PageWidth), 0.88);
        return drawing;
    }

    private void WriteDrawing(int number, PageContent drawing) => file.WriteStream(
        number, drawing.Bytes, Invariant($"/Type /XObject /Subtype /Form /BBox [0 0 {PageWidth} {PageHeight}] /Resources {resources} 0 R"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
