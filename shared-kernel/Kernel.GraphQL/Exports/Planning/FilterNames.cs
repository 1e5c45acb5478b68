using System.Text.Json;
using Modular.GraphQL.Language;

namespace Modular.Kernel.GraphQL.Exports.Planning;

/// <summary>Tells by what the rows of a list are chosen: the names in the arguments of the fields that lead to it, and in the variables.</summary>
internal static class FilterNames
{
    /// <summary>The names, wherever they stand.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<FieldNode> path, string? variables)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in path.SelectMany(field => field.Arguments))
        {
            names.Add(argument.Name.Value);
            Collect(argument.Value, names);
        }

        if (variables is null)
            return names;
        using var given = JsonDocument.Parse(variables);
        Collect(given.RootElement, names);
        return names;
    }

    private static void Collect(ValueNode value, HashSet<string> names)
    {
        switch (value)
        {
            case ObjectValue record:
                foreach (var field in record.Fields)
                {
                    names.Add(field.Name.Value);
                    Collect(field.Value, names);
                }

                break;
            case ListValue list:
                foreach (var item in list.Values)
                    Collect(item, names);
                break;
        }
    }

    private static void Collect(JsonElement value, HashSet<string> names)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in value.EnumerateObject())
                {
                    names.Add(property.Name);
                    Collect(property.Value, names);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    Collect(item, names);
                break;
        }
    }
}
