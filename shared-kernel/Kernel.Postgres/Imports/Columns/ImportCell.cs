using System.Globalization;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A cell as the file holds it.</summary>
internal readonly record struct ImportCell
{
    private ImportCell(CellKind kind, string text, double number, DateTime moment)
    {
        Kind = kind;
        Text = text;
        Number = number;
        Moment = moment;
    }

    public CellKind Kind { get; }

    /// <summary>What a person sees, without spaces around it; never null.</summary>
    public string Text { get; }

    /// <summary>The value of a number cell of a spreadsheet.</summary>
    public double Number { get; }

    /// <summary>The value of a date cell of a spreadsheet.</summary>
    public DateTime Moment { get; }

    public bool IsEmpty => Kind == CellKind.Empty;

    public static ImportCell Empty { get; } = new(CellKind.Empty, string.Empty, 0, default);

    public static ImportCell OfText(string? text)
    {
        var trimmed = text?.Trim();
        return string.IsNullOrEmpty(trimmed) ? Empty : new ImportCell(CellKind.Text, trimmed, 0, default);
    }

    /// <summary>A number cell; a whole number reads as its digits, not as 3.6E+10.</summary>
    public static ImportCell OfNumber(double number)
    {
        var isWhole = number == Math.Floor(number) && Math.Abs(number) < 1e15;
        var text = number.ToString(isWhole ? "F0" : "R", CultureInfo.InvariantCulture);
        return new ImportCell(CellKind.Number, text, number, default);
    }

    public static ImportCell OfMoment(DateTime moment) => new(
        CellKind.Moment, moment.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), 0, moment);

    /// <summary>A cell in which the spreadsheet shows an error such as <c>#N/A</c>.</summary>
    public static ImportCell OfError(string shown) => new(CellKind.Error, shown, 0, default);
}

/// <summary>The kinds of cells.</summary>
internal enum CellKind
{
    Empty,
    Text,
    Number,
    Moment,
    Error,
}
