using Modular.Kernel.Results;
using Modular.Kernel.Texts;

namespace Modular.Organizations;

/// <summary>Texts of inputs: cleaned of stray spaces, and bounded.</summary>
internal static class InputText
{
    /// <summary>A text that must say something.</summary>
    public static Result<string> Required(string text, string field, int maximumLength)
    {
        var clean = VietnameseText.Clean(text);
        if (clean.Length == 0)
            return new InvalidInput(new LocalizedText("Không được để trống.", "Must not be empty.")) { Field = field };
        return clean.Length > maximumLength ? TooLong(field, maximumLength) : clean;
    }

    /// <summary>A text that may be missing; an empty one counts as missing.</summary>
    public static Result<string?> Optional(string? text, string field, int maximumLength)
    {
        var clean = text is null ? "" : VietnameseText.Clean(text);
        if (clean.Length > maximumLength)
            return TooLong(field, maximumLength);
        return clean.Length == 0 ? (Result<string?>)(string?)null : clean;
    }

    private static InvalidInput TooLong(string field, int maximumLength) => new(new LocalizedText(
        $"Không được dài quá {maximumLength} ký tự.",
        $"Must not be longer than {maximumLength} characters."))
    {
        Field = field,
    };
}
