using System.Globalization;
using Modular.Kernel.Results;

namespace Modular.Kernel.Postgres.Imports.Problems;

/// <summary>The column is required and the cell has nothing.</summary>
internal sealed record CellIsEmpty : Problem
{
    protected override LocalizedText Text => new("Ô bắt buộc còn trống.", "The cell is required and is empty.");
}

/// <summary>The spreadsheet shows an error in the cell, such as #N/A.</summary>
internal sealed record CellShowsAnError : Problem
{
    protected override LocalizedText Text => new(
        "Ô đang báo lỗi công thức (ví dụ #N/A).", "The cell shows a formula's error (for instance #N/A).");
}

/// <summary>The text is longer than the register takes.</summary>
internal sealed record CellIsTooLong(int Maximum, int Actual) : Problem
{
    protected override LocalizedText Text => new(
        $"Nội dung dài {Actual} ký tự, tối đa {Maximum}.", $"The text has {Actual} characters, at most {Maximum} are allowed.");
}

/// <summary>The text has characters that cannot be seen.</summary>
internal sealed record CellHoldsControlCharacters : Problem
{
    protected override LocalizedText Text => new(
        "Nội dung có ký tự điều khiển không nhìn thấy.", "The text holds invisible control characters.");
}

/// <summary>The number does not have the digits that it needs.</summary>
internal sealed record CellIsNotSoManyDigits(int Length) : Problem
{
    protected override LocalizedText Text => new($"Phải gồm đúng {Length} chữ số.", $"It must be exactly {Length} digits.");
}

/// <summary>The spreadsheet had dropped the zeros in front.</summary>
internal sealed record LeadingZerosWerePutBack(int Length) : Problem
{
    protected override LocalizedText Text => new(
        $"Ô là kiểu số nên mất số 0 ở đầu; đã thêm lại cho đủ {Length} chữ số.",
        $"The cell is a number and had lost its leading zeros; they were put back to make {Length} digits.");
}

/// <summary>The cell is no day in any known form.</summary>
internal sealed record CellIsNotADate(LocalizedText Form) : Problem
{
    protected override LocalizedText Text => new(
        $"Không phải ngày hợp lệ; hãy ghi {Form.Vietnamese}.", $"It is not a valid date; write {Form.English}.");
}

/// <summary>The day is too early, or after the day of the import.</summary>
internal sealed record DateIsOutOfRange(DateOnly Earliest, DateOnly? Latest) : Problem
{
    protected override LocalizedText Text => Latest is { } latest
        ? new($"Ngày phải từ {Shown(Earliest)} đến {Shown(latest)}.", $"The day must be from {Shown(Earliest)} to {Shown(latest)}.")
        : new($"Ngày phải từ {Shown(Earliest)} trở đi.", $"The day must not be before {Shown(Earliest)}.");

    private static string Shown(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}

/// <summary>The cell is no whole number, or one that makes no sense here.</summary>
internal sealed record CellIsNotAWholeNumber(int Least, int Most) : Problem
{
    protected override LocalizedText Text => Least == int.MinValue && Most == int.MaxValue
        ? new("Không phải số nguyên.", "It is not a whole number.")
        : new($"Phải là số nguyên từ {Least} đến {Most}.", $"It must be a whole number from {Least} to {Most}.");
}

/// <summary>The cell is none of the values of the list.</summary>
internal sealed record CellIsNotInTheList(LocalizedText Form) : Problem
{
    protected override LocalizedText Text => new($"Giá trị không có trong danh mục; {Form.Vietnamese}.", $"The value is not known; {Form.English}.");
}
