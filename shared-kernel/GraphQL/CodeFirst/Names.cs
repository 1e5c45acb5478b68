using System.Text;

namespace Modular.GraphQL.CodeFirst;

/// <summary>Names in the schema as they follow from names in C#.</summary>
public static class Names
{
    private const string AsyncSuffix = "Async";
    private const string GetPrefix = "Get";

    /// <summary>A property's name in the schema: <c>FullName</c> gives <c>fullName</c>, <c>CVNumber</c> gives <c>cvNumber</c>.</summary>
    public static string CamelCase(string name)
    {
        var upper = 0;
        while (upper < name.Length && char.IsUpper(name[upper]))
            upper++;
        if (upper == 0)
            return name;
        // The last of several capitals begins the next word, unless the word ends there.
        var lowered = upper == 1 || upper == name.Length ? upper : upper - 1;
        return string.Concat(name[..lowered].ToLowerInvariant(), name.AsSpan(lowered));
    }

    /// <summary>A method's name in the schema: <c>GetMembersAsync</c> gives <c>members</c>.</summary>
    public static string OfMethod(string name)
    {
        if (name.EndsWith(AsyncSuffix, StringComparison.Ordinal) && name.Length > AsyncSuffix.Length)
            name = name[..^AsyncSuffix.Length];
        if (name.StartsWith(GetPrefix, StringComparison.Ordinal) && name.Length > GetPrefix.Length && char.IsUpper(name[GetPrefix.Length]))
            name = name[GetPrefix.Length..];
        return CamelCase(name);
    }

    /// <summary>An enumeration member's name in the schema: <c>NameRemoved</c> gives <c>NAME_REMOVED</c>.</summary>
    public static string UpperSnakeCase(string name) => SnakeCase(name).ToUpperInvariant();

    /// <summary>A property's name as a column of a statement: <c>OfficialMembers</c> gives <c>official_members</c>.</summary>
    public static string SnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var index = 0; index < name.Length; index++)
        {
            if (BeginsWord(name, index))
                result.Append('_');
            result.Append(char.ToLowerInvariant(name[index]));
        }

        return result.ToString();
    }

    private static bool BeginsWord(string name, int index)
    {
        if (index == 0 || !char.IsUpper(name[index]) || name[index - 1] == '_')
            return false;
        var followsLower = !char.IsUpper(name[index - 1]);
        var precedesLower = index + 1 < name.Length && char.IsLower(name[index + 1]);
        return followsLower || precedesLower;
    }
}
