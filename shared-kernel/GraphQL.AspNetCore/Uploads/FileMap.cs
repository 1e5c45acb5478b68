using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.GraphQL.AspNetCore.Requests;

namespace Modular.GraphQL.AspNetCore.Uploads;

/// <summary>The <c>map</c> of a multipart request: which file stands for which variables, for instance
/// <c>{"0": ["variables.input.file"]}</c>.</summary>
internal sealed class FileMap
{
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, string[]> places;

    private FileMap(Dictionary<string, string[]> places) => this.places = places;

    public IEnumerable<string> Keys => places.Keys;

    public bool Contains(string key) => places.ContainsKey(key);

    /// <summary>Reads the map; absent if it is not an object of lists of texts.</summary>
    public static FileMap? Read(ReadOnlySpan<byte> json)
    {
        if (!JsonText.IsUnicode(json))
            return null;

        try
        {
            var places = JsonSerializer.Deserialize<Dictionary<string, string[]>>(json, Strict);
            return places is null || places.Values.Any(paths => paths is null || paths.Contains(null)) ? null : new FileMap(places);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Puts marks into the operation's variables where files belong.</summary>
    /// <returns>The place that is not there or not null; absent when all is well.</returns>
    public string? PutInto(JsonNode operation)
    {
        foreach (var (key, paths) in places)
        {
            foreach (var path in paths)
            {
                var isVariable = path.StartsWith("variables.", StringComparison.Ordinal);
                if (!isVariable || !TryPut(operation, path.Split('.'), Upload.PlaceholderOf(key)))
                    return path;
            }
        }

        return null;
    }

    private static bool TryPut(JsonNode operation, string[] steps, string mark)
    {
        JsonNode? node = operation;
        foreach (var step in steps.SkipLast(1))
            node = Step(node, step);

        switch (node)
        {
            case JsonObject map when map.TryGetPropertyValue(steps[^1], out var old) && old is null:
                map[steps[^1]] = mark;
                return true;
            case JsonArray list when IndexIn(list, steps[^1]) is { } index && list[index] is null:
                list[index] = mark;
                return true;
            default:
                return false;
        }
    }

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonObject map => map[step],
        JsonArray list when IndexIn(list, step) is { } index => list[index],
        _ => null,
    };

    private static int? IndexIn(JsonArray list, string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count ? index : null;
}
