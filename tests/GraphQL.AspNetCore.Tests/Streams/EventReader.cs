using System.Text;
using Modular.TestKit;

namespace Modular.GraphQL.AspNetCore.Tests.Streams;

/// <summary>Reads an answer as a browser's <c>EventSource</c> does, and tells comments as well.</summary>
public sealed class EventReader(HttpResponseMessage response) : IDisposable
{
    private StreamReader? reader;

    public HttpResponseMessage Response => response;

    public int Status => (int)response.StatusCode;

    public Task<string> BodyAsync() => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>The next event as <c>name: data</c>, passing over comments; absent at the end.</summary>
    public async Task<string?> NextAsync()
    {
        while (await NextOrCommentAsync() is { } text)
        {
            if (text != ":")
                return text;
        }

        return null;
    }

    /// <summary>The next event, or <c>:</c> for a comment; absent at the end.</summary>
    public async Task<string?> NextOrCommentAsync()
    {
        reader ??= new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), Encoding.UTF8);
        string name = "message";
        List<string> data = [];
        var isComment = false;
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().PatientlyAsync() is { } line)
        {
            if (line.Length == 0)
                return isComment ? ":" : $"{name}: {string.Join('\n', data)}";
            isComment |= line[0] == ':';
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line["event: ".Length..];
            if (line.StartsWith("data:", StringComparison.Ordinal))
                data.Add(line["data:".Length..].TrimStart(' '));
        }

        return null;
    }

    /// <summary>All events to the end.</summary>
    public async Task<List<string>> AllAsync()
    {
        var events = new List<string>();
        while (await NextAsync() is { } text)
            events.Add(text);
        return events;
    }

    public void Dispose()
    {
        reader?.Dispose();
        response.Dispose();
    }
}
