using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution.Incremental;

/// <summary>Asks the engine as a client that takes parts of a response later than the rest.</summary>
internal static class Parts
{
    public static async Task<IReadOnlyList<JsonObject>> Of(
        Schema schema, string query, string? variables = null, RequestContext? context = null, GraphQLEngineOptions? options = null,
        Action? onPart = null)
    {
        using var json = variables is null ? null : JsonDocument.Parse(variables);
        var request = new GraphQLRequest(query) { Variables = json?.RootElement ?? default };
        var output = new ArrayBufferWriter<byte>();
        context ??= new() { CancellationToken = TestContext.Current.CancellationToken };
        using var response = await new GraphQLEngine(options).ExecuteIncrementallyAsync(schema, request, context, output);
        var parts = new List<JsonObject> { Parse(output.WrittenMemory) };
        onPart?.Invoke();
        await foreach (var part in response.ReadAsync())
        {
            parts.Add(Parse(part));
            onPart?.Invoke();
        }

        return parts;
    }

    private static JsonObject Parse(ReadOnlyMemory<byte> json) => JsonNode.Parse(json.Span)!.AsObject();
}
