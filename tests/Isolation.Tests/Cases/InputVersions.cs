using System.Text.Json.Nodes;
using Modular.Isolation.Tests.Schema;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The versions that inputs name, so that nobody writes over what somebody else has changed.</summary>
internal static class InputVersions
{
    private const string Name = "expectedVersion";

    // No object of the tests is changed so often.
    private const int Another = 87_654;

    /// <summary>Whether an input type holds a version, at whatever depth.</summary>
    public static bool AreIn(ServedSchema schema, string inputType) => schema[inputType].Inputs.Any(field =>
        field.Name == Name || (schema[field.Type.Named].Kind == "INPUT_OBJECT" && AreIn(schema, field.Type.Named)));

    /// <summary>The input with other versions than the present ones; null where it names none.</summary>
    public static JsonNode? Outdated(JsonNode input)
    {
        var copy = input.DeepClone();
        return Exchange(copy) ? copy : null;
    }

    private static bool Exchange(JsonNode? value)
    {
        var exchanged = false;
        if (value is JsonArray several)
        {
            foreach (var element in several)
                exchanged |= Exchange(element);
            return exchanged;
        }

        if (value is not JsonObject fields)
            return false;
        foreach (var (_, inner) in fields)
            exchanged |= Exchange(inner);
        if (!fields.ContainsKey(Name))
            return exchanged;
        fields[Name] = Another;
        return true;
    }
}
