using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Modular.GraphQL.AspNetCore.Tests.Incremental;

/// <summary>Reads the parts of a <c>multipart/mixed</c> answer, each as soon as it is complete.</summary>
internal sealed class PartsReader(HttpResponseMessage response) : IDisposable
{
    private MultipartReader? reader;

    /// <summary>The next part; absent at the end.</summary>
    public async Task<string?> NextAsync()
    {
        reader ??= new MultipartReader("-", await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        if (await reader.ReadNextSectionAsync(TestContext.Current.CancellationToken) is not { } section)
            return null;
        Assert.Equal("application/json; charset=utf-8", section.ContentType);
        using var text = new StreamReader(section.Body, Encoding.UTF8);
        return await text.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>All parts to the end.</summary>
    public async Task<List<string>> AllAsync()
    {
        var parts = new List<string>();
        while (await NextAsync() is { } part)
            parts.Add(part);
        return parts;
    }

    public void Dispose() => response.Dispose();
}
