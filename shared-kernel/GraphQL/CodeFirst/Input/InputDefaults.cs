using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Modular.GraphQL.CodeFirst;

/// <summary>Defaults of C# parameters and properties as GraphQL literals.</summary>
public static class InputDefaults
{
    /// <summary>
    /// The default of the parameter of a positional record, or what a property that is not required is initialized with; null where there is
    /// none, or one that says nothing.
    /// </summary>
    public static string? Of(RecordProperty property) => property.Parameter is { } parameter ? Of(parameter) : OfInitializer(property);

    /// <summary>The default of a parameter; null where it has none, or one that says nothing.</summary>
    public static string? Of(ParameterInfo parameter) =>
        parameter.HasDefaultValue ? Literal(parameter.DefaultValue, parameter.ParameterType) : null;

    private static string? OfInitializer(RecordProperty property)
    {
        var info = property.Property;
        if (property.Use.IsOptional || info.IsDefined(typeof(RequiredMemberAttribute)))
            return null;
        // The record that derives initializes what its base declares, which may be abstract.
        var constructor = info.ReflectedType!.GetConstructor(Type.EmptyTypes) ?? (info.DeclaringType!.IsAbstract ? null : info.DeclaringType.GetConstructor(Type.EmptyTypes));
        return constructor is not null
            ? Literal(info.GetValue(constructor.Invoke(null)), info.PropertyType)
            : null;
    }

    private static string? Literal(object? value, Type type) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        Enum member => Names.UpperSnakeCase(member.ToString()),
        int or long or short or byte or float or double or decimal => EnumOrNumber(type, (IFormattable)value),
        _ => null,
    };

    /// <summary>A default of a nullable enumeration reaches reflection as its number.</summary>
    private static string EnumOrNumber(Type declared, IFormattable number) =>
        Nullable.GetUnderlyingType(declared) is { IsEnum: true } type
            ? Names.UpperSnakeCase(Enum.ToObject(type, number).ToString()!)
            : number.ToString(null, CultureInfo.InvariantCulture);
}
