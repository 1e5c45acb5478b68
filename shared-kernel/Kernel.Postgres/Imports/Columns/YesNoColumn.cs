using Modular.Kernel.Postgres.Imports.Problems;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A column of yes and no; an empty cell is no.</summary>
public sealed class YesNoColumn : ImportColumn<YesNoColumn, bool>
{
    private readonly StagedColumn[] staged;

    internal YesNoColumn(string name, string vietnamese, string english)
        : base(name, vietnamese, english)
    {
        staged = [new StagedColumn(name, "boolean", NpgsqlDbType.Boolean)];
    }

    /// <inheritdoc />
    public override LocalizedText Form => new("có hoặc không (x = có)", "yes or no (x = yes)");

    internal override IReadOnlyList<StagedColumn> Staged => staged;

    private protected override bool TryRead(in ImportCell cell, StagedRow row, out bool value)
    {
        switch (VietnameseText.SearchKey(cell.Text))
        {
            case "x" or "co" or "1" or "yes" or "y" or "true" or "dung":
                value = true;
                return true;
            case "khong" or "0" or "no" or "n" or "false" or "sai" or "":
                value = false;
                return true;
            default:
                value = false;
                row.Report(this, ImportSeverity.Error, new CellIsNotInTheList(Form));
                return false;
        }
    }

    private protected override void Put(bool value, StagedRow row) => row.Put(value);

    private protected override void PutNothing(StagedRow row) => row.Put(false);
}
