namespace Modular.GraphQL.TypeSystem;

/// <summary>Fields return output types; arguments and input fields take input types (specification, section 3.4.2).</summary>
internal static class FieldsAndArgumentsHaveTheRightTypes
{
    public static void Check(Schema schema, ConflictList conflicts)
    {
        foreach (var (type, field) in schema.DefinedFields().Where(element => !element.Field.Type.IsOutput))
        {
            var coordinate = $"{type.Name}.{field.Name}";
            conflicts.Add(
                $"The field \"{coordinate}\" of \"{field.Owner}\" returns \"{field.Type}\", which is an input type.", "Return an output type.", [coordinate], field.Owner);
        }

        foreach (var (coordinate, value) in schema.DefinedInputs().Where(element => !element.Value.Type.IsInput))
        {
            conflicts.Add(
                $"\"{coordinate}\" of \"{value.Owner}\" takes \"{value.Type}\", which is not an input type.", "Take a scalar, an enum or an input object type.",
                [coordinate], value.Owner);
        }
    }
}
