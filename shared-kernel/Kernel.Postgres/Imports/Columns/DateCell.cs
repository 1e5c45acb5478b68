using System.Globalization;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>Reads the ways in which registers write days.</summary>
internal static class DateCell
{
    private const int FirstYear = 1850;
    private const int LastYear = 2100;

    // Below it a number is a small count or a year, never a serial day that occurs in a register: 1 January 1910 is 3654.
    private const double FirstSerial = 3654;
    private const double LastSerial = 73_415;

    private static readonly string[] DayFormats =
    [
        "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d", "yyyy/M/d", "d/M/yyyy H:mm:ss", "yyyy-M-d H:mm:ss", "yyyy-M-d'T'H:mm:ss",
    ];

    private static readonly string[] MonthFormats = ["M/yyyy", "M-yyyy", "M.yyyy", "yyyy-M"];

    public static bool TryRead(in ImportCell cell, bool readsNumberAsYear, out ImportedDate date)
    {
        switch (cell.Kind)
        {
            case CellKind.Moment:
                date = new ImportedDate(DateOnly.FromDateTime(cell.Moment), DatePrecision.Day);
                return true;
            case CellKind.Number:
                return TryReadNumber(cell.Number, readsNumberAsYear, out date);
            default:
                return TryReadText(cell.Text, readsNumberAsYear, out date);
        }
    }

    private static bool TryReadNumber(double number, bool readsNumberAsYear, out ImportedDate date)
    {
        date = default;
        if (readsNumberAsYear && number is >= FirstYear and <= LastYear && number == Math.Floor(number))
        {
            date = new ImportedDate(new DateOnly((int)number, 1, 1), DatePrecision.Year);
            return true;
        }

        if (number is < FirstSerial or > LastSerial)
            return false;
        date = new ImportedDate(DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(number))), DatePrecision.Day);
        return true;
    }

    private static bool TryReadText(string text, bool readsNumberAsYear, out ImportedDate date)
    {
        var compact = text.Replace(" / ", "/", StringComparison.Ordinal);
        if (DateTime.TryParseExact(compact, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            date = new ImportedDate(DateOnly.FromDateTime(moment), DatePrecision.Day);
            return true;
        }

        if (DateOnly.TryParseExact(compact, MonthFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            date = new ImportedDate(month, DatePrecision.Month);
            return true;
        }

        date = default;
        return double.TryParse(compact, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && TryReadNumber(number, readsNumberAsYear, out date);
    }
}
