using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Sdl;

/// <summary>
/// Reads SDL into definitions, for schemas that are validated against, printed or compared. Scalars of the SDL's own take every value.
/// </summary>
public static class SdlReader
{
    /// <summary>Reads a schema.</summary>
    /// <param name="sdl">The SDL; definitions and extensions.</param>
    /// <param name="owner">Who is to be named as the owner of all of it.</param>
    /// <param name="resolverOf">The resolver of a field by the names of its type and its own; fields have none when left out.</param>
    /// <param name="into">A builder to add to; a new one, of schemas that are not executed, when left out.</param>
    /// <returns>The builder, to which more may be added.</returns>
    /// <exception cref="GraphQLSyntaxException">The SDL does not follow the grammar.</exception>
    /// <exception cref="ArgumentException">The text holds an operation or fragment, or a directive at an unknown location.</exception>
    public static SchemaBuilder Read(string sdl, string owner = "sdl", Func<string, string, FieldResolver?>? resolverOf = null, SchemaBuilder? into = null)
    {
        var builder = into ?? new() { MustExecute = false };
        var definitions = new SdlDefinitions(resolverOf ?? ((_, _) => null));
        foreach (var definition in Parser.Parse(new Source(sdl), ParserOptions.Trusted).Definitions) Add(builder, definitions, definition, owner);
        return builder;
    }

    private static void Add(SchemaBuilder builder, SdlDefinitions definitions, Definition definition, string owner)
    {
        switch (definition)
        {
            case TypeDefinitionNode type:
                builder.Add(definitions.Of(type), owner);
                break;
            case ScalarTypeExtensionNode:
                break;
            case TypeExtensionNode extension:
                builder.Extend(definitions.Of(extension), owner);
                break;
            case DirectiveDefinitionNode directive:
                if (!SpecifiedDirectives.IsSpecified(directive.Name.Value)) builder.AddDirective(SdlDefinitions.Of(directive), owner);
                break;
            case SchemaDefinitionNode schema:
                builder.Description = schema.Description?.Value;
                SetRoots(builder, schema.OperationTypes, onlyThese: true);
                break;
            case SchemaExtensionNode schema:
                SetRoots(builder, schema.OperationTypes, onlyThese: false);
                break;
            default:
                throw new ArgumentException($"A schema holds no {definition.Kind}.");
        }
    }

    private static void SetRoots(SchemaBuilder builder, IReadOnlyList<OperationTypeDefinitionNode> roots, bool onlyThese)
    {
        builder.QueryTypeName = Root(OperationType.Query) ?? (onlyThese ? null : builder.QueryTypeName);
        builder.MutationTypeName = Root(OperationType.Mutation) ?? (onlyThese ? null : builder.MutationTypeName);
        builder.SubscriptionTypeName = Root(OperationType.Subscription) ?? (onlyThese ? null : builder.SubscriptionTypeName);

        string? Root(OperationType operation) => roots.FirstOrDefault(root => root.Operation == operation)?.Type.Name.Value;
    }
}
