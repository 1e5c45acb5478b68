using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>How often resolvers and the barrier are called, and in which order.</summary>
public sealed class LevelTests
{
    private const string Sdl = """
        type Query { units: [Unit!]! people: [Person!]! quick: Int }
        type Mutation { rename: Unit! remove: Unit! fail: Unit! }
        type Unit { name: String! people: [Person!]! units: [Unit!]! }
        type Person { name: String! unit: Unit }
        """;

    private const string Data = """
        {
          "units": [
            { "name": "A", "people": [{ "name": "a1" }, { "name": "a2" }], "units": [{ "name": "AA", "people": [{ "name": "aa1" }], "units": [] }] },
            { "name": "B", "people": [{ "name": "b1" }], "units": [] }
          ],
          "people": [{ "name": "x", "unit": null }],
          "quick": 1,
          "rename": { "name": "R" }, "remove": { "name": "D" }, "fail": { "$error": "no" }
        }
        """;

    [Fact]
    public async Task A_field_is_resolved_once_for_all_parents_of_its_level()
    {
        var (journal, answer) = await Run("{ units { name people { name } units { people { name } } } people { name unit { name } } }");

        Assert.Equal(
            """{"data":{"units":[{"name":"A","people":[{"name":"a1"},{"name":"a2"}],"units":[{"people":[{"name":"aa1"}]}]},{"name":"B","people":[{"name":"b1"}],"units":[]}],"people":[{"name":"x","unit":null}]}}""",
            answer);
        Assert.Equal(
            [
                "level", "Query.units for 1", "Query.people for 1", "release",
                "level", "Unit.name for 2", "Unit.people for 2", "Unit.units for 2", "Person.name for 1", "Person.unit for 1", "release",
                "level", "Person.name for 3", "Unit.people for 1", "release",
                "level", "Person.name for 1", "release",
            ],
            journal);
    }

    [Fact]
    public async Task A_level_in_which_nothing_waits_is_not_released()
    {
        var (journal, _) = await Run("{ quick }", waits: false);

        Assert.Equal(["level", "Query.quick for 1"], journal);
    }

    [Fact]
    public async Task Mutations_are_done_one_after_the_other_with_their_subtrees()
    {
        var (journal, answer) = await Run("mutation { rename { name } remove { name } again: rename { name } }");

        Assert.Equal("""{"data":{"rename":{"name":"R"},"remove":{"name":"D"},"again":{"name":"R"}}}""", answer);
        Assert.Equal(
            [
                "level", "Mutation.rename for 1", "release", "level", "Unit.name for 1", "release",
                "level", "Mutation.remove for 1", "release", "level", "Unit.name for 1", "release",
                "level", "Mutation.rename for 1", "release", "level", "Unit.name for 1", "release",
            ],
            journal);
    }

    [Fact]
    public async Task Mutations_behind_one_that_made_the_whole_response_null_are_not_done()
    {
        var (journal, answer) = await Run("mutation { rename { name } fail { name } remove { name } }");

        Assert.Equal("""{"errors":[{"message":"no","locations":[{"line":1,"column":28}],"path":["fail"]}],"data":null}""", answer);
        Assert.Equal(["level", "Mutation.rename for 1", "release", "level", "Unit.name for 1", "release", "level", "Mutation.fail for 1", "release"], journal);
    }

    [Fact]
    public async Task Objects_of_an_interface_are_resolved_once_per_type()
    {
        const string Zoo = """
            interface Pet { name: String }
            type Cat implements Pet { name: String }
            type Dog implements Pet { name: String }
            type Query { pets: [Pet] }
            """;
        const string Pets = """
            {"pets":[{"__typename":"Dog","name":"d1"},{"__typename":"Cat","name":"c1"},null,{"__typename":"Dog","name":"d2"}]}
            """;

        var (journal, answer) = await Run("{ pets { name __typename } }", sdl: Zoo, data: Pets);

        Assert.Equal(
            """{"data":{"pets":[{"name":"d1","__typename":"Dog"},{"name":"c1","__typename":"Cat"},null,{"name":"d2","__typename":"Dog"}]}}""", answer);
        Assert.Equal(["level", "Query.pets for 1", "release", "level", "Dog.name for 2", "Cat.name for 1", "release"], journal);
    }

    [Fact]
    public async Task Nothing_is_resolved_for_no_objects()
    {
        var (journal, answer) = await Run("{ people { name unit { name } } }", data: """{"people":[]}""");

        Assert.Equal("""{"data":{"people":[]}}""", answer);
        Assert.Equal(["level", "Query.people for 1", "release"], journal);
    }

    [Fact]
    public async Task A_shared_object_is_resolved_once_and_written_for_each_parent()
    {
        var calls = 0;
        var schema = SchemaOf.Types(
            new ObjectTypeDefinition("Query") { Fields = [SchemaOf.Constant("members", "[Member!]!", new[] { 1, 2, 3, 4 })] },
            new ObjectTypeDefinition("Member")
            {
                Fields =
                [
                    new("organization", "Organization")
                    {
                        Resolver = new DelegateResolver(execution =>
                        {
                            var type = (ObjectType)execution.Planned.Field.Type;
                            return new(new RowsColumn(new ObjectRows(["north", "south"], type), [0, 1, -1, 0]));
                        }),
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
            });

        Assert.Equal(
            """{"data":{"members":[{"organization":{"name":"north"}},{"organization":{"name":"south"}},{"organization":null},{"organization":{"name":"north"}}]}}""",
            await Answer.To(schema, "{ members { organization { name } } }"));
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task The_observer_hears_of_each_field_and_level()
    {
        var observer = new Levels();
        var context = JsonResolver.Over(Data);
        context.Features.Set<IExecutionObserver>(observer);

        await Answer.To(JsonResolver.SchemaOf(Sdl), "{ units { name people { name } } quick }", context: context);

        Assert.Equal(
            ["Query.units of 1", "Query.quick of 1", "0: 2", "Unit.name of 2", "Unit.people of 2", "1: 2", "Person.name of 3", "2: 1"], observer.Heard);
    }

    private static async Task<(IReadOnlyList<string> Journal, string Answer)> Run(string query, string sdl = Sdl, string data = Data, bool waits = true)
    {
        var journal = new Journal();
        var schema = SdlReader.Read(sdl, resolverOf: (_, _) => new CountingResolver(journal, new JsonResolver(), waits)).Build();
        var context = JsonResolver.Over(data);
        context.Features.Set<ILevelBarrier>(journal);
        var answer = await Answer.To(schema, query, context: context);
        return (journal.Entries, answer);
    }

    private sealed class Levels : IExecutionObserver
    {
        public List<string> Heard { get; } = [];

        public void FieldFailed(Field field, ObjectType parentType, Exception exception) => Heard.Add(exception.Message);

        public void RequestFailed(Exception exception) => Heard.Add(exception.Message);

        public void FieldCompleted(PlannedField field, int parents, TimeSpan elapsed)
        {
            Assert.True(elapsed >= TimeSpan.Zero);
            Heard.Add($"{field.ParentType.Name}.{field.Field.Name} of {parents}");
        }

        public void LevelCompleted(int depth, int fields) => Heard.Add($"{depth}: {fields}");
    }
}
