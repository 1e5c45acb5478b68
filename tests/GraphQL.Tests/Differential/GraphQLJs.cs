using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Modular.GraphQL.Tests.Differential;

/// <summary>graphql-js in a node process of its own, which is asked many questions at once.</summary>
internal static class GraphQLJs
{
    // Node splits its input at LF only, but U+2028 and the like must reach it unharmed; everything beyond ASCII is escaped.
    private static readonly JsonSerializerOptions Ascii = new() { Encoder = JavaScriptEncoder.Default };

    private static readonly NodeProject Node = new("tests", "GraphQL.Tests", "Differential");

    /// <summary>Asks all the questions of one process and gives the answers in the same order.</summary>
    public static async Task<JsonObject[]> AskAsync(
        string? schemaSdl, IReadOnlyList<JsonObject> questions, CancellationToken cancellation, string driver = "driver.mjs")
    {
        var schemaFile = Path.GetTempFileName();
        try
        {
            if (schemaSdl is not null)
                await File.WriteAllTextAsync(schemaFile, schemaSdl, cancellation);

            string[] arguments = schemaSdl is null ? [driver] : [driver, schemaFile];
            var input = string.Concat(questions.Select(question => question.ToJsonString(Ascii) + "\n"));
            var output = await Node.RunAsync(arguments, input, cancellation);
            var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToArray();
            Assert.Equal(questions.Count, answers.Length);
            return answers;
        }
        finally
        {
            File.Delete(schemaFile);
        }
    }
}
