namespace Modular.GraphQL.TypeSystem;

/// <summary>What an owner adds to a type of another owner.</summary>
/// <param name="name">The name of the type that is extended.</param>
public abstract class TypeExtension(string name)
{
    /// <summary>The name of the type that is extended.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Whether the extension falls away without a word when the type is not in the schema. Otherwise a missing type is a conflict,
    /// unless <see cref="SchemaBuilder.AddAbsentType"/> says that a module which is not enabled would bring it.
    /// </summary>
    public bool IsOptional { get; set; }

    /// <summary>Facts of other layers, added to those of the extended type.</summary>
    public Features Features { get; init; } = new();
}

/// <summary>Adds fields and interfaces to an object type.</summary>
/// <param name="name">The name of the object type.</param>
/// <param name="fields">The added fields.</param>
/// <param name="interfaces">The added interfaces.</param>
public sealed class ObjectTypeExtension(string name, IEnumerable<FieldDefinition> fields, IEnumerable<string>? interfaces = null)
    : TypeExtension(name)
{
    /// <summary>The added fields.</summary>
    public IList<FieldDefinition> Fields { get; } = [.. fields];

    /// <summary>The added interfaces.</summary>
    public IList<string> Interfaces { get; } = [.. interfaces ?? []];
}

/// <summary>Adds fields and interfaces to an interface type.</summary>
/// <param name="name">The name of the interface type.</param>
/// <param name="fields">The added fields.</param>
/// <param name="interfaces">The added interfaces.</param>
public sealed class InterfaceTypeExtension(string name, IEnumerable<FieldDefinition> fields, IEnumerable<string>? interfaces = null)
    : TypeExtension(name)
{
    /// <summary>The added fields.</summary>
    public IList<FieldDefinition> Fields { get; } = [.. fields];

    /// <summary>The added interfaces.</summary>
    public IList<string> Interfaces { get; } = [.. interfaces ?? []];
}

/// <summary>Adds members to a union type.</summary>
/// <param name="name">The name of the union type.</param>
/// <param name="members">Names of the added object types.</param>
public sealed class UnionTypeExtension(string name, params IEnumerable<string> members) : TypeExtension(name)
{
    /// <summary>Names of the added object types.</summary>
    public IList<string> Members { get; } = [.. members];
}

/// <summary>Adds values to an enum type.</summary>
/// <param name="name">The name of the enum type.</param>
/// <param name="values">The added values.</param>
public sealed class EnumTypeExtension(string name, params IEnumerable<EnumValueDefinition> values) : TypeExtension(name)
{
    /// <summary>The added values.</summary>
    public IList<EnumValueDefinition> Values { get; } = [.. values];
}

/// <summary>Adds fields to an input object type.</summary>
/// <param name="name">The name of the input object type.</param>
/// <param name="fields">The added input fields.</param>
public sealed class InputObjectTypeExtension(string name, params IEnumerable<InputFieldDefinition> fields) : TypeExtension(name)
{
    /// <summary>The added input fields.</summary>
    public IList<InputFieldDefinition> Fields { get; } = [.. fields];
}
