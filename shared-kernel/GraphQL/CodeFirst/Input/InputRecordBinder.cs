using System.Collections.Concurrent;
using System.Reflection;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.CodeFirst;

/// <summary>Makes records of one type: by the constructor with the most parameters, and by setters for what that leaves.</summary>
internal sealed class InputRecordBinder
{
    private static readonly ConcurrentDictionary<Type, InputRecordBinder> Binders = new();
    private readonly ConstructorInfo constructor;
    private readonly (RecordProperty? Property, ParameterInfo Parameter)[] parameters;
    private readonly RecordProperty[] setters;

    private InputRecordBinder(Type type)
    {
        var properties = RecordProperty.Of(type);
        constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).FirstOrDefault()
            ?? throw new InvalidOperationException($"{type} has no public constructor, so it cannot be an input object.");
        parameters =
        [
            .. constructor.GetParameters().Select(parameter => (
                properties.FirstOrDefault(property => string.Equals(property.Property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)),
                parameter)),
        ];
        setters = [.. properties.Where(property => property.Property.CanWrite && !Array.Exists(parameters, parameter => parameter.Property == property))];
    }

    public static InputRecordBinder For(Type type) => Binders.GetOrAdd(type, static type => new InputRecordBinder(type));

    public object Bind(InputObjectValue input, string path)
    {
        var arguments = new object?[parameters.Length];
        for (var index = 0; index < arguments.Length; index++)
        {
            var (property, parameter) = parameters[index];
            arguments[index] = property is not null && input.Has(property.Name)
                ? Value(input, property, path)
                : Missing(parameter);
        }

        var record = constructor.Invoke(arguments);
        foreach (var property in setters)
        {
            if (input.Has(property.Name))
                property.Property.SetValue(record, Value(input, property, path));
        }

        return record;
    }

    private static object? Value(InputObjectValue input, RecordProperty property, string path)
    {
        var value = InputBinder.Bind(input.Fields[property.Name], property.Use, $"{path}.{property.Name}");
        if (value is null && property.Use.RefusesNull)
            throw new InputBindingException($"{path}.{property.Name}", "may be left out, but it cannot be null.");
        return property.Use.IsOptional ? property.Property.PropertyType.GetConstructors()[0].Invoke([value]) : value;
    }

    private static object? Missing(ParameterInfo parameter)
    {
        if (parameter.HasDefaultValue && parameter.DefaultValue is not null)
            return parameter.DefaultValue;
        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }
}
