using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Modular.Kernel.GraphQL.Tests.Fixtures;

/// <summary>Compares whole responses, order included, without regard to white space.</summary>
internal static class Answers
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Equal(string expected, string actual) => Assert.Equal(Format(expected), Format(actual));

    /// <summary>The values of one property of all objects in a response, in order.</summary>
    public static IReadOnlyList<string> All(string json, string property)
    {
        var found = new List<string>();
        Collect(JsonNode.Parse(json), property, found);
        return found;
    }

    private static void Collect(JsonNode? node, string property, List<string> found)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                    Collect(item, property, found);
                break;
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    if (name == property)
                        found.Add(value?.ToString() ?? "null");
                    else
                        Collect(value, property, found);
                }

                break;
        }
    }

    private static string Format(string json) => JsonNode.Parse(json)!.ToJsonString(Readable);
}
