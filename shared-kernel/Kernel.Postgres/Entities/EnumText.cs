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

    /// <summary>The value of a stored text.</summary>
    /// <exception cref="InvalidOperationException">No value of the enumeration is stored so.</exception>
    public static TEnum Read<TEnum>(string text)
        where TEnum : struct, Enum => Stored<TEnum>.Values.TryGetValue(text, out var value)
        ? value
        : throw new InvalidOperationException($"The database holds '{text}', which is no {typeof(TEnum).Name}.");

    private static string UpperSnakeCase(string name) => SnakeCase.Of(name).ToUpperInvariant();

    private static class Stored<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly Dictionary<string, TEnum> Values = Enum.GetValues<TEnum>().ToDictionary(Of);
    }
}
