using System.Text.Json.Nodes;

namespace Modular.TestKit.Hosts;

/// <summary>A subscription that a test follows over server-sent events.</summary>
public sealed class TestSubscription : IDisposable
{
    private readonly HttpResponseMessage response;
    private readonly StreamReader reader;

    private TestSubscription(HttpResponseMessage response, StreamReader reader) => (this.response, this.reader) = (response, reader);

    /// <summary>Takes over an answer whose headers have come in.</summary>
    public static async Task<TestSubscription> OfAsync(HttpResponseMessage response) =>
        new(response, new StreamReader(await response.Content.ReadAsStreamAsync()));

    /// <summary>The next response; null when the host says that the subscription is complete.</summary>
    /// <exception cref="TimeoutException">Nothing came for two minutes.</exception>
    public async Task<JsonObject?> NextAsync()
    {
        var isNext = false;
        while (await reader.ReadLineAsync().PatientlyAsync() is { } line)
        {
            if (line == "event: complete")
                return null;
            if (isNext && line.StartsWith("data: ", StringComparison.Ordinal))
                return JsonNode.Parse(line["data: ".Length..])!.AsObject();
            isNext = line == "event: next";
        }

        throw new EndOfStreamException("The stream ended without being completed.");
    }

    /// <summary>All responses to the end, as compact JSON.</summary>
    public async Task<IReadOnlyList<string>> RestAsync()
    {
        var responses = new List<string>();
        while (await NextAsync() is { } next)
            responses.Add(next.ToJsonString());
        return responses;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        reader.Dispose();
        response.Dispose();
    }
}
