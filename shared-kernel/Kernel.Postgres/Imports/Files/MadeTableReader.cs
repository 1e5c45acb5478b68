using Modular.Kernel.Postgres.Imports.Columns;

namespace Modular.Kernel.Postgres.Imports.Files;

/// <summary>Reads rows that a program makes.</summary>
internal sealed class MadeTableReader(IReadOnlyList<string> headers, IEnumerable<MadeRow> rows) : TableReader
{
    private readonly IEnumerator<MadeRow> rows = rows.GetEnumerator();
    private int row;

    public override int RowNumber => row;

    public override int Width => headers.Count;

    // Nobody knows how many rows there will be.
    public override double Progress => 0.5;

    public override Guid? RowId => row == 1 ? null : rows.Current.Id;

    public override bool Read() => ++row == 1 || rows.MoveNext();

    public override ImportCell Cell(int index) => ImportCell.OfText(row == 1 ? headers[index] : rows.Current.Cells[index]);

    public override void Dispose() => rows.Dispose();
}
