namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// What an owner (a module) contributes as a type of its own. Members name other types by their SDL text
/// (<c>"[Member!]!"</c>), so that an owner can use a type of another owner without a reference to it.
/// </summary>
/// <param name="name">The type's name in the schema.</param>
public abstract class TypeDefinition(string name)
{
    /// <summary>The type's name in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>What the type stands for, as front-end teams read it; Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>Facts of other layers, carried over to the built type.</summary>
    public Features Features { get; init; } = new();
}
