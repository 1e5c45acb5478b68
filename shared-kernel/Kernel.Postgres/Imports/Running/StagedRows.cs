using Modular.Kernel.Postgres.Imports.Columns;
using Modular.Kernel.Postgres.Imports.Files;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>Turns the rows of a file into staged rows, one at a time.</summary>
internal sealed class StagedRows : IDisposable
{
    private readonly TableReader table;
    private readonly HeaderRow headers;
    private readonly IReadOnlyList<ImportColumn> columns;
    private readonly StagedRow row;
    private readonly ImportLimits limits;
    private readonly TimeProvider clock;

    private StagedRows(TableReader table, ImportDefinition definition, ImportLimits limits, DateOnly today, TimeProvider clock)
    {
        this.table = table;
        this.limits = limits;
        this.clock = clock;
        columns = definition.Columns;
        headers = HeaderRow.Find(table, columns);
        row = new StagedRow(columns.Sum(column => column.Staged.Count), today);
    }

    /// <summary>How many rows were read, without headers and blank rows.</summary>
    public int Count { get; private set; }

    public double Progress => table.Progress;

    public IReadOnlyList<string> UnknownHeaders => headers.Unknown;

    /// <exception cref="UnreadableFileException">The file is malformed or lacks required columns.</exception>
    public static StagedRows Open(ImportContent content, ImportDefinition definition, ImportLimits limits, DateOnly today, TimeProvider clock)
    {
        var table = content.Open(limits);
        try
        {
            return new StagedRows(table, definition, limits, today, clock);
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>The next rows, at most so many. It is one object each time: use it before going on.</summary>
    /// <exception cref="UnreadableFileException">The file is malformed or has too many rows.</exception>
    public IEnumerable<StagedRow> Take(int most)
    {
        for (var taken = 0; taken < most && table.Read();)
        {
            if (table.IsBlank())
                continue;
            if (Count == limits.Rows)
                throw new UnreadableFileException(new ImportFileHasTooManyRows(limits.Rows));
            Count++;
            taken++;
            Fill();
            yield return row;
        }
    }

    public void Dispose() => table.Dispose();

    private void Fill()
    {
        row.Begin(table.RowNumber, table.RowId ?? Guid.CreateVersion7(clock.GetUtcNow()));
        for (var index = 0; index < columns.Count; index++)
            columns[index].Read(headers.PlaceOf(index) is { } place ? table.Cell(place) : ImportCell.Empty, row);
    }
}
