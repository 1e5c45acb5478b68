using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Introspection;

/// <summary>The types through which a schema describes itself (specification, section 4.2, September 2025 edition).</summary>
internal static partial class IntrospectionTypes
{
    // About what a large schema has, so that asking for all of it many times over is seen for what it costs.
    private const int Types = 200;
    private const int Directives = 8;
    private const int Members = 10;
    private const int Arguments = 2;

    public static IEnumerable<TypeDefinition> Create()
        => [SchemaType(), TypeType(), TypeKindEnum(), FieldType(), InputValueType(), EnumValueType(), DirectiveType(), DirectiveLocationEnum()];

    private static ObjectTypeDefinition SchemaType() => new("__Schema")
    {
        Description = "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, "
            + "as well as the entry points for query, mutation, and subscription operations.",
        Fields =
        [
            Field<Schema>("description", "String", schema => schema.Description),
            Field<Schema>("types", "[__Type!]!", schema => schema.Types, "A list of all types supported by this server.", Types),
            Field<Schema>("queryType", "__Type!", schema => schema.QueryType, "The type that query operations will be rooted at."),
            Field<Schema>(
                "mutationType", "__Type", schema => schema.MutationType,
                "If this server supports mutation, the type that mutation operations will be rooted at."),
            Field<Schema>(
                "subscriptionType", "__Type", schema => schema.SubscriptionType,
                "If this server support subscription, the type that subscription operations will be rooted at."),
            Field<Schema>("directives", "[__Directive!]!", schema => schema.Directives, "A list of all directives supported by this server.", Directives),
        ],
    };

    private static ObjectTypeDefinition TypeType() => new("__Type")
    {
        Description = "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the "
            + "`__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no "
            + "information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface "
            + "types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and "
            + "NonNull types compose other types.",
        Fields =
        [
            Field<GraphQLType>("kind", "__TypeKind!", KindOf),
            Field<GraphQLType>("name", "String", type => (type as NamedType)?.Name),
            Field<GraphQLType>("description", "String", type => (type as NamedType)?.Description),
            Field<GraphQLType>("specifiedByURL", "String", type => (type as ScalarType)?.SpecifiedByUrl),
            WithDeprecated<GraphQLType, Field>("fields", "[__Field!]", type => (type as TypeWithFields)?.Fields, field => field.Deprecated),
            Field<GraphQLType>("interfaces", "[__Type!]", type => (type as TypeWithFields)?.Interfaces, size: 2),
            new("possibleTypes", "[__Type!]")
            {
                Features = Sized(2),
                Resolver = new ValueResolver<GraphQLType>((type, execution)
                    => type is CompositeType { IsAbstract: true } abstractType ? execution.Planned.Schema.GetPossibleTypes(abstractType) : null),
            },
            WithDeprecated<GraphQLType, EnumValue>("enumValues", "[__EnumValue!]", type => (type as EnumType)?.Values, value => value.Deprecated),
            WithDeprecated<GraphQLType, InputField>("inputFields", "[__InputValue!]", type => (type as InputObjectType)?.Fields, field => field.Deprecated),
            Field<GraphQLType>("ofType", "__Type", type => (type as ListType)?.ItemType ?? (type as NonNullType)?.OfType),
            Field<GraphQLType>("isOneOf", "Boolean", type => (type as InputObjectType)?.IsOneOf),
        ],
    };

    private static ObjectTypeDefinition FieldType() => new("__Field")
    {
        Description = "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, "
            + "and a return type.",
        Fields =
        [
            Field<Field>("name", "String!", field => field.Name),
            Field<Field>("description", "String", field => field.Description),
            WithDeprecated<Field, Argument>("args", "[__InputValue!]!", field => field.Arguments, argument => argument.Deprecated, Arguments),
            Field<Field>("type", "__Type!", field => field.Type),
            Field<Field>("isDeprecated", "Boolean!", field => field.Deprecated is not null),
            Field<Field>("deprecationReason", "String", field => field.Deprecated),
        ],
    };

    private static ObjectTypeDefinition InputValueType() => new("__InputValue")
    {
        Description = "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which "
            + "describe their type and optionally a default value.",
        Fields =
        [
            Field<InputValue>("name", "String!", value => value.Name),
            Field<InputValue>("description", "String", value => value.Description),
            Field<InputValue>("type", "__Type!", value => value.Type),
            Field<InputValue>(
                "defaultValue", "String", value => value.DefaultLiteral is null ? null : Printer.Print(value.DefaultLiteral),
                "A GraphQL-formatted string representing the default value for this input value."),
            Field<InputValue>("isDeprecated", "Boolean!", value => value.Deprecated is not null),
            Field<InputValue>("deprecationReason", "String", value => value.Deprecated),
        ],
    };

    private static ObjectTypeDefinition EnumValueType() => new("__EnumValue")
    {
        Description = "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. "
            + "However an Enum value is returned in a JSON response as a string.",
        Fields =
        [
            Field<EnumValue>("name", "String!", value => value.Name),
            Field<EnumValue>("description", "String", value => value.Description),
            Field<EnumValue>("isDeprecated", "Boolean!", value => value.Deprecated is not null),
            Field<EnumValue>("deprecationReason", "String", value => value.Deprecated),
        ],
    };

    private static ObjectTypeDefinition DirectiveType() => new("__Directive")
    {
        Description = "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\n"
            + "In some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as "
            + "conditionally including or skipping a field. Directives provide this by describing additional information to the executor.",
        Fields =
        [
            Field<Directive>("name", "String!", directive => directive.Name),
            Field<Directive>("description", "String", directive => directive.Description),
            Field<Directive>("isRepeatable", "Boolean!", directive => directive.IsRepeatable),
            Field<Directive>("locations", "[__DirectiveLocation!]!", directive => directive.Locations),
            WithDeprecated<Directive, Argument>("args", "[__InputValue!]!", directive => directive.Arguments, argument => argument.Deprecated, Arguments),
        ],
    };

    private static FieldDefinition Field<TParent>(string name, string type, Func<TParent, object?> read, string? description = null, int? size = null)
        => new(name, type) { Description = description, Resolver = new ValueResolver<TParent>(read), Features = Sized(size) };

    private static Features Sized(int? size) => size is null ? new() : new Features().Set(new ListSize { AssumedSize = size });

    private static FieldDefinition WithDeprecated<TParent, TItem>(
        string name, string type, Func<TParent, IEnumerable<TItem>?> read, Func<TItem, string?> deprecation, int size = Members)
        => new(name, type)
        {
            Arguments = [new("includeDeprecated", "Boolean!") { Default = "false" }],
            Features = Sized(size),
            Resolver = new ValueResolver<TParent>((parent, execution) =>
            {
                var items = read(parent);
                return execution.Arguments.Get<bool>("includeDeprecated") ? items : items?.Where(item => deprecation(item) is null);
            }),
        };

    private static string KindOf(GraphQLType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        _ => "NON_NULL",
    };
}
