using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>Requests that end before execution, and the choice of the operation.</summary>
public sealed class RequestTests
{
    private const string Sdl = "type Query { a: Int b(x: Int!): Int } type Mutation { c: Int } type Subscription { d: Int }";

    [Theory]
    [InlineData("{ a", ExecutionStatus.SyntaxError, """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":4}],"extensions":{"code":"SYNTAX_ERROR"}}]}""")]
    [InlineData("{ zzz }", ExecutionStatus.ValidationFailed, """{"errors":[{"message":"Cannot query field \"zzz\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"VALIDATION_FAILED"}}]}""")]
    [InlineData("query A { a } query B { a }", ExecutionStatus.OperationNotFound, """{"errors":[{"message":"Must provide operation name if query contains multiple operations.","extensions":{"code":"OPERATION_NOT_FOUND"}}]}""")]
    public async Task A_request_that_cannot_be_executed_has_no_data(string query, ExecutionStatus status, string expected)
    {
        var (json, outcome) = await Answer.Ask(JsonResolver.SchemaOf(Sdl), query);

        Assert.Equal(expected, json);
        Assert.Equal(new(status, null, 1, false), outcome);
    }

    [Fact]
    public async Task An_operation_is_chosen_by_name()
    {
        var schema = JsonResolver.SchemaOf(Sdl);
        const string Query = "query A { first: a } query B { second: a }";

        Assert.Equal("""{"data":{"second":7}}""", await Answer.To(schema, Query, operationName: "B", context: JsonResolver.Over("""{"a":7}""")));
        Assert.Equal(
            """{"errors":[{"message":"Unknown operation named \"C\".","extensions":{"code":"OPERATION_NOT_FOUND"}}]}""",
            await Answer.To(schema, Query, operationName: "C"));
    }

    [Fact]
    public async Task Missing_variables_are_told_before_anything_is_executed()
    {
        var (json, outcome) = await Answer.Ask(JsonResolver.SchemaOf(Sdl), "query ($x: Int!) { b(x: $x) }");

        Assert.Equal(
            """{"errors":[{"message":"Variable \"$x\" of required type \"Int!\" was not provided.","locations":[{"line":1,"column":8}],"extensions":{"code":"VARIABLES_INVALID"}}]}""", json);
        Assert.Equal(new(ExecutionStatus.VariablesInvalid, OperationType.Query, 1, false), outcome);
    }

    [Fact]
    public async Task A_mutation_is_refused_where_only_queries_are_allowed()
    {
        var (json, outcome) = await Answer.Ask(JsonResolver.SchemaOf(Sdl), "mutation { c }", queriesOnly: true);

        Assert.Equal("""{"errors":[{"message":"Only queries may be sent this way.","extensions":{"code":"OPERATION_NOT_ALLOWED"}}]}""", json);
        Assert.Equal(new(ExecutionStatus.OperationNotAllowed, OperationType.Mutation, 1, false), outcome);
    }

    [Fact]
    public async Task A_subscription_is_no_single_response()
    {
        var (_, outcome) = await Answer.Ask(JsonResolver.SchemaOf(Sdl), "subscription { d }");

        Assert.Equal(new(ExecutionStatus.OperationNotAllowed, OperationType.Subscription, 1, false), outcome);
    }

    [Fact]
    public async Task Data_that_became_null_is_told_in_the_outcome()
    {
        var (json, outcome) = await Answer.Ask(JsonResolver.SchemaOf("type Query { a: Int! }"), "{ a }", context: JsonResolver.Over("{}"));

        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field Query.a.","locations":[{"line":1,"column":3}],"path":["a"]}],"data":null}""", json);
        Assert.Equal(new(ExecutionStatus.Executed, OperationType.Query, 1, false), outcome);
    }

    [Fact]
    public async Task A_variable_that_an_argument_needs_may_be_null_at_run_time()
    {
        // Allowed by the default of the variable (specification, section 5.8.5); null is then an error of the field.
        var schema = JsonResolver.SchemaOf(Sdl);

        Assert.Equal(
            """{"errors":[{"message":"Argument \"x\" of non-null type \"Int!\" must not be null.","locations":[{"line":1,"column":28}],"path":["b"]}],"data":{"b":null}}""",
            await Answer.To(schema, "query ($x: Int = 1) { b(x: $x) }", """{"x":null}""", context: JsonResolver.Over("""{"b":1}""")));
    }
}
