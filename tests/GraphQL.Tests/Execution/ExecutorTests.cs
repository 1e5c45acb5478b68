using static Modular.GraphQL.Tests.Execution.SchemaOf;

namespace Modular.GraphQL.Tests.Execution;

public sealed class ExecutorTests
{
    [Fact]
    public async Task A_field_is_answered()
    {
        var schema = Types(new ObjectTypeSmoke().Query);

        Assert.Equal("""{"data":{"a":"Apple","b":[1,2],"__typename":"Query"}}""", await Answer.To(schema, "{ a b __typename }"));
    }

    private sealed class ObjectTypeSmoke
    {
        public TypeSystem.ObjectTypeDefinition Query { get; } = new("Query")
        {
            Fields = [Constant("a", "String", "Apple"), Constant("b", "[Int!]!", new[] { 1, 2 })],
        };
    }
}
