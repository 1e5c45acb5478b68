using System.Text.RegularExpressions;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>The examples of the specification (September 2025) that show results.</summary>
public sealed class SpecificationExamplesTests
{
    [Fact]
    public async Task Serial_execution_6_2_2()
    {
        var number = 7;
        var schema = SdlReader.Read(
            "type Query { a: Int } type Mutation { changeTheNumber(newNumber: Int!): Number } type Number { theNumber: Int }",
            resolverOf: (type, _) => type == "Mutation"
                ? new ValueResolver<object?>((_, execution) => number = execution.Arguments.Get<int>("newNumber"))
                : new ValueResolver<object?>(_ => number)).Build();

        Assert.Equal(
            """{"data":{"first":{"theNumber":1},"second":{"theNumber":3},"third":{"theNumber":2}}}""",
            await Answer.To(
                schema,
                """
                mutation {
                  first: changeTheNumber(newNumber: 1) { theNumber }
                  second: changeTheNumber(newNumber: 3) { theNumber }
                  third: changeTheNumber(newNumber: 2) { theNumber }
                }
                """));
    }

    [Fact]
    public async Task Merging_selection_sets_6_4_3()
    {
        var schema = JsonResolver.SchemaOf("type Query { me: Person } type Person { firstName: String lastName: String }");

        Assert.Equal(
            """{"data":{"me":{"firstName":"Mark","lastName":"Zuckerberg"}}}""",
            await Answer.To(
                schema, "{ me { firstName } me { lastName } }", context: JsonResolver.Over("""{"me":{"firstName":"Mark","lastName":"Zuckerberg"}}""")));
    }

    [Fact]
    public async Task Errors_and_non_null_fields_7_1_7()
    {
        const string Data = """
            {"hero":{"name":"R2-D2","friends":[
              {"id":"1000","name":"Luke Skywalker"},{"id":"1002","name":{"$error":"Name for character with ID 1002 could not be fetched."}},{"id":"1003","name":"Leia Organa"}]}}
            """;
        const string Query = "{\n  hero {\n    name\n    heroFriends: friends {\n      id\n      name\n    }\n  }\n}";
        const string Error =
            """{"errors":[{"message":"Name for character with ID 1002 could not be fetched.","locations":[{"line":6,"column":7}],"path":["hero","heroFriends",1,"name"]}],"data":{"hero":{"name":"R2-D2","heroFriends":[{"id":"1000","name":"Luke Skywalker"},""";

        Assert.Equal(
            Error + """{"id":"1002","name":null},{"id":"1003","name":"Leia Organa"}]}}}""",
            await Answer.To(JsonResolver.SchemaOf("type Query { hero: Hero } type Hero { id: ID name: String friends: [Hero] }"), Query, context: JsonResolver.Over(Data)));
        Assert.Equal(
            Error + """null,{"id":"1003","name":"Leia Organa"}]}}}""",
            await Answer.To(JsonResolver.SchemaOf("type Query { hero: Hero } type Hero { id: ID name: String! friends: [Hero] }"), Query, context: JsonResolver.Over(Data)));
    }

    [Theory]
    [InlineData("[Int]", "[1, 2, 3]", "[1,2,3]")]
    [InlineData("[Int]", "[1, null]", "[1,null]")]
    [InlineData("[Int]", "1", "[1]")]
    [InlineData("[Int]", "null", "null")]
    [InlineData("[[Int]]", "[[1], [2, 3]]", "[[1],[2,3]]")]
    [InlineData("[[Int]]", "[1, 2, 3]", "[[1],[2],[3]]")]
    [InlineData("[[Int]]", "[1, null, 3]", "[[1],null,[3]]")]
    [InlineData("[[Int]]", "[[1], [\"b\"]]", null)]
    [InlineData("[[Int]]", "1", "[[1]]")]
    [InlineData("[[Int]]", "null", "null")]
    [InlineData("[Int]", "[1, \"b\", true]", null)]
    public async Task List_input_coercion_3_11(string type, string value, string? expected) => await Coerce(type, value, expected);

    [Theory]
    [InlineData("{ a: \"abc\", b: 123 }", """{"a":"abc","b":123}""")]
    [InlineData("{ a: null, b: 123 }", """{"a":null,"b":123}""")]
    [InlineData("{ b: 123 }", """{"b":123}""")]
    [InlineData("{ a: \"abc\", b: null }", null)]
    [InlineData("{ a: \"abc\" }", null)]
    [InlineData("{ a: \"abc\", b: \"123\" }", null)]
    [InlineData("{ b: 123, c: \"xyz\" }", null)]
    [InlineData("\"abc\"", null)]
    public async Task Input_object_coercion_3_10(string value, string? expected) => await Coerce("ExampleInputObject", value, expected);

    [Theory]
    [InlineData("{ a: \"abc\" }", """{"a":"abc"}""")]
    [InlineData("{ b: 123 }", """{"b":123}""")]
    [InlineData("{ a: \"abc\", b: 123 }", null)]
    [InlineData("{ a: \"abc\", b: null }", null)]
    [InlineData("{ a: null }", null)]
    [InlineData("{ }", null)]
    [InlineData("{ c: \"abc\" }", null)]
    public async Task One_of_input_coercion_3_10_1(string value, string? expected) => await Coerce("ExampleOneOfInputObject", value, expected);

    // The same value as a literal and as a variable.
    private static async Task Coerce(string type, string value, string? expected)
    {
        var schema = SdlReader.Read(
            $"type Query {{ echo(value: {type}): Echo }} scalar Echo input ExampleInputObject {{ a: String b: Int! }} input ExampleOneOfInputObject @oneOf {{ a: String b: Int }}",
            resolverOf: (_, _) => new ValueResolver<object?>((_, execution) => execution.Arguments.Raw("value") is InputObjectValue input ? input.Fields : execution.Arguments.Raw("value"))).Build();
        var json = Regex.Replace(value, @"\b([abc]):", "\"$1\":");

        var answers = new[]
        {
            await Answer.Ask(schema, $"{{ echo(value: {value}) }}"),
            await Answer.Ask(schema, $"query ($v: {type}) {{ echo(value: $v) }}", $$"""{"v":{{json}}}"""),
        };

        if (expected is null)
        {
            Assert.Equal([ExecutionStatus.ValidationFailed, ExecutionStatus.VariablesInvalid], answers.Select(answer => answer.Outcome.Status));
            return;
        }

        Assert.All(answers, answer => Assert.Equal($$$"""{"data":{"echo":{{{expected}}}}}""", answer.Json));
    }
}
