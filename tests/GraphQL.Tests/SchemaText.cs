using System.Collections.Immutable;
using System.Text.Json;
using Modular.GraphQL.Language;
using Modular.GraphQL.Response;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests;

/// <summary>Builds schemas without resolvers from SDL, as graphql-js's <c>buildSchema</c> does.</summary>
internal static class SchemaText
{
    private const string Owner = "Tests";

    private static readonly string[] BuiltIn = ["skip", "include", "deprecated", "specifiedBy", "oneOf"];

    public static Schema Build(string sdl)
    {
        var builder = new SchemaBuilder { MustExecute = false };
        Add(builder, sdl);
        return builder.Build();
    }

    /// <summary>Adds the definitions of an SDL text to a schema in the making.</summary>
    public static void Add(SchemaBuilder builder, string sdl)
    {
        foreach (var definition in Parser.Parse(new Source(sdl), ParserOptions.Trusted).Definitions)
        {
            switch (definition)
            {
                case TypeDefinitionNode type:
                    builder.Add(ToDefinition(type), Owner);
                    break;
                case DirectiveDefinitionNode directive when !BuiltIn.Contains(directive.Name.Value):
                    builder.AddDirective(ToDefinition(directive), Owner);
                    break;
                case SchemaDefinitionNode schema:
                    SetRoots(builder, schema);
                    break;
                default:
                    throw new NotSupportedException($"{definition.Kind} in a schema of tests.");
            }
        }
    }

    private static void SetRoots(SchemaBuilder builder, SchemaDefinitionNode schema)
    {
        builder.Description = schema.Description?.Value;
        foreach (var root in schema.OperationTypes)
        {
            _ = root.Operation switch
            {
                OperationType.Mutation => builder.MutationTypeName = root.Type.Name.Value,
                OperationType.Subscription => builder.SubscriptionTypeName = root.Type.Name.Value,
                _ => builder.QueryTypeName = root.Type.Name.Value,
            };
        }
    }

    private static TypeDefinition ToDefinition(TypeDefinitionNode type)
    {
        TypeDefinition definition = type switch
        {
            ObjectTypeDefinitionNode it => new ObjectTypeDefinition(it.Name.Value) { Fields = Fields(it.Fields), Interfaces = Names(it.Interfaces) },
            InterfaceTypeDefinitionNode it => new InterfaceTypeDefinition(it.Name.Value) { Fields = Fields(it.Fields), Interfaces = Names(it.Interfaces) },
            UnionTypeDefinitionNode it => new UnionTypeDefinition(it.Name.Value) { Members = Names(it.Types) },
            EnumTypeDefinitionNode it => new EnumTypeDefinition(it.Name.Value) { Values = [.. it.Values.Select(ToDefinition)] },
            InputObjectTypeDefinitionNode it => new InputObjectTypeDefinition(it.Name.Value)
            {
                Fields = [.. it.Fields.Select(ToInputField)],
                IsOneOf = it.Directives.Any(directive => directive.Name.Value == "oneOf"),
            },
            _ => new ScalarTypeDefinition(type.Name.Value, new AnyValue())
            {
                SpecifiedByUrl = TextArgument(type.Directives, "specifiedBy", "url"),
            },
        };
        definition.Description = type.Description?.Value;
        return definition;
    }

    private static DirectiveDefinition ToDefinition(DirectiveDefinitionNode directive) =>
        new(directive.Name.Value, directive.Locations.Select(location => DirectiveLocationNames.Parse(location.Value)!.Value))
        {
            Description = directive.Description?.Value,
            IsRepeatable = directive.IsRepeatable,
            Arguments = [.. directive.Arguments.Select(ToArgument)],
        };

    private static List<FieldDefinition> Fields(ImmutableArray<FieldDefinitionNode> fields) =>
    [
        .. fields.Select(field => new FieldDefinition(field.Name.Value, field.Type.ToString())
        {
            Description = field.Description?.Value,
            Deprecated = DeprecationOf(field.Directives),
            Arguments = [.. field.Arguments.Select(ToArgument)],
        }),
    ];

    private static EnumValueDefinition ToDefinition(EnumValueDefinitionNode value) =>
        new(value.Name.Value) { Description = value.Description?.Value, Deprecated = DeprecationOf(value.Directives) };

    private static ArgumentDefinition ToArgument(InputValueDefinitionNode value) => Filled(new ArgumentDefinition(value.Name.Value, value.Type.ToString()), value);

    private static InputFieldDefinition ToInputField(InputValueDefinitionNode value) => Filled(new InputFieldDefinition(value.Name.Value, value.Type.ToString()), value);

    private static T Filled<T>(T definition, InputValueDefinitionNode value)
        where T : InputValueDefinition
    {
        definition.Description = value.Description?.Value;
        definition.Default = value.DefaultValue?.ToString();
        definition.Deprecated = DeprecationOf(value.Directives);
        return definition;
    }

    private static string? DeprecationOf(ImmutableArray<DirectiveNode> directives) =>
        directives.Any(directive => directive.Name.Value == "deprecated")
            ? TextArgument(directives, "deprecated", "reason") ?? "No longer supported"
            : null;

    private static string? TextArgument(ImmutableArray<DirectiveNode> directives, string directive, string argument) =>
        directives.FirstOrDefault(each => each.Name.Value == directive)?.Arguments
            .FirstOrDefault(each => each.Name.Value == argument)?.Value is StringValue text ? text.Value : null;

    private static List<string> Names(ImmutableArray<NamedTypeNode> types) => [.. types.Select(type => type.Name.Value)];

    /// <summary>A scalar that takes whatever is given, as scalars of <c>buildSchema</c> do.</summary>
    private sealed class AnyValue : ScalarCoercion
    {
        public override Coercion CoerceInput(JsonElement value) => Coercion.To(value);

        public override Coercion CoerceLiteral(ValueNode literal) => Coercion.To(literal.ToString());

        public override Coercion CoerceResult(object value) => Coercion.To(value);

        public override void Write(object value, JsonSink sink) => sink.WriteString(value.ToString()!);
    }
}
