using System.Collections.Concurrent;

namespace Modular.Kernel.Postgres.Entities;

/// <summary>
/// How enumerations stand in the database: as the text that GraphQL uses for them (<c>OfficialMember</c> is
/// <c>OFFICIAL_MEMBER</c>), so that a row can be written to a response as it is.
/// </summary>
public static class EnumText
{
    private static readonly ConcurrentDictionary<string, string> Names = new();

    /// <summary>The stored text of a value.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => OfName(value.ToString());

    /// <summary>The stored text of a value's C# name.</summary>
    public static string OfName(string name) => Names.GetOrAdd(name, UpperSnakeCase);

    private static string UpperSnakeCase(string name) => SnakeCase.Of(name).ToUpperInvariant();
}
