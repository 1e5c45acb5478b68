using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>Subscriptions: a source stream whose events each make a response.</summary>
public sealed class SubscriptionTests
{
    [Fact]
    public async Task Each_event_makes_a_response()
    {
        var contexts = new Contexts();

        var (responses, outcome) = await Subscribe("subscription ($last: Int!) { count(to: $last) { number half } }", contexts, """{"last":3}""");

        Assert.Equal(new(ExecutionStatus.Executed, OperationType.Subscription, 0, false), outcome);
        Assert.Equal(
            [
                """{"errors":[{"message":"odd","locations":[{"line":1,"column":56}],"path":["count","half"]}],"data":{"count":{"number":1,"half":null}}}""",
                """{"data":{"count":{"number":2,"half":1}}}""",
                """{"errors":[{"message":"odd","locations":[{"line":1,"column":56}],"path":["count","half"]}],"data":{"count":{"number":3,"half":null}}}""",
            ],
            responses);
        Assert.Equal((3, 3), (contexts.Begun, contexts.Ended));
    }

    [Theory]
    [InlineData("subscription { refused }", ExecutionStatus.PlanningFailed, """{"errors":[{"message":"Not for you.","locations":[{"line":1,"column":16}],"path":["refused"],"extensions":{"code":"FORBIDDEN"}}]}""")]
    [InlineData("subscription { broken }", ExecutionStatus.Failed, """{"errors":[{"message":"The server failed to answer this.","locations":[{"line":1,"column":16}],"path":["broken"],"extensions":{"code":"INTERNAL"}}]}""")]
    [InlineData("subscription { single }", ExecutionStatus.Failed, """{"errors":[{"message":"The server failed to answer this.","locations":[{"line":1,"column":16}],"path":["single"],"extensions":{"code":"INTERNAL"}}]}""")]
    [InlineData("subscription { missing }", ExecutionStatus.ValidationFailed, """{"errors":[{"message":"Cannot query field \"missing\" on type \"Subscription\".","locations":[{"line":1,"column":16}],"extensions":{"code":"VALIDATION_FAILED"}}]}""")]
    [InlineData("{ a }", ExecutionStatus.OperationNotAllowed, """{"errors":[{"message":"Only subscriptions are served as streams.","extensions":{"code":"OPERATION_NOT_ALLOWED"}}]}""")]
    [InlineData("subscription ($to: Int!) { count(to: $to) { number } }", ExecutionStatus.VariablesInvalid, """{"errors":[{"message":"Variable \"$to\" of required type \"Int!\" was not provided.","locations":[{"line":1,"column":15}],"extensions":{"code":"VARIABLES_INVALID"}}]}""")]
    public async Task A_subscription_that_cannot_begin_is_answered_at_once(string query, ExecutionStatus status, string expected)
    {
        var (responses, outcome) = await Subscribe(query, new Contexts());

        Assert.Equal([expected], responses);
        Assert.Equal((status, 1), (outcome.Status, outcome.ErrorCount));
    }

    [Fact]
    public async Task The_source_stream_is_closed_when_the_client_leaves()
    {
        var counter = new Counter();
        using var client = new CancellationTokenSource();
        var subscription = await new GraphQLEngine().SubscribeAsync(
            Build(counter), new("subscription { count { number } }"), new() { CancellationToken = client.Token }, new Contexts(), new ArrayBufferWriter<byte>());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var response in subscription.ReadAsync(TestContext.Current.CancellationToken))
            {
                Assert.Equal("""{"data":{"count":{"number":1}}}""", Encoding.UTF8.GetString(response.Span));
                await client.CancelAsync();
            }
        });

        Assert.True(counter.IsClosed);
    }

    private static async Task<(List<string> Responses, ExecutionOutcome Outcome)> Subscribe(string query, Contexts contexts, string? variables = null)
    {
        using var json = JsonDocument.Parse(variables ?? "{}");
        var output = new ArrayBufferWriter<byte>();
        var subscription = await new GraphQLEngine().SubscribeAsync(
            Build(new Counter()), new(query) { Variables = json.RootElement }, new(), contexts, output);
        if (subscription.Outcome.Status != ExecutionStatus.Executed) return ([Encoding.UTF8.GetString(output.WrittenSpan)], subscription.Outcome);
        var responses = new List<string>();
        await foreach (var response in subscription.ReadAsync(TestContext.Current.CancellationToken)) responses.Add(Encoding.UTF8.GetString(response.Span));
        return (responses, subscription.Outcome);
    }

    private static Schema Build(Counter counter) => SchemaOf.Types(
        new ObjectTypeDefinition("Query") { Fields = [SchemaOf.Constant("a", "Int", 1)] },
        new ObjectTypeDefinition("Subscription")
        {
            Fields =
            [
                new("count", "Count") { Arguments = [new("to", "Int!") { Default = "1000000" }], Resolver = counter },
                new("refused", "Int") { Resolver = new Refusal(new GraphQLException("Not for you.", "FORBIDDEN")) },
                new("broken", "Int") { Resolver = new Refusal(new InvalidOperationException("secret")) },
                SchemaOf.Constant("single", "Int", 1),
            ],
        },
        new ObjectTypeDefinition("Count")
        {
            Fields =
            [
                SchemaOf.Read<int>("number", "Int", number => number),
                SchemaOf.Read<int>("half", "Int", number => number % 2 == 0 ? number / 2 : throw new GraphQLException("odd")),
            ],
        });

    private sealed class Counter : SubscriptionResolver
    {
        public bool IsClosed { get; private set; }

        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(FieldExecution execution) => new(Count(execution.Arguments.Get<int>("to")));

        private async IAsyncEnumerable<object?> Count(int last, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            try
            {
                for (var number = 1; number <= last; number++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await Task.Yield();
                    yield return number;
                }
            }
            finally
            {
                IsClosed = true;
            }
        }
    }

    private sealed class Refusal(Exception exception) : SubscriptionResolver
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(FieldExecution execution) => throw exception;
    }

    private sealed class Contexts : ISubscriptionEvents
    {
        public int Begun { get; private set; }

        public int Ended { get; private set; }

        public ValueTask<RequestContext> BeginAsync(CancellationToken cancellationToken)
        {
            Begun++;
            return new(new RequestContext());
        }

        public ValueTask EndAsync(RequestContext context)
        {
            Ended++;
            return ValueTask.CompletedTask;
        }
    }
}
