using System.Text;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>Names of tables and columns: <c>OrganizationId</c> is <c>organization_id</c>.</summary>
public static class SnakeCase
{
    /// <summary>The name in the database of a C# name.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            if (index > 0 && StartsWord(name, index))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[index]));
        }

        return text.ToString();
    }

    /// <summary>Whether the letter begins a word: <c>SearchKey</c> has two, <c>SQLText</c> too, <c>Line1Text</c> as well.</summary>
    internal static bool StartsWord(string name, int index) =>
        char.IsUpper(name[index])
        && name[index - 1] != '_'
        && (!char.IsUpper(name[index - 1]) || (index + 1 < name.Length && char.IsLower(name[index + 1])));
}
