using Modular.Kernel.Postgres.Imports.Columns;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>Reads a table and looks at each row, titles above the table and columns that nobody asked for included, for the stamps of state secrets.</summary>
internal sealed class WatchedTableReader(TableReader inner) : TableReader
{
    public override int RowNumber => inner.RowNumber;

    public override int Width => inner.Width;

    public override double Progress => inner.Progress;

    public override Guid? RowId => inner.RowId;

    public override bool Read()
    {
        if (!inner.Read())
            return false;
        for (var index = 0; index < inner.Width; index++)
            StampWatch.Check(inner.Cell(index).Text, inner.RowNumber);
        return true;
    }

    public override bool NextSheet() => inner.NextSheet();

    public override ImportCell Cell(int index) => inner.Cell(index);

    public override void Dispose() => inner.Dispose();
}
