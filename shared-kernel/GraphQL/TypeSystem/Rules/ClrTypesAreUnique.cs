namespace Modular.GraphQL.TypeSystem;

/// <summary>A CLR type stands for one object type, so that the type of an object can be told.</summary>
internal static class ClrTypesAreUnique
{
    public static void Check(Schema schema, ConflictList conflicts)
    {
        var shared = schema.Types.OfType<ObjectType>().Where(type => type.ClrType is not null).GroupBy(type => type.ClrType!).Where(types => types.Count() > 1);
        foreach (var types in shared)
        {
            conflicts.Add(
                $"The CLR type {types.Key} stands for {string.Join(" and for ", types.Select(type => $"\"{type.Name}\" of \"{type.Owner}\""))}.",
                "Give each object type a CLR type of its own.",
                types.Select(type => type.Name),
                types.Select(type => type.Owner));
        }
    }
}
