using Modular.Kernel.Documents.Pdf;
using Modular.Kernel.Documents.Text;
using Modular.Kernel.Documents.Workbooks;

namespace Modular.Kernel.Documents;

/// <summary>
/// Writes tables into a file, row by row. It keeps the row at hand, of a PDF the page at hand, so that memory does not grow with the document. Not for several threads at once; several
/// writers may work at the same time.
/// </summary>
public abstract class DocumentWriter : IDisposable
{
    private DocumentTable? table;
    private bool isComplete;

    private protected DocumentWriter(DocumentSetting setting)
    {
        Setting = setting;
    }

    /// <summary>How many rows were written, of all tables.</summary>
    public int Rows { get; private set; }

    private protected DocumentSetting Setting { get; }

    /// <summary>Opens a document.</summary>
    /// <param name="format">The kind of file.</param>
    /// <param name="output">Where it goes; it is only written to, from its start to its end, and stays open.</param>
    /// <param name="setting">What is known of it.</param>
    public static DocumentWriter Open(DocumentFormat format, Stream output, DocumentSetting setting) => format switch
    {
        DocumentFormat.Xlsx => new WorkbookWriter(output, setting),
        DocumentFormat.Csv => new CsvWriter(output, setting),
        _ => new PdfWriter(output, setting),
    };

    /// <summary>Writes a paragraph above the tables of a PDF. Workbooks and CSV files have no place for it and leave it out.</summary>
    /// <exception cref="InvalidOperationException">A table has begun.</exception>
    public void AddParagraph(string text)
    {
        if (table is not null || isComplete)
            throw new InvalidOperationException("A paragraph stands above the tables.");
        WriteParagraph(text);
    }

    /// <summary>Begins a table: another sheet of a workbook, the next heading on a page.</summary>
    /// <exception cref="InvalidOperationException">It has no columns, or the document is complete.</exception>
    public void BeginTable(DocumentTable next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (isComplete || next.Columns.Count == 0)
            throw new InvalidOperationException("A table has columns and belongs to a document that is still open.");
        WriteHead(next);
        table = next;
    }

    /// <summary>Writes a row of the table that was begun last.</summary>
    /// <param name="cells">A value for each of its columns.</param>
    /// <exception cref="InvalidOperationException">There is no such table, it has another number of columns, or a sheet holds no more rows.</exception>
    public void AddRow(ReadOnlySpan<CellValue> cells)
    {
        if (table is null || isComplete || cells.Length != table.Columns.Count)
            throw new InvalidOperationException("A row has a value for each column of the table that was begun last.");
        WriteRow(cells);
        Rows++;
    }

    /// <summary>Completes the file; without this call it cannot be opened.</summary>
    /// <exception cref="InvalidOperationException">There is no table, or the document is complete.</exception>
    public void Complete()
    {
        if (isComplete || table is null)
            throw new InvalidOperationException("A document has a table and is completed once.");
        isComplete = true;
        WriteEnd();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private protected abstract void WriteParagraph(string text);

    private protected abstract void WriteHead(DocumentTable next);

    private protected abstract void WriteRow(ReadOnlySpan<CellValue> cells);

    private protected abstract void WriteEnd();

    /// <summary>Lets go of what the writer holds; the output stays open.</summary>
    /// <param name="disposing">Always true.</param>
    protected abstract void Dispose(bool disposing);
}
