namespace Modular.GraphQL.TypeSystem;

/// <summary>Every field of an object type can be executed.</summary>
internal static class FieldsHaveResolvers
{
    public static void Check(Schema schema, ConflictList conflicts)
    {
        foreach (var (type, field) in schema.DefinedFields().Where(element => element.Type is ObjectType && element.Field.Resolver is null))
        {
            var coordinate = $"{type.Name}.{field.Name}";
            conflicts.Add($"The field \"{coordinate}\" of \"{field.Owner}\" has no resolver.", "Give it one.", [coordinate], field.Owner);
        }
    }
}
