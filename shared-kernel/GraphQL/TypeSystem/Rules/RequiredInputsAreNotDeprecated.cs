namespace Modular.GraphQL.TypeSystem;

/// <summary>What must be given is not deprecated (specification, section 3.13.3).</summary>
internal static class RequiredInputsAreNotDeprecated
{
    public static void Check(Schema schema, ConflictList conflicts)
    {
        foreach (var (coordinate, value) in schema.DefinedInputs().Where(element => element.Value is { IsRequired: true, Deprecated: not null }))
        {
            conflicts.Add(
                $"\"{coordinate}\" of \"{value.Owner}\" is deprecated, but must be given.", "Make it optional, or give it a default, before it is deprecated.",
                [coordinate], value.Owner);
        }
    }
}
