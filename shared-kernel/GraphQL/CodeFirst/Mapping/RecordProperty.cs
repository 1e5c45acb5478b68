using System.Linq.Expressions;
using System.Reflection;

namespace Modular.GraphQL.CodeFirst;

/// <summary>A property of a record that is an input object or an object type.</summary>
/// <param name="Property">The property.</param>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Use">Its type.</param>
public sealed record RecordProperty(PropertyInfo Property, string Name, TypeUse Use)
{
    /// <summary>Who contributes the record.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What it means.</summary>
    public string? Description => XmlDescriptions.Of(Property);

    /// <summary>Why it is about to go, or null.</summary>
    public string? Deprecated => Attribute<GraphQLDeprecatedAttribute>()?.Reason;

    /// <summary>The parameter of a positional record that gave the property, or null.</summary>
    public ParameterInfo? Parameter => TypeUse.ParameterOf(Property);

    /// <summary>The public properties of a record that the schema shows, those of the record that it derives from first.</summary>
    public static IReadOnlyList<RecordProperty> Of(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && !IsIgnored(property))
            .OrderBy(property => DepthOf(property.DeclaringType))
            .Select(property => new RecordProperty(
                property,
                Find<GraphQLNameAttribute>(property)?.Name ?? Names.CamelCase(property.Name),
                TypeUse.Of(property))),
    ];

    /// <summary>An attribute of the property, or of the parameter that gave it.</summary>
    public T? Attribute<T>()
        where T : Attribute => Find<T>(Property);

    /// <summary>A function that reads the property.</summary>
    public Func<object, object?> Getter()
    {
        var instance = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(instance, Property.DeclaringType!), Property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), instance).Compile();
    }

    private static int DepthOf(Type? type) => type is null ? 0 : 1 + DepthOf(type.BaseType);

    private static bool IsIgnored(PropertyInfo property) => Find<GraphQLIgnoreAttribute>(property) is not null;

    private static T? Find<T>(PropertyInfo property)
        where T : Attribute => property.GetCustomAttribute<T>() ?? TypeUse.ParameterOf(property)?.GetCustomAttribute<T>();
}
