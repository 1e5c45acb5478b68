using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;
using static Modular.GraphQL.Tests.Execution.SchemaOf;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>What becomes of resolvers that fail, misbehave or take too long.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task An_exception_is_told_to_the_observer_and_not_to_the_client()
    {
        var (schema, context, observer) = Throwing(new InvalidOperationException("password=secret"));

        Assert.Equal(
            """{"errors":[{"message":"The server failed to answer this.","locations":[{"line":1,"column":9}],"path":["items",0,"fails"],"extensions":{"code":"INTERNAL"}},{"message":"The server failed to answer this.","locations":[{"line":1,"column":9}],"path":["items",1,"fails"],"extensions":{"code":"INTERNAL"}}],"data":{"items":[{"fails":null},{"fails":null}]}}""",
            await Answer.To(schema, "{items {fails}}", context: context));
        Assert.Equal(["Item.fails: password=secret"], observer.Heard);
    }

    [Fact]
    public async Task An_exception_for_clients_is_told_as_it_is()
    {
        var (schema, context, observer) = Throwing(new GraphQLException("Too old.", "TOO_OLD"));

        Assert.Equal(
            """{"errors":[{"message":"Too old.","locations":[{"line":1,"column":9}],"path":["items",0,"fails"],"extensions":{"code":"TOO_OLD"}},{"message":"Too old.","locations":[{"line":1,"column":9}],"path":["items",1,"fails"],"extensions":{"code":"TOO_OLD"}}],"data":{"items":[{"fails":null},{"fails":null}]}}""",
            await Answer.To(schema, "{items {fails}}", context: context));
        Assert.Empty(observer.Heard);
    }

    [Fact]
    public async Task Exceptions_are_shown_where_that_is_asked_for()
    {
        var (schema, context, _) = Throwing(new InvalidOperationException("inner matters"));

        var answer = await Answer.To(schema, "{ items { fails } }", context: context, options: new() { ShowExceptions = true });

        Assert.Contains("\"exception\":\"System.InvalidOperationException: inner matters", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_column_of_the_wrong_length_or_kind_is_a_failure()
    {
        var observer = new Observer();
        var schema = Types(new ObjectTypeDefinition("Query")
        {
            Fields =
            [
                new("short", "Int") { Resolver = new DelegateResolver(execution => new(ObjectLeafColumn.Of([], execution.Planned.Field.Type))) },
                new("kind", "[Int]") { Resolver = new DelegateResolver(execution => new(ObjectLeafColumn.Of([1], execution.Planned.Field.Type))) },
            ],
        });

        Assert.Equal(
            """{"errors":[{"message":"The server failed to answer this.","locations":[{"line":1,"column":3}],"path":["short"],"extensions":{"code":"INTERNAL"}},{"message":"The server failed to answer this.","locations":[{"line":1,"column":9}],"path":["kind"],"extensions":{"code":"INTERNAL"}}],"data":{"short":null,"kind":null}}""",
            await Answer.To(schema, "{ short kind }", context: Context(observer)));
        Assert.Equal(
            [
                "Query.short: The resolver of Query.short returned 0 entries for 1 parents.",
                "Query.kind: The resolver of Query.kind returned a ObjectLeafColumn where [Int] is expected.",
            ],
            observer.Heard);
    }

    [Fact]
    public async Task A_value_that_its_type_cannot_represent_fails_alone()
    {
        var schema = Types(
            new ObjectTypeDefinition("Query")
            {
                Fields = [Constant("ints", "[Int]", new object[] { 1, 2.5, 3_000_000_000L, "4", 5L }), Constant("colors", "[Color]", new object[] { 1, 2 })],
            },
            new EnumTypeDefinition("Color") { Values = [new("RED", 1)] });

        Assert.Equal(
            """{"errors":[{"message":"Int cannot represent non-integer value: 2.5","locations":[{"line":1,"column":3}],"path":["ints",1]},{"message":"Int cannot represent non 32-bit signed integer value: 3000000000","locations":[{"line":1,"column":3}],"path":["ints",2]},{"message":"Enum \"Color\" cannot represent value: 2","locations":[{"line":1,"column":8}],"path":["colors",1]}],"data":{"ints":[1,null,null,4,5],"colors":["RED",null]}}""",
            await Answer.To(schema, "{ ints colors }"));
    }

    [Fact]
    public async Task An_object_of_no_type_or_of_an_impossible_one_fails_alone()
    {
        var schema = Types(
            new ObjectTypeDefinition("Query") { Fields = [Constant("pets", "[Pet]", new object[] { 'c', "dog", 1.5 })] },
            new UnionTypeDefinition("Pet") { Members = ["Cat"] },
            new ObjectTypeDefinition("Cat") { ClrType = typeof(char), Fields = [Read<char>("name", "String", name => name)] },
            new ObjectTypeDefinition("Dog") { ClrType = typeof(string), Fields = [Read<string>("name", "String", name => name)] });

        Assert.Equal(
            """{"errors":[{"message":"Runtime Object type \"Dog\" is not a possible type for \"Pet\".","locations":[{"line":1,"column":3}],"path":["pets",1],"extensions":{"code":"INTERNAL"}},{"message":"No object type of the schema stands for the CLR type System.Double.","locations":[{"line":1,"column":3}],"path":["pets",2]}],"data":{"pets":[{"name":"c"},null,null]}}""",
            await Answer.To(schema, "{ pets { ... on Cat { name } } }"));
    }

    [Fact]
    public async Task A_resolver_that_fails_while_the_operation_is_planned_fails_the_request()
    {
        var observer = new Observer();
        var schema = Types(new ObjectTypeDefinition("Query") { Fields = [new("a", "Int") { Resolver = new Unplannable() }] });

        var (json, outcome) = await Answer.Ask(schema, "{ a }", context: Context(observer));

        Assert.Equal("""{"errors":[{"message":"The server failed to answer this.","extensions":{"code":"INTERNAL"}}]}""", json);
        Assert.Equal(new(ExecutionStatus.Failed, OperationType.Query, 1, false), outcome);
        Assert.Equal(["planning: no plan"], observer.Heard);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_stopped()
    {
        var schema = Types(new ObjectTypeDefinition("Query") { Fields = [new("a", "Int") { Resolver = new DelegateResolver(WaitForever) }] });

        var (json, outcome) = await Answer.Ask(schema, "{ a }", options: new() { ExecutionTimeout = TimeSpan.FromMilliseconds(1) });

        Assert.Equal("""{"errors":[{"message":"The operation took longer than 0.001 seconds and was stopped.","extensions":{"code":"TIMEOUT"}}]}""", json);
        Assert.Equal(new(ExecutionStatus.TimedOut, OperationType.Query, 1, false), outcome);
    }

    [Fact]
    public async Task A_client_that_leaves_gets_no_response()
    {
        using var client = new CancellationTokenSource();
        var schema = Types(new ObjectTypeDefinition("Query")
        {
            Fields =
            [
                new("a", "Int") { Resolver = new DelegateResolver(WaitForever) },
                new("leave", "Int")
                {
                    Resolver = new DelegateResolver(async execution =>
                    {
                        await client.CancelAsync();
                        return ObjectLeafColumn.Of([1], execution.Planned.Field.Type);
                    }),
                },
            ],
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Answer.To(schema, "{ a leave }", context: new() { CancellationToken = client.Token }));
    }

    [Fact]
    public async Task Errors_and_extensions_of_the_request_are_told_after_those_of_fields()
    {
        var context = new RequestContext();
        context.AddError(new("slow") { Code = "SLOW" });
        context.AddExtension("cost", new Dictionary<string, object?> { ["used"] = 3, ["notes"] = new object?[] { true, null, 1.5, "x" } });
        var schema = Types(new ObjectTypeDefinition("Query") { Fields = [Failing("a", "Int", "first")] });

        Assert.Equal(
            """{"errors":[{"message":"first","locations":[{"line":1,"column":3}],"path":["a"]},{"message":"slow","extensions":{"code":"SLOW"}}],"data":{"a":null},"extensions":{"cost":{"used":3,"notes":[true,null,1.5,"x"]}}}""",
            await Answer.To(schema, "{ a }", context: context));
    }

    private static async ValueTask<Column> WaitForever(FieldExecution execution)
    {
        var forever = new TaskCompletionSource<Column>();
        await using var registration = execution.CancellationToken.Register(() => forever.TrySetCanceled(execution.CancellationToken));
        return await forever.Task;
    }

    private static (Schema Schema, RequestContext Context, Observer Observer) Throwing(Exception exception)
    {
        var observer = new Observer();
        var schema = Types(
            new ObjectTypeDefinition("Query") { Fields = [Constant("items", "[Item]", new[] { 1, 2 })] },
            new ObjectTypeDefinition("Item") { Fields = [new("fails", "Int") { Resolver = new DelegateResolver(_ => throw exception) }] });
        return (schema, Context(observer), observer);
    }

    private static RequestContext Context(IExecutionObserver observer) => new() { Features = new Features().Set(observer) };

    private sealed class Observer : IExecutionObserver
    {
        public List<string> Heard { get; } = [];

        public void FieldFailed(Field field, ObjectType parentType, Exception exception) => Heard.Add($"{parentType.Name}.{field.Name}: {exception.Message}");

        public void RequestFailed(Exception exception) => Heard.Add($"planning: {exception.Message}");
    }

    private sealed class Unplannable : FieldResolver
    {
        public override FieldResolver Plan(FieldPlanning planning) => throw new InvalidOperationException("no plan");

        public override ValueTask<Column> ResolveAsync(FieldExecution execution) => throw new InvalidOperationException("not planned");
    }
}
