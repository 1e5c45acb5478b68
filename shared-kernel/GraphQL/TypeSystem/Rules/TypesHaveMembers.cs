namespace Modular.GraphQL.TypeSystem;

/// <summary>No type is empty (specification, sections 3.6 to 3.10 and 3.13).</summary>
internal static class TypesHaveMembers
{
    public static void Check(Schema schema, ConflictList conflicts)
    {
        foreach (var type in schema.DefinedTypes())
        {
            var missing = type switch
            {
                TypeWithFields { Fields.Count: 0 } or InputObjectType { Fields.Count: 0 } => "field",
                UnionType { Members.Count: 0 } => "member",
                EnumType { Values.Count: 0 } => "value",
                _ => null,
            };
            if (missing is not null)
                conflicts.Add($"The type \"{type.Name}\" of \"{type.Owner}\" has no {missing}.", $"Give it a {missing}, or leave it out.", [type.Name], type.Owner);
        }

        foreach (var directive in schema.DefinedDirectives().Where(directive => directive.Locations.Count == 0))
        {
            conflicts.Add(
                $"The directive \"@{directive.Name}\" of \"{directive.Owner}\" has no location.", "Say where it may stand.", [$"@{directive.Name}"], directive.Owner);
        }
    }
}
