namespace Modular.GraphQL.TypeSystem;

/// <summary>The specification's rules for type systems (section 3), checked over the finished types.</summary>
internal static class SchemaRules
{
    public static void Check(Schema schema, SchemaBuilder settings, ConflictList conflicts)
    {
        if (!settings.MustExecute) return;
        foreach (var type in schema.Types.OfType<ObjectType>())
        {
            foreach (var field in type.Fields.Where(field => field.Resolver is null))
                conflicts.Add($"The field \"{type.Name}.{field.Name}\" of \"{field.Owner}\" has no resolver.", "Give it one.", [$"{type.Name}.{field.Name}"], field.Owner);
        }
    }
}
