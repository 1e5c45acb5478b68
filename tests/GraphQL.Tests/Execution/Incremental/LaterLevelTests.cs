using System.Text.Json.Nodes;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution.Incremental;

/// <summary>How often resolvers and the barrier are called for what is delivered later, and when.</summary>
public sealed class LaterLevelTests
{
    private const string Sdl = ExecutionGenerator.IncrementalDirectives + """
        interface Named { name: String! }
        type Query { units: [Unit!]! named: [Named!]! }
        type Unit implements Named { name: String! head: Person people: [Person!]! }
        type Person implements Named { name: String! age: Int! friend: Person }
        """;

    private const string Data = """
        {
          "units": [
            { "name": "A", "head": { "name": "a", "age": 1 }, "people": [{ "name": "a1", "age": 1 }, { "name": "a2", "age": 2 }, { "name": "a3", "age": 3 }] },
            { "name": "B", "head": null, "people": [{ "name": "b1", "age": null }] }
          ],
          "named": [{ "__typename": "Unit", "name": "U", "head": null }, { "__typename": "Person", "name": "P", "age": 7 }]
        }
        """;

    [Fact]
    public async Task A_deferred_fragment_is_resolved_once_for_all_objects_after_the_first_part()
    {
        var (journal, parts) = await Run("{ units { name ... @defer { head { name } } } }");

        Assert.Equal(
            [
                """{"data":{"units":[{"name":"A"},{"name":"B"}]},"pending":[{"id":"0","path":["units",0]},{"id":"1","path":["units",1]}],"hasNext":true}""",
                """{"hasNext":false,"incremental":[{"id":"0","data":{"head":{"name":"a"}}},{"id":"1","data":{"head":null}}],"completed":[{"id":"0"},{"id":"1"}]}""",
            ],
            parts);
        Assert.Equal(
            [
                "level", "Query.units for 1", "release", "level", "Unit.name for 2", "release", "part",
                "level", "Unit.head for 2", "release", "level", "Person.name for 1", "release", "part",
            ],
            journal);
    }

    [Fact]
    public async Task Fragments_are_executed_one_after_the_other_and_each_is_sent_as_soon_as_it_is_there()
    {
        var (journal, _) = await Run("{ units { ... @defer { people { name } } ... @defer { head { name } } } }");

        Assert.Equal(
            [
                "level", "Query.units for 1", "release", "part",
                "level", "Unit.people for 2", "release", "level", "Person.name for 4", "release", "part",
                "level", "Unit.head for 2", "release", "level", "Person.name for 1", "release", "part",
            ],
            journal);
    }

    [Fact]
    public async Task A_fragment_on_an_interface_is_executed_for_all_types_together()
    {
        var (journal, _) = await Run("{ named { ...Later @defer } } fragment Later on Named { name }");

        Assert.Equal(["level", "Query.named for 1", "release", "part", "level", "Unit.name for 1", "Person.name for 1", "release", "part"], journal);
    }

    [Fact]
    public async Task Streamed_items_are_resolved_portion_by_portion_for_all_lists_at_once()
    {
        var (journal, parts) = await Run("{ units { people @stream(initialCount: 1) { name } } }", itemsAtOnce: 1);

        Assert.Equal(
            [
                """{"data":{"units":[{"people":[{"name":"a1"}]},{"people":[{"name":"b1"}]}]},"pending":[{"id":"0","path":["units",0,"people"]}],"hasNext":true}""",
                """{"hasNext":true,"incremental":[{"id":"0","items":[{"name":"a2"}]}]}""",
                """{"hasNext":false,"incremental":[{"id":"0","items":[{"name":"a3"}]}],"completed":[{"id":"0"}]}""",
            ],
            parts);
        Assert.Equal(
            [
                "level", "Query.units for 1", "release", "level", "Unit.people for 2", "release", "level", "Person.name for 2", "release", "part",
                "level", "Person.name for 1", "release", "part",
                "level", "Person.name for 1", "release", "part",
            ],
            journal);
    }

    [Fact]
    public async Task What_stands_in_both_is_delivered_with_the_first_part_alone()
    {
        var (_, parts) = await Run("{ units { name head { name } ... @defer { name head { name age } } } }");

        Assert.Equal(
            [
                """{"data":{"units":[{"name":"A","head":{"name":"a"}},{"name":"B","head":null}]},"pending":[{"id":"0","path":["units",0]}],"hasNext":true}""",
                """{"hasNext":false,"incremental":[{"id":"0","subPath":["head"],"data":{"age":1}}],"completed":[{"id":"0"}]}""",
            ],
            parts);
    }

    [Fact]
    public async Task Nested_fragments_are_announced_when_the_outer_one_is_complete()
    {
        var (_, parts) = await Run("""{ units { ... @defer(label: "outer") { name ... @defer(label: "inner") { head { name } } } } }""", data: """{"units":[{"name":"A","head":null}]}""");

        Assert.Equal(
            [
                """{"data":{"units":[{}]},"pending":[{"id":"0","path":["units",0],"label":"outer"}],"hasNext":true}""",
                """{"hasNext":true,"pending":[{"id":"1","path":["units",0],"label":"inner"}],"incremental":[{"id":"0","data":{"name":"A"}}],"completed":[{"id":"0"}]}""",
                """{"hasNext":false,"incremental":[{"id":"1","data":{"head":null}}],"completed":[{"id":"1"}]}""",
            ],
            parts);
    }

    [Fact]
    public async Task A_null_goes_no_further_than_the_deferred_fragment()
    {
        var (_, parts) = await Run("{ units { people { ... @defer { age } } } }");

        Assert.Equal(
            """{"hasNext":false,"incremental":[{"id":"0","data":{"age":1}},{"id":"1","data":{"age":2}},{"id":"2","data":{"age":3}}],"completed":[{"id":"0"},{"id":"1"},{"id":"2"},{"id":"3","errors":[{"message":"Cannot return null for non-nullable field Person.age.","locations":[{"line":1,"column":33}],"path":["units",1,"people",0,"age"]}]}]}""",
            parts[1]);
    }

    [Fact]
    public async Task Nothing_is_announced_in_what_became_null()
    {
        var (journal, parts) = await Run("{ units { people { age ... @defer { name } } } }", data: """{"units":[{"people":[{"name":"x","age":null}]}]}""");

        Assert.Equal(
            ["""{"errors":[{"message":"Cannot return null for non-nullable field Person.age.","locations":[{"line":1,"column":20}],"path":["units",0,"people",0,"age"]}],"data":null}"""],
            parts);
        Assert.Single(journal, entry => entry == "part");
    }

    [Fact]
    public async Task A_shared_object_is_resolved_once_and_delivered_to_each_place()
    {
        var calls = 0;
        var schema = SchemaOf.Builder(
            new ObjectTypeDefinition("Query") { Fields = [SchemaOf.Constant("members", "[Member!]!", new[] { 1, 2, 3 })] },
            new ObjectTypeDefinition("Member")
            {
                Fields =
                [
                    new("organization", "Organization")
                    {
                        Resolver = new DelegateResolver(execution => new(new RowsColumn(new ObjectRows(["north", "south"], (ObjectType)execution.Planned.Field.Type), [0, 1, 0]))),
                    },
                ],
            },
            new ObjectTypeDefinition("Organization")
            {
                Fields =
                [
                    SchemaOf.Read<string>("name", "String!", name =>
                    {
                        calls++;
                        return name;
                    }),
                ],
            }).AddIncrementalDelivery().Build();

        var parts = await Parts.Of(schema, "{ members { organization { ... @defer { name } } } }");

        Assert.Equal(
            """{"hasNext":false,"incremental":[{"id":"0","data":{"name":"north"}},{"id":"1","data":{"name":"south"}},{"id":"2","data":{"name":"north"}}],"completed":[{"id":"0"},{"id":"1"},{"id":"2"}]}""",
            parts[1].ToJsonString());
        Assert.Equal(2, calls);
    }

    [Theory]
    [InlineData("{ units { name ... @defer(if: false) { head { name } } people @stream(if: false) { name } } }", null)]
    [InlineData("query ($later: Boolean!) { units { name ... @defer(if: $later) { head { name } } people @stream(if: $later) { name } } }", """{"later":false}""")]
    public async Task What_is_switched_off_comes_at_once(string query, string? variables)
        => Assert.Single((await Run(query, variables)).Parts);

    [Fact]
    public async Task A_variable_that_is_left_out_switches_nothing_off()
        => Assert.Equal(2, (await Run("query ($later: Boolean) { units { ... @defer(if: $later) { name } } }")).Parts.Count);

    [Fact]
    public async Task Less_than_no_items_cannot_come_at_once()
    {
        var (_, parts) = await Run("query ($count: Int!) { units @stream(initialCount: $count) { name } }", """{"count":-1}""");

        Assert.Equal(
            """{"errors":[{"message":"initialCount must be a positive integer","locations":[{"line":1,"column":24}],"path":["units"],"extensions":{"code":"VARIABLES_INVALID"}}],"data":null}""",
            Assert.Single(parts));
    }

    private static async Task<(IReadOnlyList<string> Journal, IReadOnlyList<string> Parts)> Run(
        string query, string? variables = null, string data = Data, int itemsAtOnce = 100)
    {
        var journal = new Journal();
        var schema = SdlReader.Read(Sdl, resolverOf: (_, _) => new CountingResolver(journal, new JsonResolver())).Build();
        var context = JsonResolver.Over(data);
        context.Features.Set<ILevelBarrier>(journal);
        IReadOnlyList<JsonObject> parts = await Parts.Of(
            schema, query, variables, context, new() { StreamedItemsAtOnce = itemsAtOnce }, onPart: () => journal.Add("part"));
        return (journal.Entries, [.. parts.Select(part => part.ToJsonString())]);
    }
}
