using Modular.GraphQL.Execution;

namespace Modular.GraphQL.TypeSystem;

/// <summary>A field of an object or interface type.</summary>
/// <param name="name">The field's name.</param>
/// <param name="type">The field's type as SDL text, for instance <c>"[Member!]!"</c>.</param>
public sealed class FieldDefinition(string name, string type)
{
    /// <summary>The field's name.</summary>
    public string Name { get; } = name;

    /// <summary>The field's type as SDL text.</summary>
    public string Type { get; } = type;

    /// <summary>What the field tells; Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>Why the field should no longer be used, or <see langword="null"/> when it is current.</summary>
    public string? Deprecated { get; set; }

    /// <summary>The arguments, in the order in which introspection and SDL show them.</summary>
    public IList<ArgumentDefinition> Arguments { get; init; } = [];

    /// <summary>How the field is resolved for all parents of a level at once; needed on object types of a schema that executes.</summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>Facts of other layers, carried over to the built field.</summary>
    public Features Features { get; init; } = new();
}
