using System.Globalization;
using Modular.Kernel.Documents;
using Modular.Kernel.Downloads;
using Modular.Kernel.Results;

namespace Modular.ResidenceLiaison.Documents;

/// <summary>A paper that is made when it is fetched: what stands around it, its paragraphs, its tables.</summary>
/// <param name="Title">What it is.</param>
/// <param name="FileName">Its name as a file, without personal data and without ending.</param>
/// <param name="Frame">What stands above and below.</param>
internal sealed record Paper(string Title, string FileName, DocumentFrame Frame)
{
    /// <summary>Paragraphs above the tables; sheets have no place for them.</summary>
    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    /// <summary>Whether its pages lie on their side.</summary>
    public bool IsLandscape { get; init; }

    /// <summary>The tables, at least one.</summary>
    public required IReadOnlyList<PaperTable> Tables { get; init; }

    /// <summary>Where it comes from, beside who fetched it.</summary>
    public IReadOnlyList<DocumentFact> Facts { get; init; } = [];

    /// <summary>The kind of file that an address asks for; null for one that there is not.</summary>
    public static DocumentFormat? FormatOf(DownloadRequest request) => request.Format switch
    {
        null or "pdf" => DocumentFormat.Pdf,
        "xlsx" => DocumentFormat.Xlsx,
        _ => null,
    };

    /// <summary>Writes it.</summary>
    /// <param name="format">The kind of file.</param>
    /// <param name="language">The language of what is not part of the form.</param>
    /// <param name="fetchedBy">Who fetches it: each copy says so.</param>
    public DownloadedFile Write(DocumentFormat format, Language language, string fetchedBy)
    {
        DocumentFact[] facts = [.. Facts, new(new LocalizedText("Người tải", "Fetched by").In(language), fetchedBy)];
        var mark = new DocumentMark(string.Join(" · ", facts.Select(fact => $"{fact.Name}: {fact.Value}")), new LocalizedText("Nguồn", "Origin").In(language), facts);
        using var pages = new MemoryStream();
        using (var writer = DocumentWriter.Open(format, pages, new DocumentSetting(Title, language, mark, IsLandscape) { Frame = Frame }))
        {
            foreach (var paragraph in Paragraphs)
                writer.AddParagraph(paragraph);
            foreach (var table in Tables)
            {
                writer.BeginTable(table.Head);
                foreach (var row in table.Rows)
                    writer.AddRow(row);
            }

            writer.Complete();
        }

        return format == DocumentFormat.Xlsx
            ? new DownloadedFile("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{FileName}.xlsx", pages.ToArray())
            : new DownloadedFile("application/pdf", $"{FileName}.pdf", pages.ToArray());
    }

    /// <summary>A day as the head of a paper writes it.</summary>
    public static string Dated(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {day.Month:00} năm {day.Year}");
}

/// <summary>A table of a paper.</summary>
/// <param name="Head">Its name and columns.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record PaperTable(DocumentTable Head, IReadOnlyList<CellValue[]> Rows);
