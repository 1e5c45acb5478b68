namespace Modular.GraphQL.Tests.Execution;

/// <summary>What null, and what failure, does in each position (specification, section 6.4.4).</summary>
public sealed class NullPropagationTests
{
    public static TheoryData<string, string, string, string?> Table => new()
    {
        // type of the field, its value, what it becomes, the error's path
        { "Int", "1", """{"f":1}""", null },
        { "Int", "null", """{"f":null}""", null },
        { "Int!", "1", """{"f":1}""", null },
        { "Int!", "null", "null", """["f"]""" },
        { "[Int]", "null", """{"f":null}""", null },
        { "[Int]", "[]", """{"f":[]}""", null },
        { "[Int]", "[1,null]", """{"f":[1,null]}""", null },
        { "[Int!]", "null", """{"f":null}""", null },
        { "[Int!]", "[1,null,null]", """{"f":null}""", """["f",1]""" },
        { "[Int]!", "null", "null", """["f"]""" },
        { "[Int]!", "[null]", """{"f":[null]}""", null },
        { "[Int!]!", "[1,2]", """{"f":[1,2]}""", null },
        { "[Int!]!", "[1,null]", "null", """["f",1]""" },
        { "[[Int!]]", "[[1],[2,null],null,[]]", """{"f":[[1],null,null,[]]}""", """["f",1,1]""" },
        { "[[Int!]!]", "[[1],[null]]", """{"f":null}""", """["f",1,0]""" },
        { "[[Int]!]!", "[[1],null]", "null", """["f",1]""" },
        { "[[[Int!]!]!]!", "[[[1]],[[2],[3,null]]]", "null", """["f",1,1,1]""" },
        { "T", """{"x":1}""", """{"f":{"x":1}}""", null },
        { "T", """{"x":null}""", """{"f":null}""", """["f","x"]""" },
        { "T!", """{"x":null}""", "null", """["f","x"]""" },
        { "[T]", """[{"x":1},{"x":null}]""", """{"f":[{"x":1},null]}""", """["f",1,"x"]""" },
        { "[T!]", """[{"x":1},{"x":null}]""", """{"f":null}""", """["f",1,"x"]""" },
        { "[[T!]]", """[[{"x":1},{"x":null}],[{"x":2}]]""", """{"f":[null,[{"x":2}]]}""", """["f",0,1,"x"]""" },
        { "[T!]!", """[{"x":null}]""", "null", """["f",0,"x"]""" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task Null_goes_up_to_the_nearest_position_that_may_be_null(string type, string value, string data, string? path)
    {
        var schema = JsonResolver.SchemaOf($"type Query {{ f: {type} }} type T {{ x: Int! }}");
        var isObject = type.Contains('T', StringComparison.Ordinal);
        var name = path?.Contains("\"x\"", StringComparison.Ordinal) == true ? "T.x" : "Query.f";
        var column = name == "T.x" ? 7 : 3;
        var errors = path is null
            ? ""
            : $$"""
              "errors":[{"message":"Cannot return null for non-nullable field {{name}}.","locations":[{"line":1,"column":{{column}}}],"path":{{path}}}],
              """;

        var answer = await Answer.To(schema, isObject ? "{ f { x } }" : "{ f }", context: JsonResolver.Over($$"""{"f":{{value}}}"""));

        Assert.Equal($$"""{{{errors.Trim()}}"data":{{data}}}""", answer);
    }

    [Fact]
    public async Task What_failed_in_one_object_leaves_the_others_alone()
    {
        var schema = JsonResolver.SchemaOf("type Query { people: [Person] } type Person { name: String! age: Int }");
        const string Data = """
            {"people":[{"name":"a","age":1},{"name":{"$error":"secret"},"age":2},{"name":"c","age":{"$error":"unknown"}},null]}
            """;

        Assert.Equal(
            """{"errors":[{"message":"secret","locations":[{"line":1,"column":12}],"path":["people",1,"name"]},{"message":"unknown","locations":[{"line":1,"column":17}],"path":["people",2,"age"]}],"data":{"people":[{"name":"a","age":1},null,{"name":"c","age":null},null]}}""",
            await Answer.To(schema, "{ people { name age } }", context: JsonResolver.Over(Data)));
    }

    [Fact]
    public async Task Of_an_object_that_became_null_only_the_first_failure_is_told()
    {
        var schema = JsonResolver.SchemaOf("type Query { person: Person } type Person { nick: String name: String! age: Int! }");
        const string Data = """{"person":{"nick":{"$error":"first"},"name":{"$error":"second"},"age":{"$error":"third"}}}""";

        Assert.Equal(
            """{"errors":[{"message":"first","locations":[{"line":1,"column":12}],"path":["person","nick"]},{"message":"second","locations":[{"line":1,"column":17}],"path":["person","name"]}],"data":{"person":null}}""",
            await Answer.To(schema, "{ person { nick name age } }", context: JsonResolver.Over(Data)));
    }

    [Fact]
    public async Task Errors_of_merged_fields_name_every_place()
    {
        var schema = JsonResolver.SchemaOf("type Query { a: Int }");

        Assert.Equal(
            """{"errors":[{"message":"no","locations":[{"line":1,"column":3},{"line":2,"column":16}],"path":["b"]}],"data":{"b":null}}""",
            await Answer.To(schema, "{ b: a\n... on Query { b: a } }", context: JsonResolver.Over("""{"a":{"$error":"no"}}""")));
    }

    [Fact]
    public async Task Errors_beyond_the_limit_are_counted()
    {
        var schema = JsonResolver.SchemaOf("type Query { f: [T] } type T { x: Int! }");
        var data = $$"""{"f":[{{string.Join(',', Enumerable.Repeat("""{"x":null}""", 5))}}]}""";

        Assert.Equal(
            """{"errors":[{"message":"Cannot return null for non-nullable field T.x.","locations":[{"line":1,"column":7}],"path":["f",0,"x"]},{"message":"Cannot return null for non-nullable field T.x.","locations":[{"line":1,"column":7}],"path":["f",1,"x"]},{"message":"3 more errors are not shown."}],"data":{"f":[null,null,null,null,null]}}""",
            await Answer.To(schema, "{ f { x } }", context: JsonResolver.Over(data), options: new() { MaxErrors = 2 }));
    }
}
