using System.Text;
using Modular.GraphQL.TypeSystem;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Exports.Planning;

/// <summary>What stands above columns and for values, from what the schema says of them: its descriptions are English, with the Vietnamese term in brackets.</summary>
internal static class ExportWording
{
    /// <summary>What stands above a column of a field.</summary>
    public static string HeadingOf(Field field, Language language) =>
        (language == Language.Vietnamese ? VietnameseTerms.Find(field.Description) : null) ?? Words(field.Name);

    /// <summary>What is shown for the values of an enumeration.</summary>
    public static IReadOnlyDictionary<string, string> ChoicesOf(EnumType type, Language language) => type.Values.ToDictionary(
        value => value.Name,
        value => (language == Language.Vietnamese ? VietnameseTerms.Find(value.Description) : null) ?? Words(value.Name),
        StringComparer.Ordinal);

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
