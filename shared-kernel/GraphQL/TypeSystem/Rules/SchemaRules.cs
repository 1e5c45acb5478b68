namespace Modular.GraphQL.TypeSystem;

/// <summary>The specification's rules for type systems (section 3), checked over the finished types.</summary>
internal static class SchemaRules
{
    private static readonly Action<Schema, ConflictList>[] Specified =
    [
        NamesAreValid.Check,
        TypesHaveMembers.Check,
        FieldsAndArgumentsHaveTheRightTypes.Check,
        InterfacesAreImplemented.Check,
        InputObjectsAreFinite.Check,
        OneOfFieldsAreOptional.Check,
        DefaultsAreValid.Check,
        RequiredInputsAreNotDeprecated.Check,
        ClrTypesAreUnique.Check,
    ];

    public static void Check(Schema schema, SchemaBuilder settings, ConflictList conflicts)
    {
        foreach (var rule in Specified) rule(schema, conflicts);
        if (settings.MustExecute) FieldsHaveResolvers.Check(schema, conflicts);
    }
}
