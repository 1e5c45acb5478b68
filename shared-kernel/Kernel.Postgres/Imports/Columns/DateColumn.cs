using Modular.Kernel.Postgres.Imports.Problems;
using Modular.Kernel.Results;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A column of days. Where declared, a cell may name only the month or the year, as old registers do.</summary>
public sealed class DateColumn : ImportColumn<DateColumn, ImportedDate>
{
    private readonly List<StagedColumn> staged;
    private DatePrecision coarsest = DatePrecision.Day;
    private bool isInThePast;
    private DateOnly earliest = new(1850, 1, 1);

    internal DateColumn(string name, string vietnamese, string english)
        : base(name, vietnamese, english)
    {
        staged = [new StagedColumn(name, "date", NpgsqlDbType.Date)];
    }

    /// <inheritdoc />
    public override LocalizedText Form => coarsest switch
    {
        DatePrecision.Day => new("ngày/tháng/năm", "day/month/year or yyyy-mm-dd"),
        DatePrecision.Month => new("ngày/tháng/năm hoặc tháng/năm", "day/month/year, yyyy-mm-dd or month/year"),
        _ => new("ngày/tháng/năm, tháng/năm hoặc năm", "day/month/year, yyyy-mm-dd, month/year or year"),
    };

    internal override IReadOnlyList<StagedColumn> Staged => staged;

    /// <summary>
    /// A cell may name the month alone; the first day of the month is staged, and how exact it is in <c>…_precision</c> (<c>DAY</c>, <c>MONTH</c>).
    /// </summary>
    public DateColumn AcceptsMonth() => Accept(DatePrecision.Month);

    /// <summary>
    /// A cell may name the month or the year alone; the first day of it is staged, and how exact it is in <c>…_precision</c>
    /// (<c>DAY</c>, <c>MONTH</c>, <c>YEAR</c>).
    /// </summary>
    public DateColumn AcceptsYear() => Accept(DatePrecision.Year);

    /// <summary>The day may not lie after the day of the import.</summary>
    public DateColumn InThePast()
    {
        isInThePast = true;
        return this;
    }

    /// <summary>The first day that makes sense; 1 January 1850 unless declared.</summary>
    public DateColumn NotBefore(DateOnly day)
    {
        earliest = day;
        return this;
    }

    private DateColumn Accept(DatePrecision precision)
    {
        if (coarsest == DatePrecision.Day)
            staged.Add(StagedColumn.Text(Name + "_precision"));
        coarsest = precision;
        return this;
    }

    private protected override bool TryRead(in ImportCell cell, StagedRow row, out ImportedDate value)
    {
        if (!DateCell.TryRead(cell, readsNumberAsYear: coarsest == DatePrecision.Year, out value) || value.Precision > coarsest)
        {
            row.Report(this, ImportSeverity.Error, new CellIsNotADate(Form));
            return false;
        }

        if (value.Day >= earliest && !(isInThePast && value.Day > row.Today))
            return true;
        row.Report(this, ImportSeverity.Error, new DateIsOutOfRange(earliest, isInThePast ? row.Today : null));
        return false;
    }

    private protected override void Put(ImportedDate value, StagedRow row)
    {
        row.Put(value.Day);
        if (coarsest != DatePrecision.Day)
            row.Put(value.Precision.ToString().ToUpperInvariant());
    }
}
