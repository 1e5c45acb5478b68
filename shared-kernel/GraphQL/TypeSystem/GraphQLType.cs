namespace Modular.GraphQL.TypeSystem;

/// <summary>A type of a built schema: a named type, or a list or non-null type around another. Immutable and safe for all threads.</summary>
public abstract class GraphQLType
{
    private protected GraphQLType()
    {
    }

    /// <summary>The named type behind all lists and non-nulls.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type itself, or what a non-null type wraps.</summary>
    public virtual GraphQLType Nullable => this;

    /// <summary>Whether values of the type may be given as arguments and variables.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether values of the type may be returned by fields.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>The type as SDL text, for instance <c>[Member!]!</c>.</summary>
    public abstract override string ToString();
}

/// <summary>A list of items of one type.</summary>
public sealed class ListType : GraphQLType
{
    internal ListType(GraphQLType itemType) => ItemType = itemType;

    /// <summary>The type of the items.</summary>
    public GraphQLType ItemType { get; }

    /// <inheritdoc/>
    public override NamedType Named => ItemType.Named;

    /// <inheritdoc/>
    public override string ToString() => $"[{ItemType}]";
}

/// <summary>A type that excludes null.</summary>
public sealed class NonNullType : GraphQLType
{
    internal NonNullType(GraphQLType ofType) => OfType = ofType;

    /// <summary>The type without the exclusion: a named type or a list.</summary>
    public GraphQLType OfType { get; }

    /// <inheritdoc/>
    public override NamedType Named => OfType.Named;

    /// <inheritdoc/>
    public override GraphQLType Nullable => OfType;

    /// <inheritdoc/>
    public override string ToString() => $"{OfType}!";
}

/// <summary>A type that the schema knows by name.</summary>
public abstract class NamedType : GraphQLType
{
    private protected NamedType(string name, string? description, string owner, Features features)
    {
        Name = name;
        Description = description;
        Owner = owner;
        Features = features;
        AsList = new ListType(this);
        AsNonNull = new NonNullType(this);
    }

    /// <summary>The type's name.</summary>
    public string Name { get; }

    /// <summary>What the type stands for; Markdown.</summary>
    public string? Description { get; }

    /// <summary>The owner (module) that defined the type; <see cref="Schema.EngineOwner"/> for what every schema has.</summary>
    public string Owner { get; }

    /// <summary>Facts of other layers.</summary>
    public Features Features { get; }

    /// <inheritdoc/>
    public sealed override NamedType Named => this;

    /// <summary>The type as a nullable list of nullable items.</summary>
    internal ListType AsList { get; }

    /// <summary>The type without null.</summary>
    internal NonNullType AsNonNull { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}
