namespace Modular.GraphQL.TypeSystem;

/// <summary>Names follow the grammar, and those that begin with two underscores belong to introspection (specification, sections 2.1.9 and 4).</summary>
internal static class NamesAreValid
{
    private static readonly string[] NoEnumValues = ["true", "false", "null"];

    public static void Check(Schema schema, ConflictList conflicts)
    {
        foreach (var type in schema.DefinedTypes())
        {
            Check(type.Name, type.Name, type.Owner, conflicts);
            if (type is not EnumType enumType) continue;
            foreach (var value in enumType.Values) Check(value, enumType, conflicts);
        }

        foreach (var (type, field) in schema.DefinedFields()) Check(field.Name, $"{type.Name}.{field.Name}", field.Owner, conflicts);
        foreach (var directive in schema.DefinedDirectives()) Check(directive.Name, $"@{directive.Name}", directive.Owner, conflicts);
        foreach (var (coordinate, value) in schema.DefinedInputs()) Check(value.Name, coordinate, value.Owner, conflicts);
    }

    private static void Check(EnumValue value, EnumType type, ConflictList conflicts)
    {
        var coordinate = $"{type.Name}.{value.Name}";
        Check(value.Name, coordinate, value.Owner, conflicts);
        if (NoEnumValues.Contains(value.Name))
            conflicts.Add($"The enum value \"{coordinate}\" of \"{value.Owner}\" is a literal of another type.", "Rename it.", [coordinate], value.Owner);
    }

    private static void Check(string name, string coordinate, string owner, ConflictList conflicts)
    {
        if (!IsName(name))
            conflicts.Add($"\"{coordinate}\" of \"{owner}\" is not named by letters, digits and underscores, a letter first.", "Rename it.", [coordinate], owner);
        else if (name.StartsWith("__", StringComparison.Ordinal))
            conflicts.Add($"The name of \"{coordinate}\" of \"{owner}\" begins with two underscores, which is kept for introspection.", "Rename it.", [coordinate], owner);
    }

    private static bool IsName(string name)
        => name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
