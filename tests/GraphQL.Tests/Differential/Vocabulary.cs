using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Tests.Differential;

/// <summary>The names that a schema knows, for mistakes that look like what is right.</summary>
internal sealed class Vocabulary(Schema schema)
{
    public string[] Types { get; } = [.. Own(schema).Select(type => type.Name)];

    public string[] Fields { get; } = [.. schema.Types.OfType<TypeWithFields>().SelectMany(type => type.Fields).Select(field => field.Name).Distinct()];

    public string[] InputFields { get; } = [.. schema.Types.OfType<InputObjectType>().SelectMany(type => type.Fields).Select(field => field.Name).Distinct()];

    public string[] EnumValues { get; } = [.. Own(schema).OfType<EnumType>().SelectMany(type => type.Values).Select(value => value.Name).Distinct()];

    private static IEnumerable<NamedType> Own(Schema schema) => schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal));
}
