using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace NamDinh.GrassrootsOversight;

/// <summary>Small matters of writing that inputs share.</summary>
internal static class Wording
{
    /// <summary>The longest findings, recommendation or answer.</summary>
    public const int LongText = 4000;

    /// <summary>The longest name or number of a paper.</summary>
    public const int ShortText = 300;

    /// <summary>How many entries a list of an input has at most.</summary>
    public const int MostEntries = 200;

    /// <summary>The text without stray spaces; null where nothing is left.</summary>
    public static string? Clean(string? text) => text is not null && VietnameseText.Clean(text) is { Length: > 0 } cleaned ? cleaned : null;

    /// <summary>What is wrong with a text that must be there.</summary>
    public static IEnumerable<Problem> CheckRequired(string? text, int maximum, string field)
    {
        if (Clean(text) is null)
            yield return new InvalidInput(new LocalizedText("Phải có nội dung.", "The text is needed.")) { Field = field };
        else if (text!.Length > maximum)
            yield return new InvalidInput(new LocalizedText($"Không được dài quá {maximum} ký tự.", $"Must not be longer than {maximum} characters.")) { Field = field };
    }

    /// <summary>What is wrong with a list that names things once each.</summary>
    public static IEnumerable<Problem> CheckList(IReadOnlyCollection<Guid> keys, string field)
    {
        if (keys.Count is 0 or > MostEntries || keys.Distinct().Count() != keys.Count)
            yield return new InvalidInput(new LocalizedText($"Phải nêu từ 1 đến {MostEntries} mục, mỗi mục một lần.", $"Name between 1 and {MostEntries} entries, each once.")) { Field = field };
    }
}
