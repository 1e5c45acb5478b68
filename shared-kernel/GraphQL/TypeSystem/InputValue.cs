using Modular.GraphQL.Language;

namespace Modular.GraphQL.TypeSystem;

/// <summary>What the arguments and input fields of a built schema have in common.</summary>
public abstract class InputValue
{
    private readonly Lazy<object?> defaultValue;

    private protected InputValue(InputValueDefinition definition, GraphQLType type, ValueNode? defaultLiteral, string owner, Features features)
    {
        Name = definition.Name;
        Type = type;
        Owner = owner;
        Description = definition.Description;
        Deprecated = definition.Deprecated;
        DefaultLiteral = defaultLiteral;
        Features = features;
        // Coerced late, since the default may be of an input object type whose fields are not yet known.
        defaultValue = new(() => DefaultLiteral is null ? null : LiteralCoercion.CoerceDefault(type, DefaultLiteral));
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public GraphQLType Type { get; }

    /// <summary>The owner (module) that contributed it.</summary>
    public string Owner { get; }

    /// <summary>What the value means; Markdown.</summary>
    public string? Description { get; }

    /// <summary>Why it should no longer be used, or <see langword="null"/> when it is current.</summary>
    public string? Deprecated { get; }

    /// <summary>The default as it was written, or <see langword="null"/> when there is none.</summary>
    public ValueNode? DefaultLiteral { get; }

    /// <summary>Whether there is a default, which may be null.</summary>
    public bool HasDefault => DefaultLiteral is not null;

    /// <summary>The coerced default; also <see langword="null"/> when there is none.</summary>
    public object? DefaultValue => defaultValue.Value;

    /// <summary>Whether a value must be given: the type is non-null and there is no default.</summary>
    public bool IsRequired => Type is NonNullType && !HasDefault;

    /// <summary>Facts of other layers.</summary>
    public Features Features { get; }
}

/// <summary>An argument of a field or directive.</summary>
public sealed class Argument : InputValue
{
    internal Argument(ArgumentDefinition definition, GraphQLType type, ValueNode? defaultLiteral, string owner, Features features)
        : base(definition, type, defaultLiteral, owner, features)
    {
    }
}

/// <summary>A field of an input object type.</summary>
public sealed class InputField : InputValue
{
    internal InputField(InputFieldDefinition definition, GraphQLType type, ValueNode? defaultLiteral, string owner, Features features)
        : base(definition, type, defaultLiteral, owner, features)
    {
    }
}
