namespace Modular.GraphQL.AspNetCore.Tests;

public sealed class GetTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Address = "/ninh-thuan/graphql";

    [Fact]
    public async Task A_query_is_answered()
    {
        var query = Uri.EscapeDataString("query A { province } query B($n: String) { greeting(name: $n) }");

        var reply = await server.GetAsync($"{Address}?query={query}&operationName=B&variables={Uri.EscapeDataString("{\"n\":\"Bác Hồ\"}")}&extensions={{}}");

        Assert.Equal((200, """{"data":{"greeting":"Hello, Bác Hồ!"}}"""), (reply.Status, reply.Body));
    }

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/json")]
    public async Task A_mutation_is_not_allowed(string accept)
    {
        var reply = await server.GetAsync(Address + "?query=" + Uri.EscapeDataString("mutation { rename(name: \"x\") }"), accept);

        Assert.Equal((405, "POST", "OPERATION_NOT_ALLOWED"), (reply.Status, reply.Allow, reply.Error.Code));
    }

    [Theory]
    [InlineData("", "The request needs one parameter \"query\".")]
    [InlineData("?query=", "The request needs one parameter \"query\".")]
    [InlineData("?query={a}&query={b}", "The request needs one parameter \"query\".")]
    [InlineData("?query={province}&variables=[]", "The parameter \"variables\" must be a JSON object.")]
    [InlineData("?query={province}&variables={", "The parameter \"variables\" must be a JSON object.")]
    [InlineData("?query={province}&extensions=1", "The parameter \"extensions\" must be a JSON object.")]
    public async Task What_is_wrong_with_the_parameters_is_told(string parameters, string message)
    {
        var reply = await server.GetAsync(Address + parameters);

        Assert.Equal((400, (message, "BAD_REQUEST")), (reply.Status, reply.Error));
    }
}
