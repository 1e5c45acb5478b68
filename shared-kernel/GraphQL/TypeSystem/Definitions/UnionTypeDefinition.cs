namespace Modular.GraphQL.TypeSystem;

/// <summary>A union type: one of several object types.</summary>
/// <param name="name">The type's name in the schema.</param>
public sealed class UnionTypeDefinition(string name) : TypeDefinition(name)
{
    /// <summary>Names of the member object types.</summary>
    public IList<string> Members { get; init; } = [];
}
