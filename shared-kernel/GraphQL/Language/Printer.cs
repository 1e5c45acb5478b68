using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

/// <summary>Prints syntax trees in the layout of graphql-js 16, so that files from either side compare equal.</summary>
public static partial class Printer
{
    private const int MaxLineLength = 80;

    /// <summary>Prints a node and all below it.</summary>
    /// <param name="node">A document or any part of one.</param>
    /// <returns>The node as GraphQL, without a line break at the end.</returns>
    public static string Print(SyntaxNode node) => node switch
    {
        NameNode name => name.Value,
        Document document => Join(document.Definitions, "\n\n"),
        ValueNode value => PrintValue(value),
        TypeNode type => PrintType(type),
        Selection selection => PrintSelection(selection),
        Definition definition => PrintDefinition(definition),
        SelectionSet selectionSet => Block(selectionSet.Selections),
        VariableDefinition variable => PrintVariableDefinition(variable),
        ArgumentNode argument => $"{argument.Name.Value}: {Print(argument.Value)}",
        ObjectFieldNode field => $"{field.Name.Value}: {Print(field.Value)}",
        DirectiveNode directive => $"@{directive.Name.Value}{Wrap("(", Join(directive.Arguments, ", "), ")")}",
        _ => PrintMember(node),
    };

    private static string PrintValue(ValueNode value) => value switch
    {
        Variable variable => "$" + variable.Name.Value,
        IntValue integer => integer.Value,
        FloatValue number => number.Value,
        StringValue text => text.IsBlock ? BlockString.Print(text.Value) : StringLiteral.Print(text.Value),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        EnumValueNode enumValue => enumValue.Value,
        ListValue list => $"[{Join(list.Values, ", ")}]",
        ObjectValue objectValue => $"{{{Join(objectValue.Fields, ", ")}}}",
        _ => "null",
    };

    private static string PrintType(TypeNode type) => type switch
    {
        NonNullTypeNode nonNull => PrintType(nonNull.Type) + "!",
        ListTypeNode list => $"[{PrintType(list.Type)}]",
        _ => ((NamedTypeNode)type).Name.Value,
    };

    private static string PrintSelection(Selection selection) => selection switch
    {
        FieldNode field => PrintField(field),
        FragmentSpread spread => Spaced("..." + spread.Name.Value, Join(spread.Directives, " ")),
        InlineFragment inline => Spaced(
            "...", Wrap("on ", inline.TypeCondition?.Name.Value), Join(inline.Directives, " "), Print(inline.SelectionSet)),
        _ => "",
    };

    private static string PrintField(FieldNode field)
    {
        var name = Wrap("", field.Alias?.Value, ": ") + field.Name.Value;
        var arguments = field.Arguments.Select(Print).ToArray();
        var onOneLine = Wrap("(", string.Join(", ", arguments), ")");
        var call = name.Length + onOneLine.Length > MaxLineLength
            ? name + Wrap("(\n", Indent(string.Join('\n', arguments)), "\n)")
            : name + onOneLine;
        return Spaced(call, Join(field.Directives, " "), field.SelectionSet is { } selectionSet ? Print(selectionSet) : null);
    }

    private static string PrintVariableDefinition(VariableDefinition variable) =>
        Described(variable.Description) + Spaced(
            $"{Print(variable.Variable)}: {PrintType(variable.Type)}{PrintDefault(variable.DefaultValue)}", Join(variable.Directives, " "));

    private static string PrintDefault(ValueNode? value) => value is null ? "" : " = " + Print(value);

    private static string Described(StringValue? description) => description is null ? "" : Print(description) + "\n";

    private static string Join<T>(ImmutableArray<T> nodes, string separator)
        where T : SyntaxNode => string.Join(separator, nodes.Select(Print));

    private static string Block<T>(ImmutableArray<T> nodes)
        where T : SyntaxNode => Wrap("{\n", Indent(Join(nodes, "\n")), "\n}");

    private static string Wrap(string start, string? text, string end = "") => string.IsNullOrEmpty(text) ? "" : start + text + end;

    private static string Spaced(params IEnumerable<string?> parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));

    private static string Indent(string text) =>
        text.Length == 0 ? text : "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
