using System.Globalization;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.ResidenceLiaison;

/// <summary>Small matters of writing that inputs and sentences share.</summary>
internal static class Wording
{
    /// <summary>The longest text of a note, an agenda or minutes.</summary>
    public const int LongText = 4000;

    /// <summary>The longest remark, name or number of a paper.</summary>
    public const int ShortText = 300;

    /// <summary>The text without stray spaces; null where nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (text is null)
            return null;
        var cleaned = VietnameseText.Clean(text);
        return cleaned.Length == 0 ? null : cleaned;
    }

    /// <summary>A day as Vietnamese sentences write it.</summary>
    public static string Vietnamese(this DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day as English sentences write it.</summary>
    public static string English(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Problems of a text that must be there.</summary>
    public static IEnumerable<Problem> CheckRequired(string? text, int maximum, string field) => Clean(text) is null
        ? [new InvalidInput(new LocalizedText("Phải có nội dung.", "The text is needed.")) { Field = field }]
        : CheckLength(text, maximum, field);

    /// <summary>A problem where the text is longer than the register takes.</summary>
    public static IEnumerable<Problem> CheckLength(string? text, int maximum, string field)
    {
        if (text is not null && text.Length > maximum)
            yield return new InvalidInput(new LocalizedText($"Không được dài quá {maximum} ký tự.", $"Must not be longer than {maximum} characters.")) { Field = field };
    }
}
