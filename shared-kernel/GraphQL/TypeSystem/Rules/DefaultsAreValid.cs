using Modular.GraphQL.Language;

namespace Modular.GraphQL.TypeSystem;

/// <summary>Defaults are values of their types, and do not contain themselves (specification, sections 3.6.1 and 3.10).</summary>
internal sealed class DefaultsAreValid
{
    private readonly ConflictList conflicts;
    private readonly HashSet<InputField> visited = [];
    private readonly List<(InputField Field, string Coordinate)> path = [];

    private DefaultsAreValid(ConflictList conflicts) => this.conflicts = conflicts;

    public static void Check(Schema schema, ConflictList conflicts)
    {
        foreach (var (coordinate, value) in schema.DefinedInputs().Where(element => element.Value.HasDefault && element.Value.Type.IsInput))
        {
            if (LiteralCheck.Problem(value.Type, value.DefaultLiteral!) is not { } problem) continue;
            conflicts.Add(
                $"\"{coordinate}\" of \"{value.Owner}\" has the default {Printer.Print(value.DefaultLiteral!)}, which is not a value of \"{value.Type}\": {problem}",
                "Correct the default.",
                [coordinate],
                value.Owner);
        }

        var rule = new DefaultsAreValid(conflicts);
        foreach (var type in schema.DefinedTypes().OfType<InputObjectType>()) rule.FollowDefaults(type, new ObjectValue { Fields = [] });
    }

    // InputObjectDefaultValueHasCycle of the specification.
    private void FollowDefaults(InputObjectType type, ValueNode value)
    {
        if (value is ListValue list)
        {
            foreach (var item in list.Values) FollowDefaults(type, item);
        }

        if (value is not ObjectValue given) return;
        foreach (var field in type.Fields)
        {
            if (field.Type.Named is not InputObjectType fieldType) continue;
            if (given.Fields.FirstOrDefault(node => node.Name.Value == field.Name) is { } node) FollowDefaults(fieldType, node.Value);
            else if (field.HasDefault) FollowDefault(field, fieldType, $"{type.Name}.{field.Name}");
        }
    }

    private void FollowDefault(InputField field, InputObjectType fieldType, string coordinate)
    {
        var start = path.FindIndex(step => step.Field == field);
        if (start >= 0)
        {
            var cycle = path.Skip(start).Select(step => step.Coordinate).ToArray();
            conflicts.Add(
                $"The default of \"{coordinate}\" of \"{field.Owner}\" contains itself through {string.Join(", ", cycle)}.", "Remove one of these defaults.", cycle, field.Owner);
            return;
        }

        if (!visited.Add(field)) return;
        path.Add((field, coordinate));
        FollowDefaults(fieldType, field.DefaultLiteral!);
        path.RemoveAt(path.Count - 1);
    }
}
