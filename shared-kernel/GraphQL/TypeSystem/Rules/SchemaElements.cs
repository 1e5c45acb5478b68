namespace Modular.GraphQL.TypeSystem;

/// <summary>Walks the elements of a schema that owners contributed, and names them as SDL coordinates do.</summary>
internal static class SchemaElements
{
    /// <summary>The types that owners contributed.</summary>
    public static IEnumerable<NamedType> DefinedTypes(this Schema schema) => schema.Types.Where(type => type.Owner != Schema.EngineOwner);

    /// <summary>The fields of object types and interfaces, with their types.</summary>
    public static IEnumerable<(TypeWithFields Type, Field Field)> DefinedFields(this Schema schema)
        => schema.DefinedTypes().OfType<TypeWithFields>().SelectMany(type => type.Fields, (type, field) => (type, field));

    /// <summary>The directives that owners contributed.</summary>
    public static IEnumerable<Directive> DefinedDirectives(this Schema schema)
        => schema.Directives.Where(directive => directive.Owner != Schema.EngineOwner);

    /// <summary>Arguments and input fields, each with its coordinate such as <c>Query.member(id:)</c> or <c>MemberFilter.name</c>.</summary>
    public static IEnumerable<(string Coordinate, InputValue Value)> DefinedInputs(this Schema schema)
    {
        foreach (var (type, field) in schema.DefinedFields())
        {
            foreach (var argument in field.Arguments) yield return ($"{type.Name}.{field.Name}({argument.Name}:)", argument);
        }

        foreach (var type in schema.DefinedTypes().OfType<InputObjectType>())
        {
            foreach (var field in type.Fields) yield return ($"{type.Name}.{field.Name}", field);
        }

        foreach (var directive in schema.DefinedDirectives())
        {
            foreach (var argument in directive.Arguments) yield return ($"@{directive.Name}({argument.Name}:)", argument);
        }
    }
}
