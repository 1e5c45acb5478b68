using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.TypeSystem;

/// <summary>What the specification's rules say of schemas that break them.</summary>
public sealed class SchemaRuleTests
{
    public static TheoryData<string, string> Broken => new()
    {
        { "type Query { __a: Int }", "The name of \"Query.__a\" of \"sdl\" begins with two underscores, which is kept for introspection. Rename it." },
        { "type Query { a(__b: Int): Int }", "The name of \"Query.a(__b:)\" of \"sdl\" begins with two underscores, which is kept for introspection. Rename it." },
        { "type Query { a: Int } type __T { a: Int }", "The name of \"__T\" of \"sdl\" begins with two underscores, which is kept for introspection. Rename it." },
        { "type Query { a: Int } type T", "The type \"T\" of \"sdl\" has no field. Give it a field, or leave it out." },
        { "type Query { a: Int } union U", "The type \"U\" of \"sdl\" has no member. Give it a member, or leave it out." },
        { "type Query { a: Int } enum E", "The type \"E\" of \"sdl\" has no value. Give it a value, or leave it out." },
        { "type Query { a: Int } input I", "The type \"I\" of \"sdl\" has no field. Give it a field, or leave it out." },
        { "type Query { a: I } input I { a: Int }", "The field \"Query.a\" of \"sdl\" returns \"I\", which is an input type. Return an output type." },
        { "type Query { a(b: Query): Int }", "\"Query.a(b:)\" of \"sdl\" takes \"Query\", which is not an input type. Take a scalar, an enum or an input object type." },
        { "type Query { a: Int } input I { b: [Query!] }", "\"I.b\" of \"sdl\" takes \"[Query!]\", which is not an input type. Take a scalar, an enum or an input object type." },
        { "type Query { a: Missing }", "\"Query.a\" of \"sdl\" has the type \"Missing\", which nobody defines. Correct the name, or let \"sdl\" depend on the module that defines the type." },
        { "type Query { a: Int a: Int }", "\"Query.a\" is defined by \"sdl\" and by \"sdl\". Define it once." },
        { "type Query { a: Int } type Query { b: Int }", "The type \"Query\" is defined by \"sdl\" and by \"sdl\". Define it once." },
        { "type Query implements I { a: Int } interface I { b: Int }", "The type \"Query\" implements \"I\" (by \"sdl\"), but has no field \"b\", which \"sdl\" put into the interface. Add \"Query.b: Int\"." },
        { "type Query implements I { a: String } interface I { a: Int }", "The field \"Query.a\" of \"sdl\" has the type \"String\", but \"I.a\" of \"sdl\" promises \"Int\". Return the promised type or a narrower one." },
        { "type Query implements I { a: Int } interface I { a: Int! }", "The field \"Query.a\" of \"sdl\" has the type \"Int\", but \"I.a\" of \"sdl\" promises \"Int!\". Return the promised type or a narrower one." },
        { "type Query implements I { a: Int } interface I { a(b: Int): Int }", "The field \"Query.a\" of \"sdl\" lacks the argument \"b\" that \"I.a\" of \"sdl\" promises. Let it take \"b: Int\"." },
        { "type Query implements I { a(b: Int!): Int } interface I { a(b: Int): Int }", "The argument \"Query.a(b:)\" of \"sdl\" has the type \"Int!\", but \"I.a\" of \"sdl\" promises \"Int\". Let it take \"b: Int\"." },
        { "type Query implements I { a(b: Int!): Int } interface I { a: Int }", "The argument \"Query.a(b:)\" of \"sdl\" is required, but \"I.a\" of \"sdl\" does not have it. Make it optional or give it a default." },
        { "type Query implements I { a: Int @deprecated } interface I { a: Int }", "The field \"Query.a\" of \"sdl\" is deprecated, but \"I.a\" of \"sdl\" is not. Deprecate both or none." },
        { "type Query implements I { a: Int } interface I implements J { a: Int } interface J { a: Int }", "The type \"Query\" implements \"I\" (by \"sdl\"), but not \"J\", which \"I\" implements. Let \"Query\" implement \"J\" too." },
        { "type Query implements Q { a: Int } scalar Q", "The type \"Query\" implements \"Q\", by \"sdl\", but \"Q\" of \"sdl\" is not an interface. Name an interface." },
        { "type Query implements I & I { a: Int } interface I { a: Int }", "The type \"Query\" implements \"I\" twice, by \"sdl\" and by \"sdl\". Say it once." },
        { "type Query { a: Int } union U = Query | Int", "The type \"U\" has the member \"Int\", by \"sdl\", but \"Int\" of \"GraphQL\" is not an object type. Name an object type." },
        { "type Query { a: Int } input I { i: I! }", "The input object type \"I\" of \"sdl\" can have no finite value, since it contains itself through I.i. Make one of these fields optional or a list." },
        { "type Query { a: Int } input I @oneOf { i: I j: I }", "The input object type \"I\" of \"sdl\" can have no finite value, since it contains itself through I.i, I.j. Make one of these fields optional or a list." },
        { "type Query { a: Int } input I @oneOf { i: Int! }", "The field \"I.i\" of \"sdl\" is non-null in a oneOf type. Make it nullable." },
        { "type Query { a: Int } input I @oneOf { i: Int = 1 }", "The field \"I.i\" of \"sdl\" has a default in a oneOf type. Remove the default." },
        { "type Query { a(b: Int = \"x\"): Int }", "\"Query.a(b:)\" of \"sdl\" has the default \"x\", which is not a value of \"Int\": Int cannot represent non-integer value: \"x\" Correct the default." },
        { "type Query { a(b: [E!] = [A, C]): Int } enum E { A B }", "\"Query.a(b:)\" of \"sdl\" has the default [A, C], which is not a value of \"[E!]\": \"E\" has no value C. Correct the default." },
        { "type Query { a(b: I = {c: 1}): Int } input I { d: Int! }", "\"Query.a(b:)\" of \"sdl\" has the default {c: 1}, which is not a value of \"I\": \"I\" has no field \"c\". Correct the default." },
        { "type Query { a: Int } input I { i: I = {} }", "The default of \"I.i\" of \"sdl\" contains itself through I.i. Remove one of these defaults." },
        { "type Query { a(b: Int! @deprecated): Int }", "\"Query.a(b:)\" of \"sdl\" is deprecated, but must be given. Make it optional, or give it a default, before it is deprecated." },
        { "type Query { a: Int } directive @d(a: Query) on FIELD", "\"@d(a:)\" of \"sdl\" takes \"Query\", which is not an input type. Take a scalar, an enum or an input object type." },
        { "type Query { a: Int } directive @d on FIELD directive @d on QUERY", "The directive \"@d\" is defined by \"sdl\" and by \"sdl\". Rename one of them." },
        { "type Query { a: Int } extend type T { a: Int }", "\"sdl\" extends the type \"T\", which nobody defines. Correct the name, let \"sdl\" depend on the module that defines the type, or make the extension optional." },
        { "type Query { a: Int } extend input Query { b: Int }", "\"sdl\" extends \"Query\" as an input object type, but \"sdl\" defines it as an object type. Extend it as what it is." },
        { "scalar Query", "The root type \"Query\" of \"sdl\" is not an object type. Define it as an object type." },
        { "schema { query: Q } type Query { a: Int }", "The root type \"Q\" is not defined. Define it as an object type with at least one field." },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_schema_that_breaks_a_rule_is_refused(string sdl, string expected)
    {
        var exception = Assert.Throws<SchemaException>(() => SdlReader.Read(sdl).Build());

        Assert.Equal([expected], exception.Conflicts.Select(conflict => conflict.ToString()));
    }

    [Theory]
    [InlineData("type Query implements I { a: [Query!]! } interface I { a(b: Int = 1): [I] }", false)]
    [InlineData("type Query implements I { a(c: Int = 1, d: Int): [Query!]! } interface I { a: [I] }", true)]
    [InlineData("type Query implements I & J { a: Int! } interface I implements J { a: Int } interface J { a: Int }", true)]
    [InlineData("type Query { a: U } type T implements N { u: T } union U = T | Query interface N { u: U }", true)]
    [InlineData("type Query { a: Int } input I { i: I j: [I!]! k: J } input J { i: I! }", true)]
    [InlineData("type Query { a: Int } input I @oneOf { i: I j: Int }", true)]
    [InlineData("type Query { a: Int } input I { i: I = {i: null} }", true)]
    [InlineData("type Query { a(b: [[Int]] = 1, c: Float = 1, d: ID = 1, e: I = {f: 1}): Int } input I { f: [Int!]! g: Int! = 1 }", true)]
    public void Covariance_and_finite_inputs_are_judged_as_the_specification_does(string sdl, bool isValid)
    {
        var exception = Record.Exception(() => SdlReader.Read(sdl).Build());

        Assert.True(isValid == exception is null, exception?.Message);
    }

    [Fact]
    public void Fields_need_resolvers_where_the_schema_is_to_execute()
    {
        var builder = SdlReader.Read("type Query { a: I } interface I { b: Int } type T implements I { b: Int }");
        builder.MustExecute = true;

        var exception = Assert.Throws<SchemaException>(builder.Build);

        Assert.Equal(
            """
            The schema has 2 conflicts:
            - The field "Query.a" of "sdl" has no resolver. Give it one.
            - The field "T.b" of "sdl" has no resolver. Give it one.
            """,
            exception.Message);
    }
}
