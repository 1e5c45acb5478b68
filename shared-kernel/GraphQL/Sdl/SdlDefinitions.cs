using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Sdl;

/// <summary>Turns the syntax of SDL into definitions.</summary>
/// <param name="resolverOf">The resolver of a field by the names of its type and its own.</param>
internal sealed class SdlDefinitions(Func<string, string, FieldResolver?> resolverOf)
{
    public TypeDefinition Of(TypeDefinitionNode node)
    {
        var name = node.Name.Value;
        TypeDefinition definition = node switch
        {
            ScalarTypeDefinitionNode => new ScalarTypeDefinition(name, UncheckedCoercion.Instance) { SpecifiedByUrl = Text(node.Directives, "specifiedBy", "url", null) },
            ObjectTypeDefinitionNode type => new ObjectTypeDefinition(name) { Fields = Fields(name, type.Fields), Interfaces = Names(type.Interfaces) },
            InterfaceTypeDefinitionNode type => new InterfaceTypeDefinition(name) { Fields = Fields(name, type.Fields), Interfaces = Names(type.Interfaces) },
            UnionTypeDefinitionNode type => new UnionTypeDefinition(name) { Members = Names(type.Types) },
            EnumTypeDefinitionNode type => new EnumTypeDefinition(name) { Values = [.. type.Values.Select(Of)] },
            InputObjectTypeDefinitionNode type => new InputObjectTypeDefinition(name)
            {
                Fields = InputFields(type.Fields),
                IsOneOf = node.Directives.Any(directive => directive.Name.Value == "oneOf"),
            },
            _ => throw new ArgumentException($"{node.Kind} defines no type.", nameof(node)),
        };
        definition.Description = node.Description?.Value;
        return definition;
    }

    public TypeExtension Of(TypeExtensionNode node) => node switch
    {
        ObjectTypeExtensionNode type => new ObjectTypeExtension(node.Name.Value, Fields(node.Name.Value, type.Fields), Names(type.Interfaces)),
        InterfaceTypeExtensionNode type => new InterfaceTypeExtension(node.Name.Value, Fields(node.Name.Value, type.Fields), Names(type.Interfaces)),
        UnionTypeExtensionNode type => new UnionTypeExtension(node.Name.Value, Names(type.Types)),
        EnumTypeExtensionNode type => new EnumTypeExtension(node.Name.Value, type.Values.Select(Of)),
        InputObjectTypeExtensionNode type => new InputObjectTypeExtension(node.Name.Value, InputFields(type.Fields)),
        _ => throw new ArgumentException($"{node.Kind} extends no type that has members.", nameof(node)),
    };

    public static DirectiveDefinition Of(DirectiveDefinitionNode node)
        => new(node.Name.Value, node.Locations.Select(location => DirectiveLocationNames.Parse(location.Value)
            ?? throw new ArgumentException($"There is no directive location {location.Value}.", nameof(node))))
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            Arguments = Arguments(node.Arguments),
        };

    private List<FieldDefinition> Fields(string typeName, IEnumerable<FieldDefinitionNode> nodes)
        => [.. nodes.Select(node => new FieldDefinition(node.Name.Value, Printer.Print(node.Type))
        {
            Description = node.Description?.Value,
            Deprecated = Deprecation(node.Directives),
            Arguments = Arguments(node.Arguments),
            Resolver = resolverOf(typeName, node.Name.Value),
            Features = CostDirectives.Read(node.Directives),
        })];

    private static List<ArgumentDefinition> Arguments(IEnumerable<InputValueDefinitionNode> nodes)
        => [.. nodes.Select(node => Fill(new ArgumentDefinition(node.Name.Value, Printer.Print(node.Type)), node))];

    private static List<InputFieldDefinition> InputFields(IEnumerable<InputValueDefinitionNode> nodes)
        => [.. nodes.Select(node => Fill(new InputFieldDefinition(node.Name.Value, Printer.Print(node.Type)), node))];

    private static T Fill<T>(T definition, InputValueDefinitionNode node)
        where T : InputValueDefinition
    {
        definition.Description = node.Description?.Value;
        definition.Deprecated = Deprecation(node.Directives);
        definition.Default = node.DefaultValue is null ? null : Printer.Print(node.DefaultValue);
        return definition;
    }

    private static EnumValueDefinition Of(EnumValueDefinitionNode node)
        => new(node.Name.Value) { Description = node.Description?.Value, Deprecated = Deprecation(node.Directives) };

    private static List<string> Names(IEnumerable<NamedTypeNode> nodes) => [.. nodes.Select(node => node.Name.Value)];

    private static string? Deprecation(IEnumerable<DirectiveNode> directives)
        => Text(directives, "deprecated", "reason", SpecifiedDirectives.DefaultDeprecationReason);

    private static string? Text(IEnumerable<DirectiveNode> directives, string name, string argument, string? otherwise)
    {
        if (directives.FirstOrDefault(directive => directive.Name.Value == name) is not { } directive) return null;
        return (directive.Arguments.FirstOrDefault(given => given.Name.Value == argument)?.Value as StringValue)?.Value ?? otherwise;
    }
}
