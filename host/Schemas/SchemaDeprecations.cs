using System.Globalization;
using Modular.GraphQL.TypeSystem;

namespace Modular.Host.Schemas;

/// <summary>
/// What is deprecated in a schema, and until when it stays: a reason ends with <c>until</c> and a day, for instance
/// <c>Use fullName, until 2027-06-30.</c>
/// </summary>
internal static class SchemaDeprecations
{
    private const string Until = "until ";

    /// <summary>The reasons by the coordinates of fields, arguments, input fields and enum values.</summary>
    public static IReadOnlyDictionary<string, string> Of(Schema schema)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in schema.Types)
            AddMembers(type, reasons);
        foreach (var directive in schema.Directives)
            AddArguments($"@{directive.Name}", directive.Arguments, reasons);
        return reasons;
    }

    /// <summary>The last day on which the deprecated element is there; absent where the reason does not tell it.</summary>
    public static DateOnly? LastDayIn(string reason)
    {
        var text = reason.TrimEnd('.');
        var place = text.LastIndexOf(Until, StringComparison.Ordinal);
        return place >= 0 && DateOnly.TryParseExact(text[(place + Until.Length)..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }

    private static void AddMembers(NamedType type, Dictionary<string, string> reasons)
    {
        switch (type)
        {
            case TypeWithFields { Fields: var fields }:
                foreach (var field in fields)
                {
                    Add($"{type.Name}.{field.Name}", field.Deprecated, reasons);
                    AddArguments($"{type.Name}.{field.Name}", field.Arguments, reasons);
                }

                break;
            case InputObjectType { Fields: var fields }:
                foreach (var field in fields)
                    Add($"{type.Name}.{field.Name}", field.Deprecated, reasons);
                break;
            case EnumType { Values: var values }:
                foreach (var value in values)
                    Add($"{type.Name}.{value.Name}", value.Deprecated, reasons);
                break;
        }
    }

    private static void AddArguments(string owner, IReadOnlyList<Argument> arguments, Dictionary<string, string> reasons)
    {
        foreach (var argument in arguments)
            Add($"{owner}({argument.Name}:)", argument.Deprecated, reasons);
    }

    private static void Add(string coordinate, string? reason, Dictionary<string, string> reasons)
    {
        if (reason is not null)
            reasons.Add(coordinate, reason);
    }
}
