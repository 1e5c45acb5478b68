using System.Buffers;
using System.Text;
using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.Tests.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Planning;

/// <summary>What resolvers see when an operation is compiled, and how often it is.</summary>
public sealed class PlanningTests
{
    private const string Sdl = """
        interface Named { name(short: Boolean = false): String }
        type Query { people(first: Int = 10): [Person!] things: [Named] one: Person }
        type Person implements Named { name(short: Boolean = false): String friends(first: Int): [Person] }
        type Place implements Named { name(short: Boolean = false): String }
        """;

    private const string Data = """
        {"people":[{"name":"a","friends":[]}],"things":[{"__typename":"Place","name":"p"}],"one":{"name":"o"}}
        """;

    [Fact]
    public async Task Parents_are_planned_before_their_children_and_see_everything_below()
    {
        var plans = await Plan("{ one { n: name friends(first: 2) { name } ...F } } fragment F on Person { n: name friends(first: 2) { __typename } }");

        Assert.Equal(
            [
                "Query.one {n:name() friends:friends(first=2) {name:name() __typename:__typename()}}",
                "Person.name under Query.one",
                "Person.friends under Query.one {name:name() __typename:__typename()}",
                "Person.name under Person.friends",
            ],
            plans);
    }

    [Fact]
    public async Task Types_that_never_turn_up_behind_an_interface_are_not_planned()
    {
        var plans = await Plan("{ things { name ... on Person { friends { name } } } }");

        Assert.Equal(["Query.things of Person|Place", "Place.name under Query.things"], plans);
    }

    [Fact]
    public async Task An_operation_is_planned_once_for_each_combination_of_its_conditions()
    {
        const string Query = "query ($a: Boolean!, $b: Boolean = false, $n: Int) { people(first: $n) @skip(if: $a) { name } one @include(if: $b) { name } }";
        string[] variables = ["""{"a":true}""", """{"a":false,"n":1}""", """{"a":true,"b":false,"n":2}""", """{"a":true,"b":true}""", """{"a":false}"""];

        var plans = await Plan(Query, variables);

        Assert.Equal(
            ["Query.people {name:name()}", "Person.name under Query.people", "Query.one {name:name()}", "Person.name under Query.one"], plans);
    }

    [Fact]
    public async Task Fields_appear_in_the_order_in_which_they_are_first_included()
    {
        const string Query = "query ($a: Boolean!) { ...F @include(if: $a) one { name } ...F } fragment F on Query { people { name } }";
        var schema = JsonResolver.SchemaOf(Sdl);

        Assert.Equal(
            """{"data":{"people":[{"name":"a"}],"one":{"name":"o"}}}""", await Answer.To(schema, Query, """{"a":true}""", context: JsonResolver.Over(Data)));
        Assert.Equal(
            """{"data":{"one":{"name":"o"},"people":[{"name":"a"}]}}""", await Answer.To(schema, Query, """{"a":false}""", context: JsonResolver.Over(Data)));
    }

    [Fact]
    public async Task The_operations_used_least_are_planned_again()
    {
        var journal = new List<string>();
        var schema = SchemaOf(journal);
        var engine = new GraphQLEngine(new() { MaxCachedOperations = 2 });

        foreach (var query in (string[])["{ a: one { name } }", "{ b: one { name } }", "{ a: one { name } }", "{ c: one { name } }", "{ a: one { name } }", "{ b: one { name } }"])
            await Execute(engine, schema, query);

        // b gave way to c, since a was used again before that.
        Assert.Equal(4, journal.Count(entry => entry.StartsWith("Query.one", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Operations_give_way_to_others_when_they_take_too_much_memory()
    {
        var journal = new List<string>();
        var schema = SchemaOf(journal);
        var engine = new GraphQLEngine(new() { MaxCachedBytes = 100_000 });

        foreach (var query in (string[])["{ a: one { name } }", "{ a: one { name } }", $"{{ b: one {{ name }} }} #{new string('.', 2_400)}", "{ a: one { name } }"])
            await Execute(engine, schema, query);
        var plannedBefore = journal.Count;
        await Execute(engine, schema, $"{{ c: one {{ name }} }} #{new string('.', 2_400)}");
        await Execute(engine, schema, $"{{ b: one {{ name }} }} #{new string('.', 2_400)}");

        Assert.Equal((4, 8), (plannedBefore, journal.Count));
    }

    [Fact]
    public async Task A_flood_of_documents_that_come_once_drives_out_no_other()
    {
        var journal = new List<string>();
        var schema = SchemaOf(journal);
        var engine = new GraphQLEngine(new() { MaxCachedOperations = 100 });
        await Execute(engine, schema, "{ popular: one { name } }");
        await Execute(engine, schema, "{ popular: one { name } }");

        for (var number = 0; number < 1_000; number++) await Execute(engine, schema, $"{{ a{number}: __typename }}");
        journal.Clear();
        await Execute(engine, schema, "{ popular: one { name } }");

        Assert.Empty(journal);
    }

    [Fact]
    public async Task A_document_that_comes_again_after_a_flood_is_kept_from_then_on()
    {
        var journal = new List<string>();
        var schema = SchemaOf(journal);
        var engine = new GraphQLEngine(new() { MaxCachedOperations = 1_000 });

        var planned = new List<int>();
        for (var round = 0; round < 3; round++)
        {
            journal.Clear();
            await Execute(engine, schema, "{ seldom: one { name } }");
            planned.Add(journal.Count);
            for (var number = 0; number < 100; number++) await Execute(engine, schema, $"{{ a{round}_{number}: __typename }}");
        }

        Assert.Equal([2, 2, 0], planned);
    }

    [Fact]
    public async Task Each_schema_has_operations_of_its_own()
    {
        var (first, second) = (new List<string>(), new List<string>());
        var engine = new GraphQLEngine();
        var schemas = new[] { SchemaOf(first), SchemaOf(second) };

        foreach (var schema in schemas.Concat(schemas)) await Execute(engine, schema, "{ one { name } }");

        Assert.Equal((2, 2), (first.Count, second.Count));
    }

    [Fact]
    public async Task Fragments_that_multiply_are_refused()
    {
        var levels = string.Concat(Enumerable.Range(0, 20).Select(level => $" fragment F{level} on Person {{ a: friends {{ ...F{level + 1} }} b: friends {{ ...F{level + 1} }} }}"));

        var answer = await Answer.To(JsonResolver.SchemaOf(Sdl), $"{{ one {{ ...F0 }} }}{levels} fragment F20 on Person {{ name }}");

        Assert.Equal(
            """{"errors":[{"message":"The operation selects more than 10000 fields once its fragments are inlined.","extensions":{"code":"COST_LIMIT"}}]}""", answer);
    }

    private static Schema SchemaOf(List<string> journal) => SdlReader.Read(Sdl, resolverOf: (_, _) => new JournalingResolver(journal)).Build();

    private static async Task<List<string>> Plan(string query, params string?[] variables)
    {
        var journal = new List<string>();
        var schema = SchemaOf(journal);
        var engine = new GraphQLEngine();
        foreach (var values in variables.DefaultIfEmpty()) await Execute(engine, schema, query, values);
        return journal;
    }

    private static async Task Execute(GraphQLEngine engine, Schema schema, string query, string? variables = null)
    {
        using var json = JsonDocument.Parse(variables ?? "{}");
        var output = new ArrayBufferWriter<byte>();
        var outcome = await engine.ExecuteAsync(schema, new(query) { Variables = json.RootElement }, JsonResolver.Over(Data), output);
        Assert.True(outcome.ErrorCount == 0, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private sealed class JournalingResolver(List<string> journal) : FieldResolver
    {
        public override FieldResolver Plan(FieldPlanning planning)
        {
            var under = planning.Parent is null ? "" : $" under {planning.Parent.ParentType.Name}.{planning.Parent.Field.Name}";
            Assert.Equal(planning.Parent?.Resolver, planning.ParentResolver);
            journal.Add($"{planning.ParentType.Name}.{planning.Field.Name}{under}{Below(planning.Planned)}");
            return new JsonResolver();
        }

        public override ValueTask<Column> ResolveAsync(FieldExecution execution) => throw new InvalidOperationException("The planned resolver is the one that executes.");

        private static string Below(PlannedField planned)
        {
            if (planned.PossibleTypes.Count > 1) return $" of {string.Join('|', planned.PossibleTypes)}";
            return planned.Selection is { } selection ? $" {{{string.Join(' ', selection.Fields.Select(Show))}}}" : "";
        }

        private static string Show(PlannedField field)
        {
            var first = field.ConstantArguments?.Raw("first") is { } value ? $"first={value}" : "";
            return $"{field.ResponseName}:{field.Field.Name}({first}){Below(field)}";
        }
    }
}
