using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Language;

public sealed class PrinterTests
{
    [Theory]
    [InlineData("query { a }", "{\n  a\n}")]
    [InlineData("query Q { a }", "query Q {\n  a\n}")]
    [InlineData("query @d { a }", "query @d {\n  a\n}")]
    [InlineData("mutation { a }", "mutation {\n  a\n}")]
    [InlineData("query ($a: Int = 1 @d, $b: [T!]!) { a }", "query ($a: Int = 1 @d, $b: [T!]!) {\n  a\n}")]
    [InlineData("query (\"d\" $a: Int) { a }", "query (\n\"d\"\n$a: Int\n) {\n  a\n}")]
    [InlineData("{ a: b(c: {d: [1, $e]}) @f(g: E) { h ...i } }", "{\n  a: b(c: {d: [1, $e]}) @f(g: E) {\n    h\n    ...i\n  }\n}")]
    [InlineData("{ ... @d { a } ...on T @d { b } ...F @d }", "{\n  ... @d {\n    a\n  }\n  ... on T @d {\n    b\n  }\n  ...F @d\n}")]
    [InlineData("\"d\" fragment F on T @d { a }", "\"d\"\nfragment F on T @d {\n  a\n}")]
    public void Operations_are_printed_as_graphql_js_prints_them(string text, string expected) =>
        Assert.Equal(expected, Parser.TryParse(new Source(text), ParserOptions.Default, out var document, out var error) ? document.ToString() : error.ToString());

    [Fact]
    public void Arguments_take_a_line_each_when_one_line_is_too_long()
    {
        var name = new string('x', 35);

        Assert.Equal(
            $"{{\n  field(\n    {name}: 1\n    {name}: \"\"\"\n    block\n    string\n    \"\"\"\n  )\n}}",
            Syntax.Parse($"{{ field({name}: 1, {name}: \"\"\"block\nstring\"\"\") }}").ToString());
    }

    [Fact]
    public void A_schema_is_printed_as_graphql_js_prints_it()
    {
        const string Sdl = """"
            """The schema"""
            schema @d {
              query: Query
              mutation: Mutation
            }

            "A scalar"
            scalar Date @specifiedBy(url: "https://example.org")

            """
            An object
            of two lines
            """
            type Member implements Node & Person @d(a: 1) {
              "The id"
              id: ID!
              list(first: Int = 10, where: Filter = {a: [1, 2]}): [Member!]! @deprecated
              described(
                "One"
                a: Int
                b: Int
              ): Int
            }

            type Empty

            interface Person implements Node {
              id: ID!
            }

            union Any @d = Member | Empty

            enum Status {
              "Works"
              ACTIVE
              GONE @deprecated(reason: "no longer")
            }

            input Filter @oneOf {
              a: [Int!]
              b: String = "x"
            }

            directive @d(a: Int = 1) repeatable on FIELD | OBJECT

            extend schema @d {
              subscription: Subscription
            }

            extend scalar Date @d

            extend type Member implements Other @d {
              more: Int
            }

            extend interface Person {
              more: Int
            }

            extend union Any = Other

            extend enum Status {
              NEW
            }

            extend input Filter {
              c: Int
            }
            """";

        Assert.Equal(Sdl, Parser.Parse(new Source(Sdl)).ToString());
    }
}
