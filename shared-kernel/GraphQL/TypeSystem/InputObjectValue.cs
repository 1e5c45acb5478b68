using System.Diagnostics.CodeAnalysis;

namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// A coerced input object: the fields that were given, and those with defaults. A field that was left out and has no default is
/// absent, which is not the same as null.
/// </summary>
public sealed class InputObjectValue
{
    private readonly Dictionary<string, object?> fields;

    internal InputObjectValue(InputObjectType type, Dictionary<string, object?> fields)
    {
        Type = type;
        this.fields = fields;
    }

    /// <summary>The input object type.</summary>
    public InputObjectType Type { get; }

    /// <summary>The present fields with their coerced values.</summary>
    public IReadOnlyDictionary<string, object?> Fields => fields;

    /// <summary>Whether the field is present, be it with null.</summary>
    public bool Has(string name) => fields.ContainsKey(name);

    /// <summary>The field's value; <see langword="default"/> when it is absent or null.</summary>
    /// <exception cref="InvalidCastException">The coerced value is of another type; see <see cref="CoercedValues"/> for what is what.</exception>
    public T? Get<T>(string name) => CoercedValues.As<T>(fields.GetValueOrDefault(name));

    /// <summary>Tells whether the field is present, and its value.</summary>
    public bool TryGet<T>(string name, [MaybeNullWhen(false)] out T? value)
    {
        var present = fields.TryGetValue(name, out var raw);
        value = CoercedValues.As<T>(raw);
        return present;
    }
}
