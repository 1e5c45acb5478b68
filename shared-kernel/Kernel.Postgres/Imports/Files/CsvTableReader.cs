using System.Text;
using CsvHelper;
using Modular.Kernel.Postgres.Imports.Columns;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>Reads a text file of separated cells (RFC 4180); the separator is found in the first lines.</summary>
internal sealed class CsvTableReader : TableReader
{
    private const int RecordBytes = 1 << 20;

    private readonly Stream file;
    private readonly ImportLimits limits;
    private readonly CsvReader reader;
    private CsvMalformedRecord? malformed;

    /// <exception cref="UnreadableFileException">The text is in another encoding than UTF-8 or marked UTF-16.</exception>
    public CsvTableReader(Stream file, ImportLimits limits)
    {
        this.file = file;
        this.limits = limits;
        var options = CsvReaderOptions.Default with
        {
            Encoding = TextFileEncoding.Of(file),
            HasHeader = false,
            TrackLineNumbers = true,
            MaxRecordSize = RecordBytes,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = record => malformed = record,
        };
        reader = CsvReader.Create(file, options, leaveOpen: true);
    }

    public override int RowNumber => (int)reader.LineNumber;

    public override int Width => reader.FieldCount;

    public override double Progress => Math.Min(1, (double)file.Position / file.Length);

    public override bool Read()
    {
        try
        {
            var found = reader.Read();

            // A quote inside a cell that is not quoted is what people write around a company's name, and reads as it stands.
            if (malformed is { Reason: not CsvMalformedReason.StrayQuote } record)
                throw Misplaced(record.LineNumber);
            malformed = null;
            return found;
        }
        catch (CsvFormatException format)
        {
            throw Misplaced(format.LineNumber);
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(new ImportFileIsNotUtf8(RowNumber + 1));
        }
    }

    public override ImportCell Cell(int index)
    {
        if (index >= reader.FieldCount)
            return ImportCell.Empty;
        if (reader.GetSpan(index).Length > limits.CellBytes)
            throw Misplaced(reader.LineNumber);
        return ImportCell.OfText(reader.GetString(index));
    }

    public override void Dispose()
    {
        reader.Dispose();
        file.Dispose();
    }

    private static UnreadableFileException Misplaced(long line) => new(new ImportFileHasAMisplacedQuote((int)line));
}
