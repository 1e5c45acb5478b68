using System.Collections;
using System.Globalization;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.CodeFirst;

/// <summary>Turns coerced input into the C# values that methods take.</summary>
public static class InputBinder
{
    /// <summary>A coerced value as a C# value.</summary>
    /// <param name="value">What the engine coerced; see <see cref="CoercedValues"/>.</param>
    /// <param name="use">The C# type that is wanted.</param>
    /// <param name="path">Where the value stands, for instance <c>input.organizationId</c>.</param>
    /// <exception cref="InputBindingException">An identifier is none or one of another type, or null stands where it has no meaning.</exception>
    public static object? Bind(object? value, TypeUse use, string path) => value switch
    {
        null => null,
        object?[] items when use.Item is not null => BindList(items, use, path),
        string id when use.IdOf is not null => KeyOf(id, use.IdOf, path),
        InputObjectValue input => InputRecordBinder.For(use.Type).Bind(input, path),
        _ when use.Type.IsInstanceOfType(value) => value,
        DateTimeOffset moment when use.Type == typeof(DateTime) => moment.UtcDateTime,
        _ => Convert.ChangeType(value, use.Type, CultureInfo.InvariantCulture),
    };

    private static object BindList(object?[] items, TypeUse use, string path)
    {
        var itemType = use.Item!.IsNullable && use.Item.Type.IsValueType
            ? typeof(Nullable<>).MakeGenericType(use.Item.Type)
            : use.Item.Type;
        var array = Array.CreateInstance(itemType, items.Length);
        for (var index = 0; index < items.Length; index++)
            array.SetValue(Bind(items[index], use.Item, $"{path}.{index}"), index);
        if (use.Type.IsAssignableFrom(array.GetType()))
            return array;
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        foreach (var item in array)
            list.Add(item);
        return use.Type.IsInstanceOfType(list) ? list : Activator.CreateInstance(use.Type, list)!;
    }

    private static Guid KeyOf(string id, string typeName, string path)
    {
        if (!GlobalId.TryParse(id, out var parsed))
            throw new InputBindingException(path, $"takes the id of a {typeName}; \"{id}\" is no id.");
        return parsed.TypeName == typeName
            ? parsed.Key
            : throw new InputBindingException(path, $"takes the id of a {typeName}, not of a {parsed.TypeName}.");
    }
}

/// <summary>A value of the input has a form that its GraphQL type does not exclude, but its C# type does.</summary>
/// <param name="path">Where the value stands.</param>
/// <param name="message">What is wrong, as the rest of a sentence that begins with the path.</param>
public sealed class InputBindingException(string path, string message) : Exception($"{path} {message}")
{
    /// <summary>Where the value stands.</summary>
    public string Path { get; } = path;
}
