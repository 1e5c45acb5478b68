namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A day as a file names it.</summary>
/// <param name="Day">The day, or the first day of the month or year that is named.</param>
/// <param name="Precision">How exact the cell is.</param>
public readonly record struct ImportedDate(DateOnly Day, DatePrecision Precision);

/// <summary>How exact a date is, from exact to coarse.</summary>
public enum DatePrecision
{
    /// <summary>The day is known.</summary>
    Day,

    /// <summary>Only the month is known.</summary>
    Month,

    /// <summary>Only the year is known.</summary>
    Year,
}
