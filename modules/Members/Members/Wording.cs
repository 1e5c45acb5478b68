using System.Globalization;
using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.Members;

/// <summary>Small matters of writing that inputs and sentences share.</summary>
internal static class Wording
{
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

    /// <summary>A problem where the text is longer than the register takes.</summary>
    public static IEnumerable<Problem> CheckLength(string? text, int maximum, string field)
    {
        if (text is not null && text.Length > maximum)
            yield return new InvalidInput(new LocalizedText($"Không được dài quá {maximum} ký tự.", $"Must not be longer than {maximum} characters.")) { Field = field };
    }
}
