namespace Modular.GraphQL.TypeSystem;

/// <summary>An input object type: named input fields.</summary>
/// <param name="name">The type's name in the schema.</param>
public sealed class InputObjectTypeDefinition(string name) : TypeDefinition(name)
{
    /// <summary>The input fields.</summary>
    public IList<InputFieldDefinition> Fields { get; init; } = [];

    /// <summary>Whether exactly one field must be given (the <c>@oneOf</c> directive).</summary>
    public bool IsOneOf { get; set; }

    /// <summary>
    /// Turns the coerced fields into the CLR object that resolvers see. When left out resolvers see the <see cref="InputObjectValue"/>.
    /// </summary>
    public Func<InputObjectValue, object>? Bind { get; set; }
}
