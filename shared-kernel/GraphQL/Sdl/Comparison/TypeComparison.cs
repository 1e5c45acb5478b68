using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Sdl;

/// <summary>Compares types of the same name.</summary>
internal static class TypeComparison
{
    public static void Compare(NamedType old, NamedType current, ChangeList changes)
    {
        changes.CompareDescriptions(old.Name, old.Description, current.Description);
        switch (old, current)
        {
            case (EnumType oldEnum, EnumType currentEnum):
                CompareValues(oldEnum, currentEnum, changes);
                break;
            case (UnionType oldUnion, UnionType currentUnion):
                CompareMembers(oldUnion, currentUnion, changes);
                break;
            case (InputObjectType oldInput, InputObjectType currentInput):
                CompareInputFields(oldInput, currentInput, changes);
                break;
            case (ObjectType, ObjectType) or (InterfaceType, InterfaceType):
                CompareFields((TypeWithFields)old, (TypeWithFields)current, changes);
                CompareInterfaces((TypeWithFields)old, (TypeWithFields)current, changes);
                break;
            case var _ when old.GetType() != current.GetType():
                changes.Breaking("TYPE_CHANGED_KIND", old.Name, $"{old.Name} changed from {KindOf(old)} to {KindOf(current)}.");
                break;
        }
    }

    private static void CompareValues(EnumType old, EnumType current, ChangeList changes)
    {
        var values = Difference.Of(old.Values, current.Values, value => value.Name);
        foreach (var value in values.Added) changes.Dangerous("VALUE_ADDED_TO_ENUM", $"{old.Name}.{value.Name}", $"Enum value {old.Name}.{value.Name} was added.");
        foreach (var value in values.Removed)
            changes.Breaking("VALUE_REMOVED_FROM_ENUM", $"{old.Name}.{value.Name}", $"Enum value {old.Name}.{value.Name} was removed.");
        foreach (var (was, value) in values.Kept) changes.CompareDescriptions($"{old.Name}.{value.Name}", was.Description, value.Description);
    }

    private static void CompareMembers(UnionType old, UnionType current, ChangeList changes)
    {
        var members = Difference.Of(old.Members, current.Members, member => member.Name);
        foreach (var member in members.Added) changes.Dangerous("TYPE_ADDED_TO_UNION", old.Name, $"{member.Name} was added to union type {old.Name}.");
        foreach (var member in members.Removed) changes.Breaking("TYPE_REMOVED_FROM_UNION", old.Name, $"{member.Name} was removed from union type {old.Name}.");
    }

    private static void CompareInterfaces(TypeWithFields old, TypeWithFields current, ChangeList changes)
    {
        var interfaces = Difference.Of(old.Interfaces, current.Interfaces, contract => contract.Name);
        foreach (var contract in interfaces.Added)
            changes.Dangerous("IMPLEMENTED_INTERFACE_ADDED", old.Name, $"{contract.Name} added to interfaces implemented by {old.Name}.");
        foreach (var contract in interfaces.Removed)
            changes.Breaking("IMPLEMENTED_INTERFACE_REMOVED", old.Name, $"{old.Name} no longer implements interface {contract.Name}.");
    }

    private static void CompareInputFields(InputObjectType old, InputObjectType current, ChangeList changes)
    {
        if (current.IsOneOf && !old.IsOneOf) changes.Breaking("INPUT_BECAME_ONE_OF", old.Name, $"{old.Name} takes exactly one field now.");
        if (old.IsOneOf && !current.IsOneOf) changes.Safe("INPUT_IS_NO_LONGER_ONE_OF", old.Name, $"{old.Name} takes any number of fields now.");
        var fields = Difference.Of(old.Fields, current.Fields, field => field.Name);
        foreach (var field in fields.Added)
        {
            var coordinate = $"{old.Name}.{field.Name}";
            if (field.IsRequired) changes.Breaking("REQUIRED_INPUT_FIELD_ADDED", coordinate, $"A required field {coordinate} was added.");
            else changes.Dangerous("OPTIONAL_INPUT_FIELD_ADDED", coordinate, $"An optional field {coordinate} was added.");
        }

        foreach (var field in fields.Removed) changes.Breaking("FIELD_REMOVED", $"{old.Name}.{field.Name}", $"Field {old.Name}.{field.Name} was removed.");
        foreach (var (was, field) in fields.Kept) InputComparison.CompareFields($"{old.Name}.{field.Name}", was, field, changes);
    }

    private static void CompareFields(TypeWithFields old, TypeWithFields current, ChangeList changes)
    {
        var fields = Difference.Of(old.Fields, current.Fields, field => field.Name);
        foreach (var field in fields.Removed) changes.Breaking("FIELD_REMOVED", $"{old.Name}.{field.Name}", $"Field {old.Name}.{field.Name} was removed.");
        foreach (var field in fields.Added) changes.Safe("FIELD_ADDED", $"{old.Name}.{field.Name}", $"Field {old.Name}.{field.Name} was added.");
        foreach (var (was, field) in fields.Kept) CompareField($"{old.Name}.{field.Name}", was, field, changes);
    }

    private static void CompareField(string coordinate, Field old, Field current, ChangeList changes)
    {
        CompareArguments(coordinate, old, current, changes);
        var description = $"Field {coordinate} changed type from {old.Type} to {current.Type}.";
        if (!IsSafeForOutput(old.Type, current.Type)) changes.Breaking("FIELD_CHANGED_KIND", coordinate, description);
        else if (old.Type.ToString() != current.Type.ToString()) changes.Safe("FIELD_CHANGED_KIND_SAFE", coordinate, description);
        changes.CompareDescriptions(coordinate, old.Description, current.Description);
    }

    private static void CompareArguments(string field, Field old, Field current, ChangeList changes)
    {
        var arguments = Difference.Of(old.Arguments, current.Arguments, argument => argument.Name);
        foreach (var argument in arguments.Removed) changes.Breaking("ARG_REMOVED", $"{field}({argument.Name}:)", $"Argument {field}({argument.Name}:) was removed.");
        foreach (var (was, argument) in arguments.Kept) InputComparison.CompareArguments($"{field}({argument.Name}:)", was, argument, changes);
        foreach (var argument in arguments.Added)
        {
            var coordinate = $"{field}({argument.Name}:)";
            if (argument.IsRequired) changes.Breaking("REQUIRED_ARG_ADDED", coordinate, $"A required argument {coordinate} was added.");
            else changes.Dangerous("OPTIONAL_ARG_ADDED", coordinate, $"An optional argument {coordinate} was added.");
        }
    }

    // A client that knew the old type understands every value of the new one.
    private static bool IsSafeForOutput(GraphQLType old, GraphQLType current) => (old, current) switch
    {
        (NonNullType was, NonNullType now) => IsSafeForOutput(was.OfType, now.OfType),
        (NonNullType, _) => false,
        (_, NonNullType now) => IsSafeForOutput(old, now.OfType),
        (ListType was, ListType now) => IsSafeForOutput(was.ItemType, now.ItemType),
        (NamedType was, NamedType now) => was.Name == now.Name,
        _ => false,
    };

    private static string KindOf(NamedType type) => type switch
    {
        ScalarType => "a Scalar type",
        ObjectType => "an Object type",
        InterfaceType => "an Interface type",
        UnionType => "a Union type",
        EnumType => "an Enum type",
        _ => "an Input type",
    };
}
