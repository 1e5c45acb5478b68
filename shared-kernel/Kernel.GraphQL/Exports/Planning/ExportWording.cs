using System.Text;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports.Planning;

/// <summary>What stands above columns and for values, from what the schema says of them: its descriptions are English, with the Vietnamese term in brackets.</summary>
internal static class ExportWording
{
    /// <summary>What stands above a column of a field.</summary>
    public static string HeadingOf(Field field, Language language) =>
        (language == Language.Vietnamese ? VietnameseTerm(field.Description) : null) ?? Words(field.Name);

    /// <summary>What is shown for the values of an enumeration.</summary>
    public static IReadOnlyDictionary<string, string> ChoicesOf(EnumType type, Language language) => type.Values.ToDictionary(
        value => value.Name,
        value => (language == Language.Vietnamese ? VietnameseTerm(value.Description) : null) ?? Words(value.Name),
        StringComparer.Ordinal);

    /// <summary>The last text in brackets that is no ASCII; null where there is none.</summary>
    private static string? VietnameseTerm(string? description)
    {
        if (description is null)
            return null;
        for (var end = description.LastIndexOf(')'); end > 0; end = description.LastIndexOf(')', end - 1))
        {
            var start = description.LastIndexOf('(', end);
            if (start < 0)
                return null;
            var term = description[(start + 1)..end].Trim();
            if (term.Length > 0 && !term.All(char.IsAscii))
                return string.Concat(char.ToUpperInvariant(term[0]).ToString(), term.AsSpan(1));
        }

        return null;
    }

    // fullName and FULL_NAME are both "Full name".
    private static string Words(string name)
    {
        var isConstant = name.All(letter => !char.IsLower(letter));
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (letter == '_' || (char.IsUpper(letter) && !isConstant && words.Length > 0))
                words.Append(' ');
            if (letter != '_')
                words.Append(words.Length == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
