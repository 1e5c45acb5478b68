using System.Globalization;
using Modular.Kernel.Postgres.Imports.Problems;
using Modular.Kernel.Results;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A column of whole numbers.</summary>
public sealed class IntegerColumn : ImportColumn<IntegerColumn, int>
{
    private readonly StagedColumn[] staged;
    private int least = int.MinValue;
    private int most = int.MaxValue;

    internal IntegerColumn(string name, string vietnamese, string english)
        : base(name, vietnamese, english)
    {
        staged = [new StagedColumn(name, "integer", NpgsqlDbType.Integer)];
    }

    /// <inheritdoc />
    public override LocalizedText Form => new("số nguyên", "whole number");

    internal override IReadOnlyList<StagedColumn> Staged => staged;

    /// <summary>The least and the greatest number that make sense.</summary>
    public IntegerColumn Between(int least, int most)
    {
        this.least = least;
        this.most = most;
        return this;
    }

    private protected override bool TryRead(in ImportCell cell, StagedRow row, out int value)
    {
        if (int.TryParse(cell.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most)
            return true;
        row.Report(this, ImportSeverity.Error, new CellIsNotAWholeNumber(least, most));
        return false;
    }

    private protected override void Put(int value, StagedRow row) => row.Put(value);
}
