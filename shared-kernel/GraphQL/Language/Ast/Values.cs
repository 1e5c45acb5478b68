using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>A value as it is written in a document.</summary>
public abstract class ValueNode : SyntaxNode
{
    private protected ValueNode(SyntaxKind kind)
        : base(kind)
    {
    }
}

/// <summary>A variable where it is used.</summary>
public sealed class Variable() : ValueNode(SyntaxKind.Variable)
{
    /// <summary>The name of the variable, without the dollar sign.</summary>
    public required NameNode Name { get; init; }
}

/// <summary>An integer.</summary>
/// <param name="value">The digits as written; of any length.</param>
public sealed class IntValue(string value) : ValueNode(SyntaxKind.IntValue)
{
    /// <summary>The digits as written, with the sign; not bounded to 32 bits.</summary>
    public string Value { get; } = value;
}

/// <summary>A number with a fraction or an exponent.</summary>
/// <param name="value">The number as written.</param>
public sealed class FloatValue(string value) : ValueNode(SyntaxKind.FloatValue)
{
    /// <summary>The number as written.</summary>
    public string Value { get; } = value;
}

/// <summary>A string.</summary>
/// <param name="value">The characters that the string stands for.</param>
/// <param name="isBlock">Whether it is written as a block string.</param>
public sealed class StringValue(string value, bool isBlock = false) : ValueNode(SyntaxKind.StringValue)
{
    /// <summary>The characters that the string stands for: escapes resolved, block strings stripped of their indentation.</summary>
    public string Value { get; } = value;

    /// <summary>Whether the string is written as a block string.</summary>
    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <param name="value">The value.</param>
public sealed class BooleanValue(bool value) : ValueNode(SyntaxKind.BooleanValue)
{
    /// <summary>The value.</summary>
    public bool Value { get; } = value;
}

/// <summary>The literal <c>null</c>.</summary>
public sealed class NullValue() : ValueNode(SyntaxKind.NullValue);

/// <summary>A value of an enum.</summary>
/// <param name="value">The name of the enum's value.</param>
public sealed class EnumValueNode(string value) : ValueNode(SyntaxKind.EnumValue)
{
    /// <summary>The name of the enum's value.</summary>
    public string Value { get; } = value;
}

/// <summary>A list of values.</summary>
public sealed class ListValue() : ValueNode(SyntaxKind.ListValue)
{
    /// <summary>The values in document order.</summary>
    public required ImmutableArray<ValueNode> Values { get; init; }
}

/// <summary>An input object.</summary>
public sealed class ObjectValue() : ValueNode(SyntaxKind.ObjectValue)
{
    /// <summary>The fields in document order.</summary>
    public required ImmutableArray<ObjectFieldNode> Fields { get; init; }
}

/// <summary>A field of an input object.</summary>
public sealed class ObjectFieldNode() : SyntaxNode(SyntaxKind.ObjectField)
{
    /// <summary>The name of the field.</summary>
    public required NameNode Name { get; init; }

    /// <summary>The value given.</summary>
    public required ValueNode Value { get; init; }
}
