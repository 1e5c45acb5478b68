using System.Globalization;
using System.Reflection;

namespace Modular.GraphQL.CodeFirst;

/// <summary>Defaults of C# parameters as GraphQL literals.</summary>
public static class InputDefaults
{
    /// <summary>The default of the parameter of a positional record; null where it has none, or one that says nothing.</summary>
    public static string? Of(RecordProperty property) => property.Parameter is { } parameter ? Of(parameter) : null;

    /// <summary>The default of a parameter; null where it has none, or one that says nothing.</summary>
    public static string? Of(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue || parameter.DefaultValue is not { } value)
            return null;
        return value switch
        {
            bool flag => flag ? "true" : "false",
            string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
            Enum member => Names.UpperSnakeCase(member.ToString()),
            IFormattable number => EnumOrNumber(parameter, number),
            _ => null,
        };
    }

    /// <summary>A default of a nullable enumeration reaches reflection as its number.</summary>
    private static string EnumOrNumber(ParameterInfo parameter, IFormattable number) =>
        Nullable.GetUnderlyingType(parameter.ParameterType) is { IsEnum: true } type
            ? Names.UpperSnakeCase(Enum.ToObject(type, number).ToString()!)
            : number.ToString(null, CultureInfo.InvariantCulture);
}
