using System.Text.Json.Nodes;

namespace Modular.GraphQL.Tests.Execution.Incremental;

/// <summary>
/// Puts the parts of a response together as a client does, and fails where they break a rule of the draft: an id is announced once, where something is;
/// only what is announced is delivered, nothing twice; everything is completed once; nothing follows the last part.
/// </summary>
internal sealed class MergedResponse
{
    private readonly Dictionary<string, Announced> open = [];
    private readonly HashSet<string> knownIds = [];
    private readonly List<string> failures = [];
    private readonly List<JsonNode> errors = [];

    private MergedResponse(JsonNode? data) => Data = data;

    public JsonNode? Data { get; }

    /// <summary>All errors, wherever in the parts they were told, sorted.</summary>
    public IReadOnlyList<string> Errors => [.. errors.Select(error => Sorted(error)!.ToJsonString()).Order(StringComparer.Ordinal)];

    /// <summary>What was announced and could not be delivered, or not to its end: path, label and messages, sorted.</summary>
    public IReadOnlyList<string> Failures => [.. failures.Order(StringComparer.Ordinal)];

    public static MergedResponse Of(IReadOnlyList<JsonObject> parts)
    {
        var merged = new MergedResponse(parts[0]["data"]?.DeepClone());
        merged.AddErrors(parts[0]);
        foreach (var pending in Entries(parts[0], "pending"))
        {
            merged.Announce(pending!);
            merged.CheckPlace(pending!);
        }

        for (var i = 1; i < parts.Count; i++) merged.Add(parts[i]);
        Assert.True(parts.Count == 1 ? !HasNext(parts[0]) : parts.SkipLast(1).All(HasNext) && !HasNext(parts[^1]), "hasNext is wrong.");
        Assert.Empty(merged.open);
        return merged;
    }

    /// <summary>The same value whatever the order of keys.</summary>
    public static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject item => new JsonObject(item.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, Sorted(entry.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    private static bool HasNext(JsonObject part) => part["hasNext"]?.GetValue<bool>() == true;

    private void Add(JsonObject part)
    {
        // What is delivered may be announced by the same part, and its place be delivered just before.
        foreach (var pending in Entries(part, "pending")) Announce(pending!);
        foreach (var entry in Entries(part, "incremental")) Deliver(entry!.AsObject());
        foreach (var pending in Entries(part, "pending")) CheckPlace(pending!);
        foreach (var entry in Entries(part, "completed")) Complete(entry!.AsObject());
        AddErrors(part);
    }

    private void Announce(JsonNode pending)
    {
        var id = pending["id"]!.GetValue<string>();
        Assert.True(knownIds.Add(id), $"The id {id} is announced twice.");
        open.Add(id, new(pending["path"]!.AsArray(), pending["label"]?.GetValue<string>()));
    }

    private void CheckPlace(JsonNode pending)
    {
        var path = pending["path"]!.AsArray();
        Assert.True(Resolve(path) is JsonObject or JsonArray, $"There is nothing at {path.ToJsonString()}, which is announced.");
    }

    private void Deliver(JsonObject entry)
    {
        var target = open[entry["id"]!.GetValue<string>()];
        AddErrors(entry);
        if (entry["items"] is JsonArray items)
        {
            foreach (var item in items) Resolve(target.Path)!.AsArray().Add(item?.DeepClone());
            return;
        }

        var into = Resolve([.. target.Path.Concat(Entries(entry, "subPath")).Select(key => key!.DeepClone())])!.AsObject();
        foreach (var (key, value) in entry["data"]!.AsObject())
        {
            Assert.True(into.TryAdd(key, value?.DeepClone()), $"{key} is delivered twice at {target.Path.ToJsonString()}.");
        }
    }

    private void Complete(JsonObject entry)
    {
        Assert.True(open.Remove(entry["id"]!.GetValue<string>(), out var completed), "What is not announced is completed.");
        AddErrors(entry);
        var messages = Entries(entry, "errors").Select(error => error!["message"]!.GetValue<string>()).ToArray();
        if (messages.Length > 0) failures.Add($"{completed.Path.ToJsonString()} {completed.Label} {string.Join(';', messages)}");
    }

    private void AddErrors(JsonObject holder) => errors.AddRange(Entries(holder, "errors")!);

    private static IEnumerable<JsonNode?> Entries(JsonObject holder, string name) => holder[name]?.AsArray() ?? [];

    private JsonNode? Resolve(JsonArray path)
    {
        var current = Data;
        foreach (var key in path)
        {
            current = current switch
            {
                JsonObject item => item[key!.GetValue<string>()],
                JsonArray list when key!.GetValue<int>() < list.Count => list[key.GetValue<int>()],
                _ => null,
            };
        }

        return current;
    }

    private sealed record Announced(JsonArray Path, string? Label);
}
