using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
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
        var schema = Build(counter);
        var contexts = new Contexts { SchemaOfEvents = schema };
        await using var subscription = await new GraphQLEngine().SubscribeAsync(
            schema, new("subscription { count { number } }"), new() { CancellationToken = client.Token }, contexts, new ArrayBufferWriter<byte>());

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

    [Fact]
    public async Task What_happens_before_the_first_response_is_read_is_answered()
    {
        var happened = new Happenings();
        var schema = Build(new Counter(), happened);
        await using var subscription = await new GraphQLEngine().SubscribeAsync(
            schema, new("subscription { happened }"), new(), new Contexts { SchemaOfEvents = schema }, new ArrayBufferWriter<byte>());

        Assert.True(happened.IsListened);
        happened.Tell(7);

        var responses = subscription.ReadAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await responses.MoveNextAsync());
        Assert.Equal("""{"data":{"happened":7}}""", Encoding.UTF8.GetString(responses.Current.Span));
        await responses.DisposeAsync();
        Assert.False(happened.IsListened);
    }

    [Fact]
    public async Task The_source_stream_is_closed_when_nobody_ever_reads()
    {
        var happened = new Happenings();
        var schema = Build(new Counter(), happened);
        var subscription = await new GraphQLEngine().SubscribeAsync(
            schema, new("subscription { happened }"), new(), new Contexts { SchemaOfEvents = schema }, new ArrayBufferWriter<byte>());
        Assert.True(happened.IsListened);

        await subscription.DisposeAsync();

        Assert.False(happened.IsListened);
    }

    [Fact]
    public async Task A_source_stream_that_fails_ends_the_subscription_with_an_error()
    {
        var (responses, _) = await Subscribe("subscription { faulty }", new Contexts());

        Assert.Equal(
            [
                """{"data":{"faulty":1}}""",
                """{"errors":[{"message":"The server failed to answer this.","locations":[{"line":1,"column":16}],"path":["faulty"],"extensions":{"code":"INTERNAL"}}]}""",
            ],
            responses);
    }

    [Fact]
    public async Task A_source_stream_may_say_why_it_ends()
    {
        var (responses, _) = await Subscribe("subscription { limited }", new Contexts());

        Assert.Equal(
            ["""{"data":{"limited":1}}""", """{"errors":[{"message":"That was all.","extensions":{"code":"LIMITED"}}]}"""],
            responses);
    }

    [Fact]
    public async Task A_resolver_may_say_that_its_event_is_the_last()
    {
        var contexts = new Contexts();

        var (responses, _) = await Subscribe("subscription { lastAtTwo }", contexts);

        Assert.Equal(["""{"data":{"lastAtTwo":1}}""", """{"data":{"lastAtTwo":2}}"""], responses);
        Assert.Equal((2, 2), (contexts.Begun, contexts.Ended));
    }

    [Fact]
    public async Task A_client_that_may_no_longer_have_events_is_told_why_at_the_next_one()
    {
        var contexts = new Contexts { RefusesFrom = 3 };

        var (responses, _) = await Subscribe("subscription { count { number } }", contexts);

        Assert.Equal(
            [
                """{"data":{"count":{"number":1}}}""",
                """{"data":{"count":{"number":2}}}""",
                """{"errors":[{"message":"No longer.","extensions":{"code":"FORBIDDEN"}}]}""",
            ],
            responses);
        Assert.Equal((2, 2), (contexts.Begun, contexts.Ended));
    }

    [Fact]
    public async Task A_subscription_without_events_ends_too_when_the_client_may_no_longer_have_them()
    {
        var contexts = new Contexts { RefusesFrom = 1 };
        contexts.Changed.SetResult();

        var (responses, _) = await Subscribe("subscription { silent }", contexts);

        Assert.Equal(["""{"errors":[{"message":"No longer.","extensions":{"code":"FORBIDDEN"}}]}"""], responses);
    }

    [Fact]
    public async Task A_subscription_goes_over_to_a_new_schema_that_still_has_its_fields()
    {
        var contexts = new Contexts { SchemaOfEvents = Build(new Counter()) };

        var (responses, _) = await Subscribe("subscription ($to: Int!) { count(to: $to) { number } }", contexts, """{"to":2}""");

        Assert.Equal(["""{"data":{"count":{"number":1}}}""", """{"data":{"count":{"number":2}}}"""], responses);
    }

    [Fact]
    public async Task A_subscription_ends_when_a_module_that_it_asks_is_disabled()
    {
        var builder = new SchemaBuilder()
            .Add(new ObjectTypeDefinition("Query") { Fields = [SchemaOf.Constant("a", "Int", 1)] }, "test")
            .Add(new ObjectTypeDefinition("Subscription") { Fields = [new("other", "Int") { Resolver = new Counter() }] }, "test")
            .AddAbsent("Subscription", "silent", "counting");
        var contexts = new Contexts { SchemaOfEvents = builder.Build() };
        contexts.Changed.SetResult();

        var (responses, _) = await Subscribe("subscription { silent }", contexts);

        Assert.Contains("\"code\":\"MODULE_DISABLED\"", Assert.Single(responses), StringComparison.Ordinal);
        Assert.Equal((1, 1), (contexts.Begun, contexts.Ended));
    }

    private static async Task<(List<string> Responses, ExecutionOutcome Outcome)> Subscribe(string query, Contexts contexts, string? variables = null)
    {
        using var json = JsonDocument.Parse(variables ?? "{}");
        var output = new ArrayBufferWriter<byte>();
        var schema = Build(new Counter());
        contexts.SchemaOfEvents ??= schema;
        await using var subscription = await new GraphQLEngine().SubscribeAsync(
            schema, new(query) { Variables = json.RootElement }, new(), contexts, output);
        if (subscription.Outcome.Status != ExecutionStatus.Executed) return ([Encoding.UTF8.GetString(output.WrittenSpan)], subscription.Outcome);
        var responses = new List<string>();
        await foreach (var response in subscription.ReadAsync(TestContext.Current.CancellationToken)) responses.Add(Encoding.UTF8.GetString(response.Span));
        return (responses, subscription.Outcome);
    }

    private static Schema Build(Counter counter, Happenings? happenings = null) => SchemaOf.Types(
        new ObjectTypeDefinition("Query") { Fields = [SchemaOf.Constant("a", "Int", 1)] },
        new ObjectTypeDefinition("Subscription")
        {
            Fields =
            [
                new("count", "Count") { Arguments = [new("to", "Int!") { Default = "1000000" }], Resolver = counter },
                new("refused", "Int") { Resolver = new Refusal(new GraphQLException("Not for you.", "FORBIDDEN")) },
                new("broken", "Int") { Resolver = new Refusal(new InvalidOperationException("secret")) },
                SchemaOf.Constant("single", "Int", 1),
                new("faulty", "Int") { Resolver = new Stream(_ => throw new InvalidOperationException("secret")) },
                new("limited", "Int") { Resolver = new Stream(_ => throw new GraphQLException("That was all.", "LIMITED")) },
                new("happened", "Int") { Resolver = happenings ?? new Happenings() },
                new("silent", "Int") { Resolver = new Silence() },
                new("lastAtTwo", "Int") { Resolver = new Stream(_ => { }) { Last = 2 } },
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

    /// <summary>One, and then what the test wants; says after a number of events that there may be no more.</summary>
    private sealed class Stream(Action<int> second) : SubscriptionResolver
    {
        public int Last { get; init; } = int.MaxValue;

        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(FieldExecution execution) => new(Count());

        public override ValueTask<Column> ResolveAsync(FieldExecution execution)
        {
            execution.Request.EndsSubscription = (int)((ObjectRows)execution.Parents)[0]! >= Last;
            return base.ResolveAsync(execution);
        }

        private async IAsyncEnumerable<object?> Count()
        {
            yield return 1;
            for (var number = 2; ; number++)
            {
                await Task.Yield();
                second(number);
                yield return number;
            }
        }
    }

    /// <summary>What others tell, from the moment on that somebody listens.</summary>
    private sealed class Happenings : SubscriptionResolver
    {
        private Channel<int>? heard;

        public bool IsListened => heard is not null;

        public void Tell(int what) => heard?.Writer.TryWrite(what);

        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(FieldExecution execution) => new(Listen());

        private async IAsyncEnumerable<object?> Listen([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            heard = Channel.CreateUnbounded<int>();
            try
            {
                await foreach (var what in heard.Reader.ReadAllAsync(cancellationToken)) yield return what;
            }
            finally
            {
                heard = null;
            }
        }
    }

    private sealed class Silence : SubscriptionResolver
    {
        public override ValueTask<IAsyncEnumerable<object?>> SubscribeAsync(FieldExecution execution) => new(Wait());

        private static async IAsyncEnumerable<object?> Wait([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            yield return 1;
        }
    }

    private sealed class Contexts : ISubscriptionEvents
    {
        public int Begun { get; private set; }

        public int Ended { get; private set; }

        public int RefusesFrom { get; init; } = int.MaxValue;

        public Schema? SchemaOfEvents { get; set; }

        public TaskCompletionSource Changed { get; } = new();

        public ValueTask<SubscriptionEvent> BeginAsync(CancellationToken cancellationToken)
        {
            if (Begun + 1 >= RefusesFrom) throw new GraphQLException("No longer.", "FORBIDDEN");
            Begun++;
            return new(new SubscriptionEvent(SchemaOfEvents!, new RequestContext()));
        }

        public ValueTask EndAsync(SubscriptionEvent ended)
        {
            Ended++;
            return ValueTask.CompletedTask;
        }

        public Task WhenChangedAsync(CancellationToken cancellationToken) => Changed.Task.WaitAsync(cancellationToken);
    }
}
