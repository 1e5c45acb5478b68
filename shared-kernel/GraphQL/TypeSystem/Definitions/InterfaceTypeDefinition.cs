namespace Modular.GraphQL.TypeSystem;

/// <summary>An interface type: fields that every implementing type has.</summary>
/// <param name="name">The type's name in the schema.</param>
public sealed class InterfaceTypeDefinition(string name) : TypeDefinition(name)
{
    /// <summary>The fields; resolvers are taken from the implementing object types.</summary>
    public IList<FieldDefinition> Fields { get; init; } = [];

    /// <summary>Names of the interfaces that this interface implements.</summary>
    public IList<string> Interfaces { get; init; } = [];
}
