namespace Modular.GraphQL.TypeSystem;

/// <summary>What arguments and input fields have in common.</summary>
/// <param name="name">The name.</param>
/// <param name="type">The type as SDL text, for instance <c>"[ID!]"</c>.</param>
public abstract class InputValueDefinition(string name, string type)
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;

    /// <summary>The type as SDL text.</summary>
    public string Type { get; } = type;

    /// <summary>What the value means; Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>The default as a GraphQL literal, for instance <c>"10"</c>, <c>"\"text\""</c> or <c>"[ACTIVE]"</c>; none when <see langword="null"/>.</summary>
    public string? Default { get; set; }

    /// <summary>Why it should no longer be used, or <see langword="null"/> when it is current.</summary>
    public string? Deprecated { get; set; }

    /// <summary>Facts of other layers, carried over to the built element.</summary>
    public Features Features { get; init; } = new();
}

/// <summary>An argument of a field or directive.</summary>
/// <param name="name">The argument's name.</param>
/// <param name="type">The argument's type as SDL text.</param>
public sealed class ArgumentDefinition(string name, string type) : InputValueDefinition(name, type);

/// <summary>A field of an input object type.</summary>
/// <param name="name">The input field's name.</param>
/// <param name="type">The input field's type as SDL text.</param>
public sealed class InputFieldDefinition(string name, string type) : InputValueDefinition(name, type);
