using System.Globalization;

namespace Modular.Kernel.Postgres.Imports.Columns;

/// <summary>A cell as the file holds it.</summary>
internal readonly record struct ImportCell
{
    private static readonly string[] ErrorTexts = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

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
        if (string.IsNullOrEmpty(trimmed))
            return Empty;
        var kind = trimmed[0] == '#' && ErrorTexts.Contains(trimmed) ? CellKind.Error : CellKind.Text;
        return new ImportCell(kind, trimmed, 0, default);
    }

    /// <summary>A number cell; a whole number reads as its digits, not as 3.6E+10.</summary>
    public static ImportCell OfNumber(double number)
    {
        var isWhole = number == Math.Floor(number) && Math.Abs(number) < 1e15;
        var text = number.ToString(isWhole ? "F0" : "R", CultureInfo.InvariantCulture);
        return new ImportCell(CellKind.Number, text, number, default);
    }

    /// <summary>A cell in which the spreadsheet shows an error.</summary>
    public static ImportCell OfError(string shown) => new(CellKind.Error, shown, 0, default);

    public static ImportCell OfMoment(DateTime moment) => new(
        CellKind.Moment, moment.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), 0, moment);
}

/// <summary>The kinds of cells.</summary>
internal enum CellKind
{
    Empty,
    Text,
    Number,
    Moment,

    /// <summary>The spreadsheet shows an error such as <c>#N/A</c>.</summary>
    Error,
}
