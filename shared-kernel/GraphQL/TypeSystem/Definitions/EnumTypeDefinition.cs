namespace Modular.GraphQL.TypeSystem;

/// <summary>An enum type: one of several named values.</summary>
/// <param name="name">The type's name in the schema.</param>
public sealed class EnumTypeDefinition(string name) : TypeDefinition(name)
{
    /// <summary>The values, in the order in which introspection and SDL show them.</summary>
    public IList<EnumValueDefinition> Values { get; init; } = [];
}

/// <summary>A value of an enum type.</summary>
/// <param name="name">The value's name in the schema, by convention in capitals.</param>
/// <param name="value">What resolvers see and return for it; the name itself when left out.</param>
public sealed class EnumValueDefinition(string name, object? value = null)
{
    /// <summary>The value's name in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>What resolvers see and return.</summary>
    public object Value { get; } = value ?? name;

    /// <summary>What the value stands for; Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>Why the value should no longer be used, or <see langword="null"/> when it is current.</summary>
    public string? Deprecated { get; set; }

    /// <summary>Facts of other layers, carried over to the built value.</summary>
    public Features Features { get; init; } = new();
}
