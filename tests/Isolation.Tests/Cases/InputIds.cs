using System.Text.Json.Nodes;
using Modular.Isolation.Tests.Schema;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The places of ids in inputs.</summary>
internal static class InputIds
{
    /// <summary>The places in an input type, as <c>input.decision.authorityOrganizationId</c>.</summary>
    public static IEnumerable<string> Of(ServedSchema schema, string inputType, string path = "input") =>
        schema[inputType].Inputs.SelectMany(field => schema[field.Type.Named].Kind == "INPUT_OBJECT"
            ? Of(schema, field.Type.Named, $"{path}.{field.Name}")
            : IsId(field) ? [$"{path}.{field.Name}"] : []);

    /// <summary>The places that an input fills.</summary>
    public static IEnumerable<string> Filled(ServedSchema schema, string inputType, JsonNode input, string path = "input")
    {
        foreach (var field in schema[inputType].Inputs)
        {
            if (First(input[field.Name]) is not { } value)
                continue;
            if (value is JsonObject inner)
            {
                foreach (var place in Filled(schema, field.Type.Named, inner, $"{path}.{field.Name}"))
                    yield return place;
            }
            else if (IsId(field))
            {
                yield return $"{path}.{field.Name}";
            }
        }
    }

    /// <summary>The id in a place; the first where there are several.</summary>
    public static string At(JsonNode input, string path)
    {
        var value = path.Split('.')[1..].Aggregate(input, (within, name) => First(within[name])!);
        return (string)value!;
    }

    /// <summary>Puts an id into a place.</summary>
    public static void Put(JsonNode input, string path, string id)
    {
        var names = path.Split('.')[1..];
        var target = names[..^1].Aggregate(input, (within, name) => First(within[name])!);
        target[names[^1]] = target[names[^1]] is JsonArray ? new JsonArray(id) : id;
    }

    /// <summary>The value; of a list its first one.</summary>
    private static JsonNode? First(JsonNode? value) => value is JsonArray several ? several.FirstOrDefault() : value;

    private static bool IsId(ServedInput field) => field.Type.Named is "ID" or "UUID";
}
