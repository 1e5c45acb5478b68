using System.Globalization;
using Modular.Kernel.Results;

namespace Modular.Kernel.Documents;

/// <summary>What is known of a document before its rows are.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Language">The language of what the writer adds itself, as page numbers.</param>
/// <param name="Mark">Where it comes from; null where that does not matter.</param>
/// <param name="IsLandscape">Whether pages lie on their side.</param>
public sealed record DocumentSetting(string Title, Language Language, DocumentMark? Mark = null, bool IsLandscape = true)
{
    /// <summary>What stands around the table of an official form; null for a plain list.</summary>
    public DocumentFrame? Frame { get; init; }

    internal string RowsShown(int rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} {RowsWord.In(Language)}");

    internal DocumentFact RowsFact(int rows) => new(RowsName.In(Language), rows.ToString(CultureInfo.InvariantCulture));

    internal string PageWord => new LocalizedText("Trang", "Page").In(Language);

    private static LocalizedText RowsWord => new("dòng", "rows");

    private static LocalizedText RowsName => new("Số dòng", "Rows");
}
