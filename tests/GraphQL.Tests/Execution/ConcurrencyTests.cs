using System.Buffers;
using System.Text;
using System.Text.Json;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>One engine and one schema under many requests at once.</summary>
public sealed class ConcurrencyTests
{
    private const string Data = """
        {"pets":[{"__typename":"Cat","name":"c","friends":[{"__typename":"Dog","name":"d"}]},{"__typename":"Dog","name":"e"}],"number":7}
        """;

    private const string Query = """
        query Pets($names: Boolean!, $friends: Boolean!) {
          number @skip(if: $friends)
          pets { __typename name @include(if: $names) ... on Cat { friends @include(if: $friends) { name __typename } } }
        }
        """;

    [Fact]
    public async Task Requests_that_are_planned_at_the_same_time_get_their_own_answers()
    {
        const string Sdl = """
            interface Pet { name: String }
            type Cat implements Pet { name: String friends: [Pet] }
            type Dog implements Pet { name: String }
            type Query { pets: [Pet] number: Int }
            """;
        var expected = new Dictionary<(bool, bool), string>
        {
            [(true, true)] = """{"data":{"pets":[{"__typename":"Cat","name":"c","friends":[{"name":"d","__typename":"Dog"}]},{"__typename":"Dog","name":"e"}]}}""",
            [(false, true)] = """{"data":{"pets":[{"__typename":"Cat","friends":[{"name":"d","__typename":"Dog"}]},{"__typename":"Dog"}]}}""",
            [(true, false)] = """{"data":{"number":7,"pets":[{"__typename":"Cat","name":"c"},{"__typename":"Dog","name":"e"}]}}""",
            [(false, false)] = """{"data":{"number":7,"pets":[{"__typename":"Cat"},{"__typename":"Dog"}]}}""",
        };

        for (var round = 0; round < 50; round++)
        {
            // A new schema and a cache that is too small: every round races for the same plans, and operations are evicted under way.
            var schema = JsonResolver.SchemaOf(Sdl);
            var engine = new GraphQLEngine(new() { MaxCachedOperations = 2 });
            await Parallel.ForAsync(0, 64, TestContext.Current.CancellationToken, async (number, _) =>
            {
                var (names, friends) = (number % 2 == 0, number % 4 < 2);
                var answer = await Ask(engine, schema, $"# {number % 5}\n{Query}", names, friends);
                Assert.Equal(expected[(names, friends)], answer);
            });
        }
    }

    private static async Task<string> Ask(GraphQLEngine engine, Schema schema, string query, bool names, bool friends)
    {
        using var variables = JsonDocument.Parse(JsonSerializer.Serialize(new { names, friends }));
        var output = new ArrayBufferWriter<byte>();
        var context = JsonResolver.Over(Data);
        await engine.ExecuteAsync(schema, new(query) { Variables = variables.RootElement }, context, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
