using System.Text;

namespace Modular.Kernel.Documents.Text;

/// <summary>
/// Comma-separated text (RFC 4180) with a byte order mark, by which spreadsheets know that it is UTF-8. A text that a spreadsheet would take for a formula is preceded by an apostrophe.
/// </summary>
internal sealed class CsvWriter : DocumentWriter
{
    // Spreadsheets look behind blanks as well, and take the wide forms for the same signs (OWASP, CSV injection).
    private const string FormulaSigns = "=+-@＝＋－＠";
    private const string HarmfulStarts = "\t\r\n";
    private const string NeedsQuotes = "\",\r\n";

    private readonly StreamWriter text;
    private bool hasTable;

    public CsvWriter(Stream output, DocumentSetting setting) : base(setting)
    {
        text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024, leaveOpen: true) { NewLine = "\r\n" };
    }

    private protected override void WriteParagraph(string text)
    {
    }

    private protected override void WriteHead(DocumentTable next)
    {
        if (hasTable)
            text.WriteLine();
        hasTable = true;
        for (var column = 0; column < next.Columns.Count; column++)
            WriteField(Harmless(next.Columns[column].Heading), isFirst: column == 0);
        text.WriteLine();
    }

    private protected override void WriteRow(ReadOnlySpan<CellValue> cells)
    {
        for (var column = 0; column < cells.Length; column++)
            WriteField(cells[column].Kind == CellKind.Text ? Harmless(cells[column].Plain) : cells[column].Plain, isFirst: column == 0);
        text.WriteLine();
    }

    // A CSV file has neither pages nor properties: the mark stands below its rows, after an empty line.
    private protected override void WriteEnd()
    {
        if (Setting.Mark is { } mark)
        {
            text.WriteLine();
            WriteField(Harmless(mark.Heading), isFirst: true);
            text.WriteLine();
            foreach (var fact in mark.Facts.Append(Setting.RowsFact(Rows)))
            {
                WriteField(Harmless(fact.Name), isFirst: true);
                WriteField(Harmless(fact.Value), isFirst: false);
                text.WriteLine();
            }
        }

        text.Flush();
    }

    protected override void Dispose(bool disposing) => text.Dispose();

    private static string Harmless(string value)
    {
        var content = value.AsSpan().TrimStart();
        var isFormula = content.Length > 0 && FormulaSigns.Contains(content[0], StringComparison.Ordinal);
        return isFormula || (value.Length > 0 && HarmfulStarts.Contains(value[0], StringComparison.Ordinal)) ? $"'{value}" : value;
    }

    private void WriteField(string value, bool isFirst)
    {
        if (!isFirst)
            text.Write(',');
        if (value.AsSpan().IndexOfAny(NeedsQuotes) < 0)
        {
            text.Write(value);
            return;
        }

        text.Write('"');
        text.Write(value.Replace("\"", "\"\"", StringComparison.Ordinal));
        text.Write('"');
    }
}
