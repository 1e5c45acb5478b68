using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Modular.Kernel.Postgres.Imports.Columns;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>Reads the sheets of a workbook (XLSX).</summary>
internal sealed class WorkbookTableReader : TableReader
{
    private readonly Stream file;
    private readonly IExcelDataReader reader;
    private int row;

    /// <exception cref="UnreadableFileException">The workbook is damaged, locked or unfolds too far.</exception>
    public WorkbookTableReader(Stream file, ImportLimits limits)
    {
        this.file = file;
        WorkbookGuard.Check(file, limits);
        reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));
    }

    public override int RowNumber => row;

    public override int Width => reader.FieldCount;

    public override double Progress => reader.RowCount <= 0 ? 1 : Math.Min(1, (double)row / reader.RowCount);

    public override bool Read()
    {
        row++;
        return Guarded(reader.Read);
    }

    public override bool NextSheet()
    {
        row = 0;
        return Guarded(reader.NextResult);
    }

    public override ImportCell Cell(int index)
    {
        if (index >= reader.FieldCount)
            return ImportCell.Empty;
        return reader.GetValue(index) switch
        {
            null => ImportCell.Empty,
            string text => ImportCell.OfText(text),
            double number => ImportCell.OfNumber(number),
            DateTime moment => ImportCell.OfMoment(moment),
            bool truth => ImportCell.OfText(truth ? "1" : "0"),
            var other => ImportCell.OfText(other.ToString()),
        };
    }

    public override void Dispose()
    {
        reader.Dispose();
        file.Dispose();
    }

    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception damage) when (damage is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException
            or InvalidOperationException or KeyNotFoundException or ArgumentException or NullReferenceException or IndexOutOfRangeException)
        {
            throw new UnreadableFileException(new WorkbookIsDamaged());
        }
    }
}
