using System.Text.Json.Nodes;
using Modular.GraphQL.Sdl;
using Modular.GraphQL.Tests.Differential;

namespace Modular.GraphQL.Tests.Sdl;

/// <summary>Changes one thing of a schema after the other: graphql-js and the engine must see the same changes.</summary>
public sealed class SchemaComparisonTests
{
    private const string Before = """
        directive @d("x" a: Int = 1, b: Int!) repeatable on FIELD | QUERY
        directive @gone on FIELD
        interface Named { name: String }
        interface Aged { age: Int }
        type Query { a(b: Int = 1, c: Flat = {x: 1, y: [2]}, d: [Int!]!, e: String): [Int] named: Named found: Found kind: Kind! key(by: Key): Float old: Int }
        type Member implements Named & Aged { name: String age: Int }
        type Place implements Named { name: String }
        union Found = Member | Place
        enum Kind { A "b" B }
        input Flat { x: Int y: [Int] }
        input In { x: Int = 5 w: [Int!] z: Key must: String! = "s" }
        input Key { id: ID }
        scalar Moment
        "described" type Described { "f" f("g" g: Int): Int }
        """;

    private static readonly (string Old, string New)[] Edits =
    [
        ("scalar Moment", ""),
        ("scalar Moment", "enum Moment { NOW }"),
        ("scalar Moment", "scalar Moment scalar Other"),
        ("key(by: Key): Float", "key(by: Key): Int"),
        ("key(by: Key): Float", ""),
        ("Member | Place", "Member"),
        ("= Member | Place", "= Member | Place | Described"),
        ("{ A \"b\" B }", "{ A }"),
        ("{ A \"b\" B }", "{ A \"b\" B C }"),
        ("{ A \"b\" B }", "{ A \"c\" B }"),
        ("w: [Int!]", "w: [Int!] new: Int"),
        ("w: [Int!]", "w: [Int!] new: Int!"),
        ("w: [Int!]", "w: [Int!] new: Int! = 1"),
        ("w: [Int!]", ""),
        ("w: [Int!]", "w: [Int]"),
        ("w: [Int!]", "w: [Int!]!"),
        ("w: [Int!]", "w: Int"),
        ("w: [Int!]", "w: [Int!] = [1]"),
        ("must: String! = \"s\"", "must: String!"),
        ("x: Int = 5", "x: Int = 6"),
        ("x: Int = 5", "\"now\" x: Int = 5"),
        ("implements Named & Aged", "implements Named"),
        ("type Place implements Named { name: String }", "type Place implements Named & Aged { name: String age: Int }"),
        ("b: Int = 1,", ""),
        ("b: Int = 1,", "b: Int,"),
        ("b: Int = 1,", "b: Int = 2,"),
        ("b: Int = 1,", "b: Int! = 1,"),
        ("b: Int = 1,", "b: String = \"1\","),
        ("{x: 1, y: [2]}", "{y: [2], x: 1}"),
        ("{x: 1, y: [2]}", "{y: [2, 3], x: 1}"),
        ("d: [Int!]!", "d: [Int!]"),
        ("d: [Int!]!", "d: [Int]!"),
        ("d: [Int!]!", "d: [Int!]! = []"),
        (", e: String", ", e: String, f: Int"),
        (", e: String", ", e: String, f: Int!"),
        (", e: String", ", e: String = \"x\""),
        ("): [Int] named", "): [Int]! named"),
        ("): [Int] named", "): [Int!] named"),
        ("): [Int] named", "): Int named"),
        ("kind: Kind!", "kind: Kind"),
        ("old: Int", "old: Int new: Int"),
        ("old: Int", "old: Int @deprecated"),
        ("\"described\"", "\"described anew\""),
        ("\"f\" f(\"g\" g: Int)", "\"F\" f(\"G\" g: Int)"),
        ("directive @gone on FIELD", ""),
        ("directive @gone on FIELD", "directive @gone on FIELD directive @new on FIELD"),
        ("directive @gone on FIELD", "directive @gone(a: Int) on FIELD"),
        ("directive @gone on FIELD", "directive @gone(a: Int!) on FIELD"),
        ("repeatable on FIELD | QUERY", "on FIELD | QUERY"),
        ("directive @gone on FIELD", "directive @gone repeatable on FIELD"),
        ("on FIELD | QUERY", "on QUERY"),
        ("on FIELD | QUERY", "on FIELD | QUERY | MUTATION"),
        ("\"x\" a: Int = 1, b: Int!", "\"x\" a: Int = 1"),
        ("\"x\" a: Int = 1, b: Int!", "\"x\" a: Int = 2, b: Int"),
        ("\"x\" a: Int = 1, b: Int!", "\"x\" a: Int, b: Int! = 1"),
        ("\"x\" a: Int = 1, b: Int!", "\"y\" a: String = \"1\", b: Int!"),
    ];

    [Fact]
    public async Task Changes_agree_with_graphql_js()
    {
        Assert.All(Edits, edit => Assert.Contains(edit.Old, Before, StringComparison.Ordinal));
        var afters = Edits.Select(edit => Before.Replace(edit.Old, edit.New, StringComparison.Ordinal)).ToArray();
        var questions = afters.Select(after => new JsonObject { ["ask"] = "changes", ["before"] = Before, ["after"] = after }).ToArray();

        var answers = await GraphQLJs.AskAsync(null, questions, TestContext.Current.CancellationToken, "execution-driver.mjs");

        foreach (var (after, answer) in afters.Zip(answers))
        {
            var expected = answer["changes"]!.AsArray().Select(change => Normal(change![0]!.GetValue<string>(), change[1]!.GetValue<string>()));
            var actual = SchemaComparison.Compare(SdlReader.Read(Before).Build(), SdlReader.Read(after).Build())
                .Select(change => Normal(change.Code, change.Description));
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Changes_are_told_by_severity_and_coordinate()
    {
        var before = SdlReader.Read("type Query { a(b: Int): Int c: Int } enum E { A } input I { a: Int }").Build();
        var after = SdlReader.Read("type Query { a(b: String): Int d: Int } enum E { A B } input I @oneOf { a: Int }").Build();

        Assert.Equal(
            [
                "Breaking FIELD_REMOVED Query.c: Field Query.c was removed.",
                "Safe FIELD_ADDED Query.d: Field Query.d was added.",
                "Breaking ARG_CHANGED_KIND Query.a(b:): Argument Query.a(b:) has changed type from Int to String.",
                "Dangerous VALUE_ADDED_TO_ENUM E.B: Enum value E.B was added.",
                "Breaking INPUT_BECAME_ONE_OF I: I takes exactly one field now.",
            ],
            SchemaComparison.Compare(before, after).Select(change => change.ToString()));
    }

    // graphql-js quotes whole descriptions, sometimes of the wrong thing.
    private static string Normal(string code, string description) => code == "DESCRIPTION_CHANGED" ? code : $"{code} {description}";
}
