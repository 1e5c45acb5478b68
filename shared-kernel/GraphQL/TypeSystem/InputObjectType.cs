namespace Modular.GraphQL.TypeSystem;

/// <summary>An input object type.</summary>
public sealed class InputObjectType : NamedType
{
    private Dictionary<string, InputField> fieldsByName = [];

    internal InputObjectType(string name, string? description, string owner, Features features, bool isOneOf, Func<InputObjectValue, object>? bind)
        : base(name, description, owner, features)
    {
        IsOneOf = isOneOf;
        Bind = bind;
    }

    /// <summary>The input fields in the order of their definition.</summary>
    public IReadOnlyList<InputField> Fields { get; private set; } = [];

    /// <summary>Whether exactly one field must be given.</summary>
    public bool IsOneOf { get; }

    /// <summary>Turns the coerced fields into what resolvers see, when they see something else than an <see cref="InputObjectValue"/>.</summary>
    private Func<InputObjectValue, object>? Bind { get; }

    /// <summary>The input field of that name, or <see langword="null"/>.</summary>
    public InputField? FindField(string name) => fieldsByName.GetValueOrDefault(name);

    /// <summary>What resolvers see for the coerced fields.</summary>
    internal object Coerced(Dictionary<string, object?> coercedFields)
    {
        var value = new InputObjectValue(this, coercedFields);
        return Bind is null ? value : Bind(value);
    }

    internal void Complete(IReadOnlyList<InputField> fields)
    {
        Fields = fields;
        fieldsByName = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }
}
