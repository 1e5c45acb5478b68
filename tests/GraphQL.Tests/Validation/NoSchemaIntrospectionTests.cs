using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL.Tests.Validation;

public sealed class NoSchemaIntrospectionTests
{
    private static readonly Schema Schema = SdlReader.Read("type Query { human: Human } type Human { name: String }").Build();

    private static readonly ValidationOptions Off = new() { Introspection = false };

    [Theory]
    [InlineData("{ __typename }")]
    [InlineData("{ human { __typename } }")]
    [InlineData(
        "{ __schema { description } }",
        "GraphQL introspection has been disabled, but the requested query contained the field \"__schema\". (1:3)")]
    [InlineData(
        "{ ...F } fragment F on Query { __type(name: \"Human\") { name } }",
        "GraphQL introspection has been disabled, but the requested query contained the field \"__type\". (1:32)")]
    [InlineData("{ humn { __typename } }", "Cannot query field \"humn\" on type \"Query\". (1:3)")]
    public void Documents_do_not_ask_for_the_schema_where_introspection_is_off(string document, params string[] errors) =>
        Assert.Equal(errors, Harness.ErrorsOf(Schema, document, Off));
}
