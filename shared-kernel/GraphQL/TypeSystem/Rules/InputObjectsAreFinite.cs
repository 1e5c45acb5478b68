namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// Every input object type has a finite value: none is its own required part, through whatever chain (specification, section 3.10).
/// </summary>
internal static class InputObjectsAreFinite
{
    public static void Check(Schema schema, ConflictList conflicts)
    {
        var open = schema.DefinedTypes().OfType<InputObjectType>().ToList();
        var finite = new HashSet<InputObjectType>();
        int found;
        do
        {
            // Each round finds the types that are finite because of those found before.
            var round = open.Where(type => IsFinite(type, finite)).ToList();
            finite.UnionWith(round);
            open.RemoveAll(finite.Contains);
            found = round.Count;
        }
        while (found > 0);

        foreach (var type in open)
        {
            var through = type.Fields.Where(field => RequiredPart(type, field) is { } part && !finite.Contains(part)).Select(field => $"{type.Name}.{field.Name}").ToArray();
            conflicts.Add(
                $"The input object type \"{type.Name}\" of \"{type.Owner}\" can have no finite value, since it contains itself through {string.Join(", ", through)}.",
                "Make one of these fields optional or a list.",
                [type.Name, .. through],
                type.Owner);
        }
    }

    private static bool IsFinite(InputObjectType type, HashSet<InputObjectType> finite)
    {
        bool HasFiniteValue(InputField field) => RequiredPart(type, field) is not { } part || finite.Contains(part);
        return type.IsOneOf ? type.Fields.Count == 0 || type.Fields.Any(HasFiniteValue) : type.Fields.All(HasFiniteValue);
    }

    // The one field of a oneOf value must be given, so its type counts though it is nullable.
    private static InputObjectType? RequiredPart(InputObjectType type, InputField field)
        => type.IsOneOf ? field.Type as InputObjectType : (field.Type as NonNullType)?.OfType as InputObjectType;
}
