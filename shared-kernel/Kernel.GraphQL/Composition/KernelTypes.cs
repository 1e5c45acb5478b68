using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>What every schema has, whatever its modules: scalars, <c>Node</c>, paging, problems, the roots.</summary>
internal static class KernelTypes
{
    /// <summary>Who owns these types.</summary>
    public const string Owner = "kernel";

    public const string Query = "Query";
    public const string Mutation = "Mutation";
    public const string Subscription = "Subscription";
    public const string Node = "Node";
    public const string PageInfo = "PageInfo";

    public static void AddTo(SchemaBuilder builder, EntityCatalog entities)
    {
        foreach (var definition in Definitions(entities))
            builder.Add(definition, Owner);
        foreach (var directive in CostDirectives.Definitions)
            builder.AddDirective(directive, Owner);
    }

    private static IEnumerable<TypeDefinition> Definitions(EntityCatalog entities)
    {
        var nodes = entities.All.Where(table => table.Declaration.IsNode).ToDictionary(table => table.Name);
        yield return QueryRoot(nodes);
        foreach (var scalar in KernelScalars.Definitions())
            yield return scalar;
        yield return new InterfaceTypeDefinition(Node)
        {
            Description = "An object with an id of its own in the whole graph (Relay).",
            Fields = [new FieldDefinition("id", "ID!") { Description = "Opaque and stable." }],
        };
        yield return PageInfoType();
        yield return SortDirections.ToDefinition();
        foreach (var problem in ProblemTypes.Definitions())
            yield return problem;
    }

    private static ObjectTypeDefinition QueryRoot(Dictionary<string, EntityTable> nodes) => new(Query)
    {
        Description = "What can be asked.",
        Fields =
        [
            new FieldDefinition("node", Node)
            {
                Description = "One object by its id; null where it does not exist or you may not see it.",
                Arguments = [new ArgumentDefinition("id", "ID!") { Description = "The id." }],
                Resolver = new NodesByIdField(nodes, many: false),
            },
            new FieldDefinition("nodes", $"[{Node}]!")
            {
                Description = "Objects by their ids, in the same order; null for each that does not exist or that you may not see. At most 200.",
                Arguments = [new ArgumentDefinition("ids", "[ID!]!") { Description = "The ids." }],
                Resolver = new NodesByIdField(nodes, many: true),
            },
        ],
    };

    private static ObjectTypeDefinition PageInfoType() => new(PageInfo)
    {
        Description = "Where a page stands in its list (Relay).",
        Fields =
        [
            new FieldDefinition(ConnectionSelection.HasNextPage, "Boolean!") { Description = "Whether there is more behind the page.", Resolver = new HasPageField(next: true) },
            new FieldDefinition(ConnectionSelection.HasPreviousPage, "Boolean!") { Description = "Whether there is more before the page.", Resolver = new HasPageField(next: false) },
            new FieldDefinition(ConnectionSelection.StartCursor, "String") { Description = "The cursor of the first row.", Resolver = new PageCursorField(end: false) },
            new FieldDefinition(ConnectionSelection.EndCursor, "String") { Description = "The cursor of the last row.", Resolver = new PageCursorField(end: true) },
        ],
    };
}
