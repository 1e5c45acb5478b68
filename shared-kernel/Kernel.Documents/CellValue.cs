using System.Globalization;
using Modular.Kernel.Time;

namespace Modular.Kernel.Documents;

/// <summary>What a cell holds.</summary>
public enum CellKind
{
    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>Letters, shown at the left.</summary>
    Text,

    /// <summary>A number, shown at the right.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A moment, shown as the clock in Vietnam shows it.</summary>
    Moment,
}

/// <summary>The value of a cell, with its type: a day stays a day in a workbook, and a text never becomes a formula.</summary>
public readonly record struct CellValue
{
    private readonly string? text;
    private readonly decimal number;
    private readonly DateTime moment;

    private CellValue(CellKind kind, string? text = null, decimal number = 0, DateTime moment = default)
    {
        Kind = kind;
        this.text = text;
        this.number = number;
        this.moment = moment;
    }

    /// <summary>A cell without a value.</summary>
    public static CellValue Empty => default;

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The number of a <see cref="CellKind.Number"/>.</summary>
    public decimal Number => number;

    /// <summary>The day of a <see cref="CellKind.Date"/>, or the Vietnam time of a <see cref="CellKind.Moment"/>.</summary>
    public DateTime Moment => moment;

    /// <summary>A text; nothing where it is null or empty.</summary>
    public static CellValue Of(string? text) => string.IsNullOrEmpty(text) ? Empty : new(CellKind.Text, text);

    /// <summary>A number; nothing where it is null.</summary>
    public static CellValue Of(decimal? number) => number is { } value ? new(CellKind.Number, number: value) : Empty;

    /// <summary>A day; nothing where it is null.</summary>
    public static CellValue Of(DateOnly? day) => day is { } value ? new(CellKind.Date, moment: value.ToDateTime(TimeOnly.MinValue)) : Empty;

    /// <summary>A moment; nothing where it is null.</summary>
    public static CellValue Of(DateTimeOffset? moment) =>
        moment is { } value ? new(CellKind.Moment, moment: value.ToOffset(VietnamTime.Offset).DateTime) : Empty;

    /// <summary>The value as people in Vietnam read it, days as 02/09/1945; without separators in numbers.</summary>
    public string Shown => Kind switch
    {
        CellKind.Text => text!,
        CellKind.Number => number.ToString(CultureInfo.InvariantCulture),
        CellKind.Date => moment.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        CellKind.Moment => moment.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>The value as programs read it, days as 1945-09-02 (ISO 8601).</summary>
    public string Plain => Kind switch
    {
        CellKind.Date => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'+07:00'", CultureInfo.InvariantCulture),
        _ => Shown,
    };
}
