using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Validation;

public sealed class KnownOperationTypesTests
{
    private static readonly Schema OnlyQueries = SdlReader.Read("type Query { a: Int }").Build();

    [Theory]
    [InlineData("{ a }")]
    [InlineData("mutation M { a }", "The mutation operation is not supported by the schema. (1:1)")]
    [InlineData("{ a }\nsubscription S { a }", "The subscription operation is not supported by the schema. (2:1)", "This anonymous operation must be the only defined operation. (1:1)")]
    public void Operations_have_a_root_type(string document, params string[] errors) => Assert.Equal(errors, Harness.ErrorsOf(OnlyQueries, document));
}
