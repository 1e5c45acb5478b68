using Modular.GraphQL.TypeSystem;

namespace Modular.Kernel.GraphQL;

/// <summary>The types of a Relay connection.</summary>
internal static class ConnectionTypes
{
    /// <summary>The name of the connection of a type.</summary>
    public static string NameOf(string typeName) => $"{typeName}Connection";

    /// <summary>The connection and its edge.</summary>
    public static IEnumerable<TypeDefinition> Of(string typeName)
    {
        yield return new ObjectTypeDefinition(NameOf(typeName))
        {
            Description = $"A page of a list of `{typeName}`.",
            Fields =
            [
                new FieldDefinition(ConnectionSelection.Edges, $"[{typeName}Edge!]!") { Description = "The page, with a cursor for each object.", Resolver = new EdgesField() },
                new FieldDefinition(ConnectionSelection.Nodes, $"[{typeName}!]!") { Description = "The page.", Resolver = new NodesField() },
                new FieldDefinition(ConnectionSelection.PageInfo, $"{KernelTypes.PageInfo}!") { Description = "Where the page stands in the list.", Resolver = new PageInfoField() },
                new FieldDefinition(ConnectionSelection.TotalCount, "Int!") { Description = "How many there are in all; counted only when it is asked for.", Resolver = new TotalCountField() },
            ],
        };
        yield return new ObjectTypeDefinition($"{typeName}Edge")
        {
            Description = $"One `{typeName}` of a list.",
            Fields =
            [
                new FieldDefinition(ConnectionSelection.Cursor, "String!") { Description = "The place in the list, for `after` and `before`.", Resolver = new EdgeCursorField() },
                new FieldDefinition(ConnectionSelection.Node, $"{typeName}!") { Description = "The object.", Resolver = new EdgeNodeField() },
            ],
        };
    }

    /// <summary>The arguments by which a request chooses a page.</summary>
    public static IEnumerable<ArgumentDefinition> PagingArguments(int maximum)
    {
        var size = Math.Min(PageWindow.DefaultSize, maximum);
        yield return new ArgumentDefinition("first", "Int") { Description = $"The first so many behind `after`; {size} where neither this nor `last` is given, at most {maximum}." };
        yield return new ArgumentDefinition("after", "String") { Description = "The cursor behind which the page begins." };
        yield return new ArgumentDefinition("last", "Int") { Description = $"The last so many before `before`; at most {maximum}." };
        yield return new ArgumentDefinition("before", "String") { Description = "The cursor before which the page ends." };
    }
}
