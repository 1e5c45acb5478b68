using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

public static partial class Printer
{
    private static string PrintDefinition(Definition definition) => definition switch
    {
        OperationDefinition operation => PrintOperation(operation),
        FragmentDefinition fragment => Described(fragment.Description) + Spaced(
            $"fragment {fragment.Name.Value} on {fragment.TypeCondition.Name.Value}",
            Join(fragment.Directives, " "),
            Print(fragment.SelectionSet)),
        SchemaDefinitionNode schema => Described(schema.Description) + Spaced(
            "schema", Join(schema.Directives, " "), Block(schema.OperationTypes)),
        SchemaExtensionNode schema => Spaced("extend schema", Join(schema.Directives, " "), Block(schema.OperationTypes)),
        DirectiveDefinitionNode directive => PrintDirectiveDefinition(directive),
        TypeDefinitionNode type => Described(type.Description) + PrintTypeDefinition(type),
        TypeExtensionNode extension => "extend " + PrintTypeExtension(extension),
        _ => "",
    };

    private static string PrintOperation(OperationDefinition operation)
    {
        var keyword = operation.Operation.ToKeyword();
        var variables = operation.VariableDefinitions.Select(Print).ToArray();
        var list = variables.Any(IsMultiline)
            ? Wrap("(\n", string.Join('\n', variables), "\n)")
            : Wrap("(", string.Join(", ", variables), ")");
        var prefix = Described(operation.Description) + Spaced(keyword, operation.Name?.Value + list, Join(operation.Directives, " "));

        // A query that has nothing but selections is printed in its short form.
        return prefix == "query" ? Print(operation.SelectionSet) : Spaced(prefix, Print(operation.SelectionSet));
    }

    private static string PrintDirectiveDefinition(DirectiveDefinitionNode directive) =>
        $"{Described(directive.Description)}directive @{directive.Name.Value}{PrintParameters(directive.Arguments)}"
        + $"{(directive.IsRepeatable ? " repeatable" : "")} on {Join(directive.Locations, " | ")}";

    private static string PrintTypeDefinition(TypeDefinitionNode type) => type switch
    {
        ObjectTypeDefinitionNode it => PrintType("type", it.Name, it.Interfaces, it.Directives, it.Fields),
        InterfaceTypeDefinitionNode it => PrintType("interface", it.Name, it.Interfaces, it.Directives, it.Fields),
        UnionTypeDefinitionNode it => PrintUnion(it.Name, it.Directives, it.Types),
        EnumTypeDefinitionNode it => PrintBody("enum", it.Name, it.Directives, Block(it.Values)),
        InputObjectTypeDefinitionNode it => PrintBody("input", it.Name, it.Directives, Block(it.Fields)),
        _ => PrintBody("scalar", type.Name, type.Directives, ""),
    };

    private static string PrintTypeExtension(TypeExtensionNode type) => type switch
    {
        ObjectTypeExtensionNode it => PrintType("type", it.Name, it.Interfaces, it.Directives, it.Fields),
        InterfaceTypeExtensionNode it => PrintType("interface", it.Name, it.Interfaces, it.Directives, it.Fields),
        UnionTypeExtensionNode it => PrintUnion(it.Name, it.Directives, it.Types),
        EnumTypeExtensionNode it => PrintBody("enum", it.Name, it.Directives, Block(it.Values)),
        InputObjectTypeExtensionNode it => PrintBody("input", it.Name, it.Directives, Block(it.Fields)),
        _ => PrintBody("scalar", type.Name, type.Directives, ""),
    };

    private static string PrintType(
        string keyword,
        NameNode name,
        ImmutableArray<NamedTypeNode> interfaces,
        ImmutableArray<DirectiveNode> directives,
        ImmutableArray<FieldDefinitionNode> fields) =>
        Spaced(keyword, name.Value, Wrap("implements ", Join(interfaces, " & ")), Join(directives, " "), Block(fields));

    private static string PrintUnion(NameNode name, ImmutableArray<DirectiveNode> directives, ImmutableArray<NamedTypeNode> types) =>
        PrintBody("union", name, directives, Wrap("= ", Join(types, " | ")));

    private static string PrintBody(string keyword, NameNode name, ImmutableArray<DirectiveNode> directives, string body) =>
        Spaced(keyword, name.Value, Join(directives, " "), body);

    private static string PrintMember(SyntaxNode node) => node switch
    {
        OperationTypeDefinitionNode root => $"{root.Operation.ToKeyword()}: {root.Type.Name.Value}",
        FieldDefinitionNode field => Described(field.Description) + Spaced(
            $"{field.Name.Value}{PrintParameters(field.Arguments)}: {PrintType(field.Type)}", Join(field.Directives, " ")),
        InputValueDefinitionNode value => Described(value.Description) + Spaced(
            $"{value.Name.Value}: {PrintType(value.Type)}{PrintDefault(value.DefaultValue)}", Join(value.Directives, " ")),
        EnumValueDefinitionNode value => Described(value.Description) + Spaced(value.Name.Value, Join(value.Directives, " ")),
        _ => "",
    };

    private static string PrintParameters(ImmutableArray<InputValueDefinitionNode> parameters)
    {
        var printed = parameters.Select(Print).ToArray();
        return printed.Any(IsMultiline)
            ? Wrap("(\n", Indent(string.Join('\n', printed)), "\n)")
            : Wrap("(", string.Join(", ", printed), ")");
    }

    private static bool IsMultiline(string text) => text.Contains('\n', StringComparison.Ordinal);
}
