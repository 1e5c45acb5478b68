namespace Modular.GraphQL.TypeSystem;

/// <summary>The fields of oneOf input object types are nullable and have no defaults (specification, section 3.10.1).</summary>
internal static class OneOfFieldsAreOptional
{
    public static void Check(Schema schema, ConflictList conflicts)
    {
        foreach (var type in schema.DefinedTypes().OfType<InputObjectType>().Where(type => type.IsOneOf))
        {
            foreach (var field in type.Fields)
            {
                var coordinate = $"{type.Name}.{field.Name}";
                if (field.Type is NonNullType)
                    conflicts.Add($"The field \"{coordinate}\" of \"{field.Owner}\" is non-null in a oneOf type.", "Make it nullable.", [coordinate], field.Owner);
                if (field.HasDefault)
                    conflicts.Add($"The field \"{coordinate}\" of \"{field.Owner}\" has a default in a oneOf type.", "Remove the default.", [coordinate], field.Owner);
            }
        }
    }
}
