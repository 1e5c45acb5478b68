namespace Modular.GraphQL.TypeSystem;

/// <summary>A type with all that its owner and others contribute to it, before it is built.</summary>
internal sealed class TypeDraft(TypeDefinition definition, string owner)
{
    public TypeDefinition Definition { get; } = definition;

    public string Owner { get; } = owner;

    public string Name => Definition.Name;

    public List<Owned<FieldDefinition>> Fields { get; } = [];

    public List<Owned<string>> Interfaces { get; } = [];

    public List<Owned<string>> Members { get; } = [];

    public List<Owned<EnumValueDefinition>> Values { get; } = [];

    public List<Owned<InputFieldDefinition>> InputFields { get; } = [];

    public List<Features> ExtensionFeatures { get; } = [];

    public static TypeDraft Of(Owned<TypeDefinition> contribution)
    {
        var draft = new TypeDraft(contribution.Value, contribution.Owner);
        switch (contribution.Value)
        {
            case ObjectTypeDefinition type:
                draft.AddFields(type.Fields, type.Interfaces, contribution.Owner);
                break;
            case InterfaceTypeDefinition type:
                draft.AddFields(type.Fields, type.Interfaces, contribution.Owner);
                break;
            case UnionTypeDefinition type:
                draft.Members.AddRange(Owned(type.Members, contribution.Owner));
                break;
            case EnumTypeDefinition type:
                draft.Values.AddRange(Owned(type.Values, contribution.Owner));
                break;
            case InputObjectTypeDefinition type:
                draft.InputFields.AddRange(Owned(type.Fields, contribution.Owner));
                break;
        }

        return draft;
    }

    /// <summary>Adds what the extension brings.</summary>
    /// <returns>Whether the extension is of the type's kind.</returns>
    public bool TryExtend(TypeExtension extension, string owner)
    {
        switch (extension, Definition)
        {
            case (ObjectTypeExtension added, ObjectTypeDefinition):
                AddFields(added.Fields, added.Interfaces, owner);
                break;
            case (InterfaceTypeExtension added, InterfaceTypeDefinition):
                AddFields(added.Fields, added.Interfaces, owner);
                break;
            case (UnionTypeExtension added, UnionTypeDefinition):
                Members.AddRange(Owned(added.Members, owner));
                break;
            case (EnumTypeExtension added, EnumTypeDefinition):
                Values.AddRange(Owned(added.Values, owner));
                break;
            case (InputObjectTypeExtension added, InputObjectTypeDefinition):
                InputFields.AddRange(Owned(added.Fields, owner));
                break;
            default:
                return false;
        }

        ExtensionFeatures.Add(extension.Features);
        return true;
    }

    private static IEnumerable<Owned<T>> Owned<T>(IEnumerable<T> contributions, string owner)
        => contributions.Select(contribution => new Owned<T>(contribution, owner));

    private void AddFields(IEnumerable<FieldDefinition> fields, IEnumerable<string> interfaces, string owner)
    {
        Fields.AddRange(Owned(fields, owner));
        Interfaces.AddRange(Owned(interfaces, owner));
    }
}
