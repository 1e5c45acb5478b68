namespace Modular.GraphQL.TypeSystem;

/// <summary>Types have what their interfaces promise (specification, section 3.6, IsValidImplementation).</summary>
internal sealed class InterfacesAreImplemented
{
    private readonly Schema schema;
    private readonly ConflictList conflicts;

    private InterfacesAreImplemented(Schema schema, ConflictList conflicts)
    {
        this.schema = schema;
        this.conflicts = conflicts;
    }

    public static void Check(Schema schema, ConflictList conflicts)
    {
        var rule = new InterfacesAreImplemented(schema, conflicts);
        foreach (var type in schema.DefinedTypes().OfType<TypeWithFields>())
        {
            for (var i = 0; i < type.Interfaces.Count; i++) rule.Check(type, type.Interfaces[i], type.InterfaceOwners[i]);
        }
    }

    private void Check(TypeWithFields type, InterfaceType contract, string owner)
    {
        if (type == contract)
        {
            conflicts.Add($"The interface \"{type.Name}\" of \"{owner}\" implements itself.", "Leave that out.", [type.Name], owner);
            return;
        }

        foreach (var ancestor in contract.Interfaces.Where(ancestor => !type.Implements(ancestor)))
        {
            conflicts.Add(
                ancestor == type
                    ? $"\"{type.Name}\" and \"{contract.Name}\" implement each other."
                    : $"The type \"{type.Name}\" implements \"{contract.Name}\" (by \"{owner}\"), but not \"{ancestor.Name}\", which \"{contract.Name}\" implements.",
                ancestor == type ? "Leave one out." : $"Let \"{type.Name}\" implement \"{ancestor.Name}\" too.",
                [type.Name, contract.Name, ancestor.Name],
                owner,
                contract.Owner);
        }

        foreach (var promised in contract.Fields) Check(type, contract, promised, owner);
    }

    private void Check(TypeWithFields type, InterfaceType contract, Field promised, string owner)
    {
        var promise = $"{contract.Name}.{promised.Name}";
        if (type.FindField(promised.Name) is not { } field)
        {
            conflicts.Add(
                $"The type \"{type.Name}\" implements \"{contract.Name}\" (by \"{owner}\"), but has no field \"{promised.Name}\", which \"{promised.Owner}\" put into the interface.",
                $"Add \"{type.Name}.{promised.Name}: {promised.Type}\".",
                [$"{type.Name}.{promised.Name}", promise],
                owner,
                promised.Owner);
            return;
        }

        var coordinate = $"{type.Name}.{field.Name}";
        if (!IsSubType(field.Type, promised.Type))
        {
            conflicts.Add(
                $"The field \"{coordinate}\" of \"{field.Owner}\" has the type \"{field.Type}\", but \"{promise}\" of \"{promised.Owner}\" promises \"{promised.Type}\".",
                "Return the promised type or a narrower one.",
                [coordinate, promise],
                field.Owner,
                promised.Owner);
        }

        if (field.Deprecated is not null && promised.Deprecated is null)
        {
            conflicts.Add(
                $"The field \"{coordinate}\" of \"{field.Owner}\" is deprecated, but \"{promise}\" of \"{promised.Owner}\" is not.",
                "Deprecate both or none.",
                [coordinate, promise],
                field.Owner,
                promised.Owner);
        }

        CheckArguments(coordinate, field, promise, promised);
    }

    private void CheckArguments(string coordinate, Field field, string promise, Field promised)
    {
        foreach (var promisedArgument in promised.Arguments)
        {
            var argument = field.FindArgument(promisedArgument.Name);
            // Types of arguments are compared as text, since list and non-null types are made where they are used.
            if (argument?.Type.ToString() == promisedArgument.Type.ToString()) continue;
            conflicts.Add(
                argument is null
                    ? $"The field \"{coordinate}\" of \"{field.Owner}\" lacks the argument \"{promisedArgument.Name}\" that \"{promise}\" of \"{promised.Owner}\" promises."
                    : $"The argument \"{coordinate}({argument.Name}:)\" of \"{field.Owner}\" has the type \"{argument.Type}\", but \"{promise}\" of \"{promised.Owner}\" promises \"{promisedArgument.Type}\".",
                $"Let it take \"{promisedArgument.Name}: {promisedArgument.Type}\".",
                [coordinate, promise],
                field.Owner,
                promised.Owner);
        }

        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired && promised.FindArgument(argument.Name) is null))
        {
            conflicts.Add(
                $"The argument \"{coordinate}({argument.Name}:)\" of \"{field.Owner}\" is required, but \"{promise}\" of \"{promised.Owner}\" does not have it.",
                "Make it optional or give it a default.",
                [coordinate, promise],
                field.Owner,
                promised.Owner);
        }
    }

    private bool IsSubType(GraphQLType type, GraphQLType superType) => (type, superType) switch
    {
        (NonNullType inner, NonNullType superInner) => IsSubType(inner.OfType, superInner.OfType),
        (NonNullType inner, _) => IsSubType(inner.OfType, superType),
        (ListType list, ListType superList) => IsSubType(list.ItemType, superList.ItemType),
        (CompositeType composite, CompositeType { IsAbstract: true } abstractType) => composite == abstractType || schema.IsSubType(abstractType, composite),
        _ => type == superType,
    };
}
