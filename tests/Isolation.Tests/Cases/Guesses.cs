using Modular.Isolation.Tests.Schema;
using Modular.Isolation.Tests.World;

namespace Modular.Isolation.Tests.Cases;

/// <summary>The values that an attacker may guess for an argument: what the victim's data hold, though the attacker cannot know that they do.</summary>
/// <param name="schema">The schema.</param>
/// <param name="ids">The ids that are tried.</param>
/// <param name="uuid">The identifier that is tried where one is meant that is no object's id.</param>
internal sealed class Guesses(ServedSchema schema, IReadOnlyList<string> ids, string uuid)
{
    private const int Nesting = 2;

    /// <summary>Literals for a value of this type; an unknown type needs a rule here.</summary>
    public IReadOnlyList<string> Of(TypeReference type) => Of(type, Nesting);

    private IReadOnlyList<string> Of(TypeReference type, int nesting)
    {
        var values = Of(schema[type.Named], nesting);
        return type.IsList ? [.. values.Select(value => $"[{value}]")] : values;
    }

    private IReadOnlyList<string> Of(ServedType type, int nesting) => type.Kind switch
    {
        "ENUM" => type.Values,
        "INPUT_OBJECT" => [.. Objects(type, nesting)],
        _ => OfScalar(type.Name),
    };

    private IReadOnlyList<string> OfScalar(string name) => name switch
    {
        "String" => [.. Secrets.Texts.Select(text => $"\"{text}\"")],
        "Date" => [$"\"{Secrets.BirthDate}\"", "\"2016-06-01\"", "\"2026-09-15\"", "\"2030-01-01\""],
        "DateTime" => ["\"2026-01-01T00:00:00Z\"", "\"2030-01-01T00:00:00Z\""],
        "Boolean" => ["true", "false"],
        "Int" or "Long" => ["1", "2", "36"],
        "Float" => ["1", "0.5"],
        "ID" => [.. ids.Select(id => $"\"{id}\"")],
        "UUID" => [$"\"{uuid}\""],
        _ => throw new InvalidOperationException($"The suite has no rule for values of type {name}; say in Guesses what an attacker may guess."),
    };

    /// <summary>One object for each guess of each field, with what is required beside.</summary>
    private IEnumerable<string> Objects(ServedType type, int nesting)
    {
        var required = type.Inputs.Where(input => input.Type.IsRequired && !input.HasDefault).ToList();
        foreach (var field in type.Inputs)
        {
            var recursive = field.Type.Named == type.Name;
            if (recursive && nesting == 0)
                continue;
            var guesses = recursive ? [.. Of(field.Type, 0).Take(2)] : Of(field.Type, nesting);
            var beside = string.Concat(required.Where(other => other != field).Select(other => $", {other.Name}: {Of(other.Type, nesting)[0]}"));
            foreach (var guess in guesses)
                yield return $"{{{field.Name}: {guess}{beside}}}";
        }
    }
}
