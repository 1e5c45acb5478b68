using System.Reflection;

namespace Modular.GraphQL.CodeFirst;

/// <summary>A CLR type at the place where it is used: the bare type, whether null may stand there, and the same of a list's items.</summary>
/// <param name="Type">The type without <see cref="Nullable{T}"/>, <see cref="Optional{T}"/> and list.</param>
/// <param name="IsNullable">Whether null may stand there.</param>
/// <param name="Item">For a list, the use of its items; <paramref name="Type"/> is then the list's own type.</param>
public sealed record TypeUse(Type Type, bool IsNullable, TypeUse? Item)
{
    /// <summary>Whether the type is <see cref="Optional{T}"/> there.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether the value may be left out, but not be null: an <see cref="Optional{T}"/> of a type without null.</summary>
    public bool RefusesNull { get; init; }

    /// <summary>For an <c>[ID]</c>, the name of the object type that is identified.</summary>
    public string? IdOf { get; init; }

    /// <summary>The type at the end of all lists.</summary>
    public Type Named => Item?.Named ?? Type;

    /// <summary>The use of a property's type.</summary>
    public static TypeUse Of(PropertyInfo property) =>
        Of(new NullabilityInfoContext().Create(property)).WithId(IdOfProperty(property));

    /// <summary>The use of a parameter's type, or of what a method returns.</summary>
    public static TypeUse Of(ParameterInfo parameter) =>
        Of(new NullabilityInfoContext().Create(parameter)).WithId(parameter.GetCustomAttribute<IDAttribute>()?.TypeName);

    /// <summary>The use of a type of which nullability is known.</summary>
    public static TypeUse Of(NullabilityInfo info)
    {
        var type = info.Type;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return new TypeUse(underlying, IsNullable: true, Item: null);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            var value = Of(info.GenericTypeArguments[0]);
            return value with { IsNullable = true, IsOptional = true, RefusesNull = !value.IsNullable };
        }

        var isNullable = !type.IsValueType && info.ReadState != NullabilityState.NotNull;
        var item = info.ElementType ?? (ItemOf(type) is null ? null : info.GenericTypeArguments[0]);
        return new TypeUse(type, isNullable, item is null || type == typeof(byte[]) ? null : Of(item));
    }

    /// <summary>The use of a type that is written down by itself: null may stand there only as <see cref="Nullable{T}"/>.</summary>
    public static TypeUse Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } value)
            return new TypeUse(value, IsNullable: true, Item: null);
        var item = type.IsArray ? type.GetElementType() : ItemOf(type);
        return new TypeUse(type, IsNullable: false, item is null ? null : Of(item));
    }

    /// <summary>The type as SDL text.</summary>
    /// <param name="nameOf">Gives the name of a bare type in the schema.</param>
    public string ToSdl(Func<Type, string> nameOf)
    {
        var name = IdOf is not null && Item is null ? "ID" : Item is null ? nameOf(Type) : $"[{Item.ToSdl(nameOf)}]";
        return IsNullable ? name : name + "!";
    }

    private static string? IdOfProperty(PropertyInfo property) =>
        property.GetCustomAttribute<IDAttribute>()?.TypeName
        ?? ParameterOf(property)?.GetCustomAttribute<IDAttribute>()?.TypeName;

    /// <summary>The parameter of a record's constructor that gave the property; attributes of positional records stand there.</summary>
    internal static ParameterInfo? ParameterOf(PropertyInfo property) => property.DeclaringType!.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters())
        .FirstOrDefault(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType);

    private TypeUse WithId(string? typeName) => typeName is null ? this : this with { IdOf = typeName, Item = Item?.WithId(typeName) };

    private static Type? ItemOf(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        if (!type.IsGenericType || type == typeof(string) || type.GetGenericArguments() is not [var item])
            return null;
        return type.IsAssignableTo(typeof(IEnumerable<>).MakeGenericType(item)) ? item : null;
    }
}
