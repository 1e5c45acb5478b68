namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// What coerced input is in CLR terms: <c>Int</c> is <see cref="int"/>, <c>Float</c> <see cref="double"/>, <c>String</c> and <c>ID</c>
/// <see cref="string"/>, <c>Boolean</c> <see cref="bool"/>, an enum value its <see cref="EnumValue.Value"/>, a custom scalar what its
/// <see cref="ScalarCoercion"/> makes of it, a list <c>object?[]</c>, an input object an <see cref="InputObjectValue"/> or what its type binds it to.
/// </summary>
public static class CoercedValues
{
    /// <summary>A coerced value as <typeparamref name="T"/>; null becomes <see langword="default"/>, and a list becomes an array of the
    /// wanted item type when <typeparamref name="T"/> is one or an interface of one.</summary>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public static T? As<T>(object? value)
    {
        if (value is T typed) return typed;
        if (value is null) return default;
        if (value is object?[] items && ItemTypeOf(typeof(T)) is { } itemType) return (T)(object)CopyTo(itemType, items);
        throw new InvalidCastException($"An input value of type {value.GetType()} was read as {typeof(T)}.");
    }

    private static Type? ItemTypeOf(Type type)
    {
        if (type.IsArray) return type.GetElementType();
        if (!type.IsInterface || !type.IsGenericType || type.GenericTypeArguments is not [var itemType]) return null;
        return type.IsAssignableFrom(itemType.MakeArrayType()) ? itemType : null;
    }

    private static Array CopyTo(Type itemType, object?[] items)
    {
        var array = Array.CreateInstance(itemType, items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is object?[] nested && ItemTypeOf(itemType) is { } nestedType) array.SetValue(CopyTo(nestedType, nested), i);
            else array.SetValue(items[i], i);
        }

        return array;
    }
}
