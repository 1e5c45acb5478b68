using System.Diagnostics.CodeAnalysis;

namespace Modular.Organizations.Codes;

/// <summary>Codes as people write them, and as they are stored.</summary>
internal static class CodeText
{
    private const int MaximumLength = 32;

    /// <summary>The stored form of a code that somebody gives to an organization of a kind.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="text">What was written.</param>
    /// <param name="groups">How many groups an organization of this kind has in the 208 scheme; null: it has no such code.</param>
    /// <param name="stored">The stored form.</param>
    public static bool TryStore(CodeScheme scheme, string text, int? groups, [NotNullWhen(true)] out string? stored)
    {
        stored = null;
        var trimmed = text.Trim().ToUpperInvariant();
        if (scheme == CodeScheme.Regulation208)
        {
            if (GroupedCode.TryParse(trimmed, out var code) && code.Value.Length == groups)
                stored = code.Value.ToString();
            return stored is not null;
        }

        if (trimmed.Length is > 0 and <= MaximumLength && char.IsAsciiLetterOrDigit(trimmed[0]) && trimmed.All(IsAllowed))
            stored = trimmed;
        return stored is not null;
    }

    /// <summary>The stored forms that a code may have which somebody looks for, in whatever scheme.</summary>
    public static IReadOnlyList<string> StoredForms(string text)
    {
        var trimmed = text.Trim().ToUpperInvariant();
        return GroupedCode.TryParse(trimmed, out var code) && code.Value.ToString() != trimmed
            ? [trimmed, code.Value.ToString()]
            : [trimmed];
    }

    /// <summary>A code as it is compared: without spaces around, in capitals.</summary>
    public static string Upper(string code) => code.Trim().ToUpperInvariant();

    /// <summary>The same, with the dots of the 208 scheme where it can be a code of that.</summary>
    public static string Grouped(string code) => GroupedCode.TryParse(Upper(code), out var grouped) ? grouped.Value.ToString() : Upper(code);

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '/';
}
