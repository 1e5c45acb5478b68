using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;
using Modular.TestKit;
using Xunit;

namespace Modular.Host.Tests.Schemas;

/// <summary>The schema that front ends read keeps to Relay's conventions (GraphQL Cursor Connections, Global Object Identification) without an exception.</summary>
public sealed class RelayConventionsTests
{
    private static readonly Schema Schema = SdlReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "schema", "modular.graphql"))).Build();

    private static IEnumerable<ObjectType> Objects => Schema.Types.OfType<ObjectType>();

    private static IEnumerable<Field> Fields => Objects.SelectMany(type => type.Fields);

    [Fact]
    public void There_is_one_page_info() => Assert.Equal(
        """
        type PageInfo {
          endCursor: String
          hasNextPage: Boolean!
          hasPreviousPage: Boolean!
          startCursor: String
        }
        """,
        Bare(Schema.FindType("PageInfo")!));

    [Fact]
    public void Nodes_are_asked_for_by_their_ids() => Assert.Equal(
        ["id: ID!", "node(id: ID!): Node", "nodes(ids: [ID!]!): [Node]!"],
        [
            .. ((InterfaceType)Schema.FindType("Node")!).Fields.Select(Signature),
            Signature(Schema.QueryType!.Fields.Single(field => field.Name == "node")),
            Signature(Schema.QueryType.Fields.Single(field => field.Name == "nodes")),
        ]);

    [Fact]
    public void Every_connection_has_edges_nodes_page_info_and_a_count()
    {
        var connections = Objects.Where(IsConnection).ToArray();

        Assert.NotEmpty(connections);
        Assert.All(connections, connection =>
        {
            var name = connection.Name[..^"Connection".Length];
            var edge = (ObjectType)Schema.FindType(name + "Edge")!;
            var node = edge.Fields.Single(field => field.Name == "node").Type;
            Assert.Equal([$"edges: [{name}Edge!]!", $"nodes: [{node}]!", "pageInfo: PageInfo!", "totalCount: Int!"], connection.Fields.Select(Signature).Order(StringComparer.Ordinal));
            Assert.Equal(["cursor: String!", $"node: {node}"], edge.Fields.Select(Signature).Order(StringComparer.Ordinal));
            Assert.IsType<NonNullType>(node);
        });
    }

    [Fact]
    public void Every_field_that_gives_a_connection_takes_pages_from_either_end() => Assert.All(
        Fields.Where(each => each.Type.Named is ObjectType type && IsConnection(type)),
        each => Assert.Equal(
            ["after: String", "before: String", "first: Int", "last: Int"],
            each.Arguments.Where(argument => argument.Name is "after" or "before" or "first" or "last").Select(argument => $"{argument.Name}: {argument.Type}").Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_mutation_takes_one_input_with_the_clients_mark_and_gives_it_back() => Assert.All(
        Schema.MutationType!.Fields,
        field =>
        {
            var name = char.ToUpperInvariant(field.Name[0]) + field.Name[1..];
            Assert.Equal($"{field.Name}(input: {name}Input!): {name}Payload!", Signature(field));
            Assert.Equal("String", ((InputObjectType)field.Arguments[0].Type.Named).Fields.Single(input => input.Name == "clientMutationId").Type.ToString());
            Assert.Equal("String", ((ObjectType)field.Type.Named).Fields.Single(output => output.Name == "clientMutationId").Type.ToString());
            Assert.Equal($"[{name}Error!]!", ((ObjectType)field.Type.Named).Fields.Single(output => output.Name == "errors").Type.ToString());
        });

    private static bool IsConnection(ObjectType type) => type.Name.EndsWith("Connection", StringComparison.Ordinal);

    private static string Signature(Field field) => field.Arguments.Count == 0
        ? $"{field.Name}: {field.Type}"
        : $"{field.Name}({string.Join(", ", field.Arguments.Select(argument => $"{argument.Name}: {argument.Type}"))}): {field.Type}";

    private static string Bare(NamedType type) =>
        $"type {type.Name} {{\n{string.Join('\n', ((ObjectType)type).Fields.Select(field => "  " + Signature(field)))}\n}}";
}
