using System.Text.Json;
using System.Text.Json.Nodes;
using Modular.Kernel.Events;
using Modular.Kernel.Policies;

namespace Modular.Kernel.Postgres.Policies;

/// <summary>Lays what a province decided over the default values of a policy.</summary>
internal static class PolicyJson
{
    /// <exception cref="JsonException">A stored value does not fit the policy.</exception>
    public static TPolicy Over<TPolicy>(string? overrides)
        where TPolicy : class, IPolicy, new()
    {
        if (overrides is null)
            return new TPolicy();
        var values = JsonSerializer.SerializeToNode(new TPolicy(), EventJson.Options)!.AsObject();
        if (JsonNode.Parse(overrides) is not JsonObject decided)
            throw new JsonException($"The values of the policy {TPolicy.Key} are an object.");
        foreach (var (name, value) in decided)
        {
            if (!values.ContainsKey(name))
                throw new JsonException($"The policy {TPolicy.Key} has no value '{name}'.");
            values[name] = value?.DeepClone();
        }

        return values.Deserialize<TPolicy>(EventJson.Options)!;
    }

    /// <summary>What of a policy differs from its default values.</summary>
    public static string Differences<TPolicy>(TPolicy policy)
        where TPolicy : class, IPolicy, new()
    {
        var defaults = JsonSerializer.SerializeToNode(new TPolicy(), EventJson.Options)!.AsObject();
        var differences = new JsonObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(policy, EventJson.Options)!.AsObject())
        {
            if (!JsonNode.DeepEquals(value, defaults[name]))
                differences[name] = value?.DeepClone();
        }

        return differences.ToJsonString();
    }
}
