using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Modular.EndToEnd.Tests.Abuse;

/// <summary>Requests that are wrong as HTTP, or ask for what is not there.</summary>
[Collection(nameof(AbusedHost))]
public sealed class ConnectionAbuseTests(AbusedHost host)
{
    [Fact]
    public async Task A_mutation_by_get_is_refused()
    {
        using var response = await host.Http.GetAsync($"{host.Path}?query=mutation{{__typename}}", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (response.StatusCode, string.Join(", ", response.Content.Headers.Allow)));
    }

    [Theory]
    [InlineData("variables=[[[[")]
    [InlineData("variables={\"v\":\"\\ud800\"}")]
    [InlineData("variables={\"v\":1,\"v\":2}")]
    [InlineData("extensions=1")]
    public async Task Wrong_parameters_are_refused(string parameter)
    {
        using var response = await host.Http.GetAsync($"{host.Path}?query={{__typename}}&{parameter}", TestContext.Current.CancellationToken);

        var answer = AbuseAnswer.Of((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((400, "BAD_REQUEST"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("/../../etc/passwd/graphql")]
    [InlineData("/..%2f..%2fetc%2fpasswd/graphql")]
    [InlineData("/nam-dinh%2f..%2fninh-thuan/graphql")]
    [InlineData("/nam-dinh'%20or%20'1'='1/graphql")]
    [InlineData("/%ff%fe/graphql")]
    [InlineData("/NAM-DINH%20/graphql")]
    public async Task A_province_that_does_not_exist_is_not_found(string path)
    {
        var reply = await host.SendRawAsync(host.Head("Content-Length: 22\r\n", path: path), "{\"query\":\"{modules}\"}\n");

        Assert.StartsWith("HTTP/1.1 404 Not Found\r\n", reply, StringComparison.Ordinal);
        await host.AnswersAsEverAsync();
    }

    [Theory]
    [InlineData("{\"userName\":\"a\\u0000\",\"password\":\"x\"}", 401, "SIGN_IN_REFUSED")]
    [InlineData("{\"userName\":\"\\ud800\",\"password\":\"x\"}", 400, "INVALID_INPUT")]
    [InlineData("{\"userName\":null,\"password\":\"x\"}", 400, "INVALID_INPUT")]
    [InlineData("[[[[", 400, "INVALID_INPUT")]
    public async Task Who_signs_in_with_nonsense_is_refused(string body, int status, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Http.PostAsync("/auth/login", content, TestContext.Current.CancellationToken);

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((status, code), ((int)response.StatusCode, (string?)answer["code"]));
        await host.AnswersAsEverAsync();
    }

    [Fact]
    public async Task Too_many_headers_are_refused()
    {
        var reply = await host.SendRawAsync(host.Head(string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: a\r\n"))));

        Assert.StartsWith("HTTP/1.1 431 ", reply, StringComparison.Ordinal);
        await host.AnswersAsEverAsync();
    }

    [Fact]
    public async Task Headers_that_are_too_long_are_refused()
    {
        var reply = await host.SendRawAsync(host.Head($"X-Long: {new string('a', 40_000)}\r\n"));

        Assert.StartsWith("HTTP/1.1 431 ", reply, StringComparison.Ordinal);
        await host.AnswersAsEverAsync();
    }

    [Fact]
    public async Task Chunks_that_are_not_as_long_as_they_say_are_refused()
    {
        var reply = await host.SendRawAsync(host.Head("Transfer-Encoding: chunked\r\n"), "5\r\n{\"query\":\"{__typename}\"}\r\n0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", reply, StringComparison.Ordinal);
        Assert.Contains("BAD_REQUEST", reply, StringComparison.Ordinal);
        await host.AnswersAsEverAsync();
    }

    [Fact]
    public async Task Beside_chunks_a_length_does_not_count()
    {
        var reply = await host.SendRawAsync(host.Head("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n"), "18\r\n{\"query\":\"{__typename}\"}\r\n0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", reply, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"data\":{\"__typename\":\"Query\"}}", reply, StringComparison.Ordinal);
        await host.AnswersAsEverAsync();
    }

    [Fact]
    public async Task Chunks_without_an_end_are_cut_off_at_the_limit()
    {
        var chunk = $"10000\r\n{new string(' ', 65536)}\r\n";

        var reply = await host.SendRawAsync([host.Head("Transfer-Encoding: chunked\r\n"), .. Enumerable.Repeat(chunk, 17)]);

        Assert.StartsWith("HTTP/1.1 413 ", reply, StringComparison.Ordinal);
        Assert.Contains("PAYLOAD_TOO_LARGE", reply, StringComparison.Ordinal);
        await host.AnswersAsEverAsync();
    }

    [Fact]
    public async Task A_body_that_does_not_come_is_not_waited_for()
    {
        // The host waits five seconds for the first bytes, then for so many a second.
        var reply = await host.SendRawAsync(host.Head("Content-Length: 100\r\n"), "{\"query\":");

        Assert.StartsWith("HTTP/1.1 408 ", reply, StringComparison.Ordinal);
        Assert.Contains("REQUEST_TIMEOUT", reply, StringComparison.Ordinal);
        await host.AnswersAsEverAsync();
    }

    [Fact]
    public async Task What_is_no_http_is_refused()
    {
        var reply = await host.SendRawAsync("GET\0 / HTTP/9.9\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 ", reply, StringComparison.Ordinal);
        await host.AnswersAsEverAsync();
    }
}
