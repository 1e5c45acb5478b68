using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Modular.TestKit.Hosts;

/// <summary>What the host answered to an operation.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Body">The whole response.</param>
public sealed record GraphQLAnswer(HttpStatusCode Status, JsonObject Body)
{
    /// <summary>The data of an answer without errors.</summary>
    public JsonObject Data
    {
        get
        {
            Assert.True(Body["errors"] is null, Body.ToJsonString());
            return Body["data"]!.AsObject();
        }
    }

    /// <summary>The codes of the errors, in order.</summary>
    public IReadOnlyList<string?> ErrorCodes =>
        [.. (Body["errors"]?.AsArray() ?? []).Select(error => (string?)error!["extensions"]?["code"])];

    /// <summary>Compares the whole data with what is written as JSON, without regard to white space.</summary>
    public void HasData(string json) => Equal(json, Data);

    /// <summary>Compares the whole response with what is written as JSON, without regard to white space.</summary>
    public void Is(string json) => Equal(json, Body);

    private static void Equal(string expected, JsonNode actual) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(Readable), actual.ToJsonString(Readable));

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
