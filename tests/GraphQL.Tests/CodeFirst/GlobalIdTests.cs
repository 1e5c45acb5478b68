using Modular.GraphQL.CodeFirst;

namespace Modular.GraphQL.Tests.CodeFirst;

public sealed class GlobalIdTests
{
    private static readonly Guid Key = new("3f2504e0-4f89-41d3-9a0c-0305e82c3301");

    [Fact]
    public void An_id_tells_type_and_key()
    {
        var id = new GlobalId("Member", Key);

        Assert.Equal("TWVtYmVyOjNmMjUwNGUwLTRmODktNDFkMy05YTBjLTAzMDVlODJjMzMwMQ", id.ToString());
        Assert.True(GlobalId.TryParse(id.ToString(), out var parsed));
        Assert.Equal(id, parsed);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("TWVtYmVy")]
    [InlineData("OjNmMjUwNGUwLTRmODktNDFkMy05YTBjLTAzMDVlODJjMzMwMQ")]
    [InlineData("TWVtYmVyLTNmMjUwNGUwLTRmODktNDFkMy05YTBjLTAzMDVlODJjMzMwMQ")]
    [InlineData("TWVtYmVyOnpmMjUwNGUwLTRmODktNDFkMy05YTBjLTAzMDVlODJjMzMwMQ")]
    public void Anything_else_is_no_id(string? text) => Assert.False(GlobalId.TryParse(text, out _));
}
