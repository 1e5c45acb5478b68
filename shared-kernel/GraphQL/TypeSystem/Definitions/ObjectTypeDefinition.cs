namespace Modular.GraphQL.TypeSystem;

/// <summary>An object type: named fields, each with a resolver.</summary>
/// <param name="name">The type's name in the schema.</param>
public sealed class ObjectTypeDefinition(string name) : TypeDefinition(name)
{
    /// <summary>The fields, in the order in which introspection and SDL show them.</summary>
    public IList<FieldDefinition> Fields { get; init; } = [];

    /// <summary>Names of the interfaces that the type implements, transitive ones included as the specification demands.</summary>
    public IList<string> Interfaces { get; init; } = [];

    /// <summary>
    /// The CLR type whose instances are objects of this type. It lets <see cref="Schema.FindObjectType(Type)"/> tell the type of an
    /// object that an interface or union field returned; <see langword="null"/> when rows tell their type themselves.
    /// </summary>
    public Type? ClrType { get; set; }
}
