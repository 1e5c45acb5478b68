using System.Diagnostics.CodeAnalysis;

namespace Modular.GraphQL.TypeSystem;

/// <summary>A type whose values have a selection set: object, interface or union.</summary>
public abstract class CompositeType : NamedType
{
    private protected CompositeType(string name, string? description, string owner, Features features)
        : base(name, description, owner, features)
    {
    }

    /// <summary>Whether the type stands for several object types.</summary>
    public bool IsAbstract => this is not ObjectType;
}

/// <summary>A composite type with fields of its own: object or interface.</summary>
public abstract class TypeWithFields : CompositeType
{
    private Dictionary<string, Field> fieldsByName = [];

    private protected TypeWithFields(string name, string? description, string owner, Features features)
        : base(name, description, owner, features)
    {
    }

    /// <summary>The fields in the order of their definition.</summary>
    public IReadOnlyList<Field> Fields { get; private set; } = [];

    /// <summary>The interfaces that the type implements, transitive ones included.</summary>
    public IReadOnlyList<InterfaceType> Interfaces { get; private set; } = [];

    /// <summary>The owners that contributed the interfaces, in the same order.</summary>
    internal IReadOnlyList<string> InterfaceOwners { get; private set; } = [];

    /// <summary>The field of that name, or <see langword="null"/>; meta-fields such as <c>__typename</c> are asked of the schema.</summary>
    public Field? FindField(string name) => fieldsByName.GetValueOrDefault(name);

    /// <summary>Tells whether the type has a field of that name, and which.</summary>
    public bool TryGetField(string name, [NotNullWhen(true)] out Field? field) => fieldsByName.TryGetValue(name, out field);

    /// <summary>Whether the type says that it implements the interface.</summary>
    public bool Implements(InterfaceType interfaceType) => Interfaces.Contains(interfaceType);

    internal void Complete(IReadOnlyList<Field> fields, IReadOnlyList<InterfaceType> interfaces, IReadOnlyList<string> interfaceOwners)
    {
        Fields = fields;
        Interfaces = interfaces;
        InterfaceOwners = interfaceOwners;
        fieldsByName = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }
}

/// <summary>An object type.</summary>
public sealed class ObjectType : TypeWithFields
{
    internal ObjectType(string name, string? description, string owner, Features features, Type? clrType)
        : base(name, description, owner, features) => ClrType = clrType;

    /// <summary>The CLR type of its objects, when the definition told one.</summary>
    public Type? ClrType { get; }
}

/// <summary>An interface type.</summary>
public sealed class InterfaceType : TypeWithFields
{
    internal InterfaceType(string name, string? description, string owner, Features features)
        : base(name, description, owner, features)
    {
    }
}

/// <summary>A union type.</summary>
public sealed class UnionType : CompositeType
{
    internal UnionType(string name, string? description, string owner, Features features)
        : base(name, description, owner, features)
    {
    }

    /// <summary>The member types in the order of their definition.</summary>
    public IReadOnlyList<ObjectType> Members { get; private set; } = [];

    /// <summary>The owners that contributed the members, in the same order.</summary>
    internal IReadOnlyList<string> MemberOwners { get; private set; } = [];

    internal void Complete(IReadOnlyList<ObjectType> members, IReadOnlyList<string> memberOwners)
    {
        Members = members;
        MemberOwners = memberOwners;
    }
}
