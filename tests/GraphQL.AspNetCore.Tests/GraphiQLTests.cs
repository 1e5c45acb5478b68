using System.Text.RegularExpressions;

namespace Modular.GraphQL.AspNetCore.Tests;

public sealed partial class GraphiQLTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    [Fact]
    public async Task Browsers_are_shown_a_page_whose_files_this_host_serves()
    {
        var page = await server.GetAsync("/nam-dinh/graphql", Browser);
        var files = Reference().Matches(page.Body).Select(match => match.Groups[1].Value).Where(file => file != "data:,").ToArray();

        Assert.Equal((200, "text/html; charset=utf-8"), (page.Status, page.ContentType));
        Assert.Equal(["/nam-dinh/graphql/graphiql/graphiql.css", "/nam-dinh/graphql/graphiql/graphiql.js"], files);
        foreach (var file in files)
        {
            var reply = await server.GetAsync(file, accept: null);
            Assert.Equal(200, reply.Status);
            Assert.True(reply.Body.Length > 100_000, $"{file} is too short to be it.");
        }
    }

    [Fact]
    public async Task The_page_allows_no_scripts_but_those_of_this_host_and_holds_none_itself()
    {
        var page = await server.GetAsync("/nam-dinh/graphql", Browser);

        Assert.Contains("default-src 'none'; script-src 'self';", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.All(Script().Matches(page.Body), script => Assert.Equal("", script.Groups[1].Value));
        Assert.DoesNotMatch("https?://", page.Body);
    }

    [Fact]
    public async Task The_address_is_written_into_the_page_as_text()
    {
        var page = await server.GetAsync("/%22%3E%3Cscript%3E/graphql", Browser);

        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("\"><script>", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_not_sent_again_to_browsers_that_have_them()
    {
        var first = await server.GetAsync("/nam-dinh/graphql/graphiql/graphiql.css", accept: null);

        var second = await server.SendAsync(
            HttpMethod.Get, "/nam-dinh/graphql/graphiql/graphiql.css", null, accept: null, ("If-None-Match", first.Headers["ETag"]));

        Assert.Equal((200, "text/css; charset=utf-8"), (first.Status, first.ContentType));
        Assert.Equal((304, ""), (second.Status, second.Body));
    }

    [Fact]
    public async Task Licences_of_what_is_bundled_are_served_and_other_files_are_not()
    {
        Assert.Equal(200, (await server.GetAsync("/nam-dinh/graphql/graphiql/THIRD-PARTY-NOTICES.txt", accept: null)).Status);
        Assert.Equal(404, (await server.GetAsync("/nam-dinh/graphql/graphiql/index.html", accept: null)).Status);
    }

    [Theory]
    [InlineData("application/json, text/html;q=0.5")]
    [InlineData("*/*")]
    public async Task Clients_that_rather_have_json_get_json(string accept)
    {
        var reply = await server.GetAsync("/nam-dinh/graphql?query={province}", accept);

        Assert.Equal((200, "application/json; charset=utf-8"), (reply.Status, reply.ContentType));
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Reference();

    [GeneratedRegex("<script[^>]*>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
