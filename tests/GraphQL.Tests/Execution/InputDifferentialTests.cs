using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.Tests.Differential;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>
/// Random variables for every kind of input type: graphql-js and the engine must give the resolver the same arguments, or tell the same
/// errors at the same places.
/// </summary>
public sealed class InputDifferentialTests
{
    private const int Seed = 20260302;
    private const int QuestionCount = 3000;

    private const string Sdl = """
        type Query {
          echo(
            int: Int, must: Int!, float: Float, string: String = "d", boolean: Boolean, id: ID, color: Color = RED, ints: [Int], grid: [[Int!]!], input: In,
            inputs: [In!], one: One
          ): String
        }
        enum Color { RED GREEN BLUE }
        input In { a: Int = 1, must: String!, color: Color, nested: In, list: [In], ids: [ID!] = ["x"], one: One }
        input One @oneOf { a: Int, b: String, c: [One!], d: Color }
        """;

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new Fields(), new Numbers() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Types =
        ["Int", "Int!", "Float", "String", "String!", "Boolean", "ID", "Color", "[Int]", "[[Int!]!]", "In", "In!", "[In!]", "One", "One!"];

    private static readonly string[] Queries =
    [
        "query ($v: Int) { echo(must: 1, int: $v) }",
        "query ($v: Int!) { echo(must: $v) }",
        "query ($v: Int = 7) { echo(must: $v, int: $v) }",
        "query ($v: Float) { echo(must: 1, float: $v) }",
        "query ($v: String) { echo(must: 1, string: $v) }",
        "query ($v: String! = \"s\") { echo(must: 1, string: $v, input: {must: $v}) }",
        "query ($v: Boolean) { echo(must: 1, boolean: $v) }",
        "query ($v: ID) { echo(must: 1, id: $v) }",
        "query ($v: Color = GREEN) { echo(must: 1, color: $v, input: {must: \"m\", color: $v}) }",
        "query ($v: [Int]) { echo(must: 1, ints: $v) }",
        "query ($v: Int) { echo(must: 1, ints: [1, $v, 3]) }",
        "query ($v: [[Int!]!]) { echo(must: 1, grid: $v) }",
        "query ($v: In) { echo(must: 1, input: $v, inputs: [{must: \"a\", nested: $v}]) }",
        "query ($v: [In!]) { echo(must: 1, inputs: $v) }",
        "query ($v: One) { echo(must: 1, one: $v) }",
        "query ($v: One!) { echo(must: 1, one: {c: [$v]}) }",
        "query ($v: Int!, $w: In = {must: \"w\", list: [{must: \"x\"}, null]}) { echo(must: $v, input: $w) }",
        "query ($v: Int) { echo(must: 1, input: {must: \"m\", a: $v, list: [{must: \"n\", a: $v}]}) }",
        "query ($v: Int!) { echo(must: 1, one: {a: $v}) }",
    ];

    [Fact]
    public async Task Arguments_and_errors_agree_with_graphql_js()
    {
        var random = new Random(Seed);
        var cases = Enumerable.Range(0, QuestionCount).Select(_ => (Query: Queries[random.Next(Queries.Length)], Variables: Variables(random))).ToArray();
        var questions = cases.Select(each => new JsonObject { ["ask"] = "echo", ["query"] = each.Query, ["variables"] = JsonNode.Parse(each.Variables) }).ToArray();

        var answers = await GraphQLJs.AskAsync(Sdl, questions, TestContext.Current.CancellationToken, "execution-driver.mjs");

        var schema = SdlReader.Read(Sdl, resolverOf: (_, _) => new DelegateResolver(Echo)).Build();
        for (var i = 0; i < cases.Length; i++)
        {
            var actual = JsonNode.Parse(await Answer.To(schema, cases[i].Query, cases[i].Variables))!.AsObject();
            foreach (var error in actual["errors"]?.AsArray() ?? []) error!.AsObject().Remove("extensions");
            Assert.Equal($"{cases[i]}: {answers[i].ToJsonString(Json)}", $"{cases[i]}: {actual.ToJsonString(Json)}");
        }

        Assert.DoesNotContain(answers, answer => answer.ContainsKey("invalid"));
        Assert.InRange(answers.Count(answer => answer.ContainsKey("errors")), QuestionCount / 5, QuestionCount * 4 / 5);
    }

    private static ValueTask<Column> Echo(FieldExecution execution)
    {
        var given = execution.Planned.Field.Arguments.Where(argument => execution.Arguments.Has(argument.Name))
            .ToDictionary(argument => argument.Name, argument => execution.Arguments.Raw(argument.Name));
        var text = JsonSerializer.Serialize(given, Json);
        return new(ObjectLeafColumn.Of([text], execution.Planned.Field.Type));
    }

    private static string Variables(Random random)
    {
        if (random.Next(12) == 0) return "{}";
        var type = Types[random.Next(Types.Length)];
        return new JsonObject { ["v"] = random.Next(10) == 0 ? Anything(random, 0) : Value(random, type, 0), ["unused"] = 1 }.ToJsonString();
    }

    private static JsonNode? Value(Random random, string type, int depth)
    {
        if (random.Next(type.EndsWith('!') ? 25 : 9) == 0) return null;
        if (random.Next(15) == 0) return Anything(random, depth);
        type = type.TrimEnd('!');
        if (type.StartsWith('['))
            return random.Next(5) == 0
                ? Value(random, type[1..^1], depth)
                : new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(random, type[1..^1], depth))]);
        return type switch
        {
            "Int" => random.Next(-5, 5),
            "Float" => random.Next(2) == 0 ? random.Next(5) : random.Next(100) / 8.0,
            "String" => "text đ\"",
            "Boolean" => random.Next(2) == 0,
            "ID" => random.Next(2) == 0 ? "id" : random.Next(),
            "Color" => random.Next(6) == 0 ? "GREENISH" : random.Next(2) == 0 ? "RED" : "BLUE",
            _ when depth > 2 => new JsonObject { ["must"] = "deep" },
            "In" => Input(random, depth + 1),
            _ => One(random, depth + 1),
        };
    }

    private static JsonObject Input(Random random, int depth)
    {
        var input = new JsonObject();
        if (random.Next(12) > 0) input["must"] = Value(random, "String!", depth);
        if (random.Next(3) == 0) input["a"] = Value(random, "Int", depth);
        if (random.Next(3) == 0) input["color"] = Value(random, "Color", depth);
        if (random.Next(3) == 0) input["nested"] = Value(random, "In", depth);
        if (random.Next(3) == 0) input["list"] = Value(random, "[In]", depth);
        if (random.Next(3) == 0) input["ids"] = Value(random, "[ID!]", depth);
        if (random.Next(3) == 0) input["one"] = Value(random, "One", depth);
        if (random.Next(12) == 0) input["mustt"] = 1;
        return input;
    }

    private static JsonObject One(Random random, int depth)
    {
        var input = new JsonObject();
        for (var count = random.Next(6) == 0 ? random.Next(3) : 1; count > 0; count--)
        {
            var (name, type) = random.Next(4) switch { 0 => ("a", "Int"), 1 => ("b", "String!"), 2 => ("c", "[One!]"), _ => ("d", "Color") };
            input[name] = Value(random, type, depth);
        }

        return input;
    }

    private static JsonNode? Anything(Random random, int depth) => random.Next(14) switch
    {
        0 => "text",
        1 => 1,
        2 => 1.5,
        3 => true,
        4 => 2147483648L,
        5 => "1",
        6 => "",
        7 => -0.25,
        8 => 1e21,
        9 => new JsonObject(),
        10 => new JsonArray(1, "two", null, new JsonArray(new JsonArray(1))),
        11 => new JsonArray([.. Enumerable.Range(0, random.Next(8, 13)).Select(index => JsonValue.Create(index))]),
        12 when depth < 3 => new JsonObject { ["x"] = Anything(random, depth + 1), ["y"] = new JsonObject { ["z"] = new JsonObject { ["deep"] = 1 } } },
        _ => null,
    };

    private sealed class Fields : JsonConverter<InputObjectValue>
    {
        public override InputObjectValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, InputObjectValue value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Fields, options);
    }

    private sealed class Numbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
            => writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture).ToLowerInvariant());
    }
}
