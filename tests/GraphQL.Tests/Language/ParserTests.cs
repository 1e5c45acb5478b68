using Modular.GraphQL.Language;

namespace Modular.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Theory]
    [InlineData("", "Syntax Error: Unexpected <EOF>. (1:1)")]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>. (1:2)")]
    [InlineData("{}", "Syntax Error: Expected Name, found \"}\". (1:2)")]
    [InlineData("{ a: }", "Syntax Error: Expected Name, found \"}\". (1:6)")]
    [InlineData("{ a() }", "Syntax Error: Expected Name, found \")\". (1:5)")]
    [InlineData("{ a(b: ) }", "Syntax Error: Unexpected \")\". (1:8)")]
    [InlineData("{ ...MissingOn }\nfragment MissingOn Type", "Syntax Error: Expected \"on\", found Name \"Type\". (2:20)")]
    [InlineData("{ field: {} }", "Syntax Error: Expected Name, found \"{\". (1:10)")]
    [InlineData("notAnOperation Foo { field }", "Syntax Error: Unexpected Name \"notAnOperation\". (1:1)")]
    [InlineData("...", "Syntax Error: Unexpected \"...\". (1:1)")]
    [InlineData("{ \"\"", "Syntax Error: Expected Name, found String \"\". (1:3)")]
    [InlineData("{ a(b: 5 6) }", "Syntax Error: Expected Name, found Int \"6\". (1:10)")]
    [InlineData("{ \"\"\"a\nb\"\"\" }", "Syntax Error: Expected Name, found BlockString \"a\nb\". (1:3)")]
    [InlineData("query ($x: Complex = { a: { b: [ $y ] } }) { f }", "Syntax Error: Unexpected variable \"$y\" in constant value. (1:34)")]
    [InlineData("query ($x: Int = $) { f }", "Syntax Error: Unexpected \"$\". (1:18)")]
    [InlineData("query ($x: [Int) { f }", "Syntax Error: Expected \"]\", found \")\". (1:16)")]
    [InlineData("query () { f }", "Syntax Error: Expected \"$\", found \")\". (1:8)")]
    [InlineData("fragment on on on { on }", "Syntax Error: Unexpected Name \"on\". (1:10)")]
    [InlineData("{ ...on }", "Syntax Error: Expected Name, found \"}\". (1:9)")]
    [InlineData("fragment F($v: Int) on T { a }", "Syntax Error: Expected \"on\", found \"(\". (1:11)")]
    [InlineData("\"why\" { a }", "Syntax Error: Unexpected description, descriptions are not supported on shorthand queries. (1:1)")]
    [InlineData("\"why\" extend type A { a: Int }", "Syntax Error: Unexpected description, only GraphQL definitions support descriptions. (1:1)")]
    public void Broken_operations_are_refused(string text, string error) => Assert.Equal(error, Syntax.ErrorOf(text));

    [Theory]
    [InlineData("type A {}", "Syntax Error: Expected Name, found \"}\". (1:9)")]
    [InlineData("type A { f: }", "Syntax Error: Expected Name, found \"}\". (1:13)")]
    [InlineData("type A { f(): Int }", "Syntax Error: Expected Name, found \")\". (1:12)")]
    [InlineData("type A implements { f: Int }", "Syntax Error: Expected Name, found \"{\". (1:19)")]
    [InlineData("union U = |", "Syntax Error: Expected Name, found <EOF>. (1:12)")]
    [InlineData("union U = A || B", "Syntax Error: Expected Name, found \"|\". (1:14)")]
    [InlineData("enum E { true }", "Syntax Error: Name \"true\" is reserved and cannot be used for an enum value. (1:10)")]
    [InlineData("input I { f(a: Int): Int }", "Syntax Error: Expected \":\", found \"(\". (1:12)")]
    [InlineData("directive @d on FIELD | NOWHERE", "Syntax Error: Unexpected Name \"NOWHERE\". (1:25)")]
    [InlineData("directive @d on field", "Syntax Error: Unexpected Name \"field\". (1:17)")]
    [InlineData("directive @d @e on FIELD", "Syntax Error: Expected \"on\", found \"@\". (1:14)")]
    [InlineData("schema { a: B }", "Syntax Error: Unexpected Name \"a\". (1:10)")]
    [InlineData("extend", "Syntax Error: Unexpected <EOF>. (1:7)")]
    [InlineData("extend directive @a @b", "Syntax Error: Unexpected Name \"directive\". (1:8)")]
    [InlineData("extend scalar S", "Syntax Error: Unexpected <EOF>. (1:16)")]
    [InlineData("extend type T", "Syntax Error: Unexpected <EOF>. (1:14)")]
    [InlineData("extend \"d\" type T { a: Int }", "Syntax Error: Unexpected String \"d\". (1:8)")]
    public void Broken_schemas_are_refused(string text, string error) => Assert.Equal(error, Syntax.ErrorOf(text));

    [Theory]
    [InlineData("query")]
    [InlineData("fragment")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("type")]
    [InlineData("on")]
    public void Keywords_are_names_where_the_grammar_allows_it(string keyword)
    {
        var printed = Syntax.Parse($"query {keyword} {{ {keyword}: {keyword}({keyword}: ${keyword}) @{keyword} }}").ToString();

        Assert.Equal($"query {keyword} {{\n  {keyword}: {keyword}({keyword}: ${keyword}) @{keyword}\n}}", printed);
    }

    [Fact]
    public void Nodes_know_where_they_stand()
    {
        var document = Syntax.Parse("query Q($id: ID! = \"1\") {\n  alias: node(id: $id) @skip(if: true) {\n    id\n  }\n}");
        var operation = Assert.IsType<OperationDefinition>(Assert.Single(document.Definitions));
        var field = Assert.IsType<FieldNode>(Assert.Single(operation.SelectionSet.Selections));
        var nodes = new SyntaxNode[]
        {
            operation, operation.Name!, operation.VariableDefinitions[0], operation.VariableDefinitions[0].Variable,
            operation.VariableDefinitions[0].Type, operation.VariableDefinitions[0].DefaultValue!, operation.SelectionSet, field,
            field.Name, field.Arguments[0], field.Arguments[0].Value, field.Directives[0], field.SelectionSet!,
        };
        var text = System.Text.Encoding.UTF8.GetString(document.Source.Body.Span);

        Assert.Equal(
            ["1:1", "1:7", "1:9", "1:9", "1:14", "1:20", "1:25", "2:3", "2:10", "2:15", "2:19", "2:24", "2:40"],
            nodes.Select(document.LocationOf).Select(place => $"{place.Line}:{place.Column}"));
        Assert.Equal(
            ["Q", "$id: ID! = \"1\"", "$id", "ID!", "\"1\"", "node", "id: $id", "$id", "@skip(if: true)", "{\n    id\n  }"],
            new SyntaxNode[]
            {
                nodes[1], nodes[2], nodes[3], nodes[4], nodes[5], nodes[8], nodes[9], nodes[10], nodes[11], nodes[12],
            }.Select(node => text[node.Start..node.End]));
        Assert.Equal(text.Length, operation.End);
    }

    [Fact]
    public void Descriptions_stand_before_operations_fragments_and_variables()
    {
        var document = Syntax.Parse("\"An operation\" query Q(\"A variable\" $v: Int) { a } \"\"\"A fragment\"\"\" fragment F on T { a }");
        var operation = Assert.IsType<OperationDefinition>(document.Definitions[0]);
        var fragment = Assert.IsType<FragmentDefinition>(document.Definitions[1]);

        Assert.Equal("An operation", operation.Description?.Value);
        Assert.Equal("A variable", operation.VariableDefinitions[0].Description?.Value);
        Assert.Equal("A fragment", fragment.Description?.Value);
    }

    [Fact]
    public void Values_are_of_their_kind()
    {
        var list = Assert.IsType<ListValue>(Parser.ParseValue("[1, -1.5, \"s\", true, false, null, RED, [], {a: {}}]"));

        Assert.Equal(
            [
                SyntaxKind.IntValue, SyntaxKind.FloatValue, SyntaxKind.StringValue, SyntaxKind.BooleanValue, SyntaxKind.BooleanValue,
                SyntaxKind.NullValue, SyntaxKind.EnumValue, SyntaxKind.ListValue, SyntaxKind.ObjectValue,
            ],
            list.Values.Select(value => value.Kind));
    }

    [Fact]
    public void A_lone_value_or_type_ends_where_its_text_ends()
    {
        Assert.Equal("Syntax Error: Expected <EOF>, found Int \"2\". (1:3)", Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseValue("1 2")).Error.ToString());
        Assert.Equal("Syntax Error: Expected <EOF>, found \"!\". (1:5)", Assert.Throws<GraphQLSyntaxException>(() => Parser.ParseType("Int!!")).Error.ToString());
        Assert.Equal("[[Int!]!]", Parser.ParseType("[[Int!]!]").ToString());
    }

    [Fact]
    public void The_same_name_is_the_same_string()
    {
        var operation = Assert.IsType<OperationDefinition>(Syntax.Parse("{ member member }").Definitions[0]);
        var names = operation.SelectionSet.Selections.Cast<FieldNode>().Select(field => field.Name.Value).ToArray();

        Assert.Same(names[0], names[1]);
    }
}
