using Modular.Kernel.Postgres.Imports.Problems;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>
/// A number that is a name: so many digits, of which leading zeros count. A spreadsheet that took it for a number has dropped
/// them; they are put back, with a warning.
/// </summary>
public sealed class DigitsColumn : ImportColumn<DigitsColumn, string>
{
    private readonly StagedColumn[] staged;
    private readonly int length;

    internal DigitsColumn(string name, int length, string vietnamese, string english)
        : base(name, vietnamese, english)
    {
        this.length = length;
        staged = [StagedColumn.Text(name)];
    }

    /// <inheritdoc />
    public override LocalizedText Form => new($"{length} chữ số", $"{length} digits");

    internal override IReadOnlyList<StagedColumn> Staged => staged;

    private protected override bool TryRead(in ImportCell cell, StagedRow row, out string value)
    {
        value = cell.Text.Replace(" ", string.Empty, StringComparison.Ordinal);
        if (value.Length == 0 || value.Length > length || value.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            row.Report(this, ImportSeverity.Error, new CellIsNotSoManyDigits(length));
            return false;
        }

        if (value.Length == length)
            return true;
        if (cell.Kind != CellKind.Number)
        {
            row.Report(this, ImportSeverity.Error, new CellIsNotSoManyDigits(length));
            return false;
        }

        value = value.PadLeft(length, '0');
        row.Report(this, ImportSeverity.Warning, new LeadingZerosWerePutBack(length));
        return true;
    }

    private protected override void Put(string value, StagedRow row) => row.Put(value);
}
