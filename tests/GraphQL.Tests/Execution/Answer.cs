using System.Buffers;
using System.Text;
using System.Text.Json;
using Modular.GraphQL.Execution;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>Asks the whole engine, and gives the whole response as text.</summary>
internal static class Answer
{
    public static async Task<string> To(
        Schema schema, string query, string? variables = null, string? operationName = null, RequestContext? context = null, GraphQLEngineOptions? options = null)
        => (await Ask(schema, query, variables, operationName, context, options)).Json;

    public static async Task<(string Json, ExecutionOutcome Outcome)> Ask(
        Schema schema, string query, string? variables = null, string? operationName = null, RequestContext? context = null,
        GraphQLEngineOptions? options = null, bool queriesOnly = false)
    {
        using var json = variables is null ? null : JsonDocument.Parse(variables);
        var request = new GraphQLRequest(query) { OperationName = operationName, Variables = json?.RootElement ?? default, QueriesOnly = queriesOnly };
        var output = new ArrayBufferWriter<byte>();
        var engine = new GraphQLEngine(options);
        var outcome = await engine.ExecuteAsync(schema, request, context ?? new() { CancellationToken = TestContext.Current.CancellationToken }, output);
        return (Encoding.UTF8.GetString(output.WrittenSpan), outcome);
    }
}
