using Modular.GraphQL.Language;
using Modular.GraphQL.Sdl;

namespace Modular.GraphQL.TypeSystem;

/// <summary>Makes the types of a schema: first all of them without content, then their content, which may refer to any of them.</summary>
internal sealed class TypeFactory(ConflictList conflicts, IReadOnlyDictionary<string, string> absentTypes)
{
    // Stands in for types that cannot be found, so that one missing type is told once and not by everything that follows from it.
    private static readonly ScalarType Unknown = new("", null, Schema.EngineOwner, new(), UncheckedCoercion.Instance, null);

    private readonly OrderedDictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GraphQLType> references = new(StringComparer.Ordinal);

    public NamedType? Find(string name) => types.GetValueOrDefault(name);

    public void Declare(TypeDraft draft)
    {
        var features = draft.Definition.Features.FrozenWith(draft.ExtensionFeatures);
        var (name, description, owner) = (draft.Name, draft.Definition.Description, draft.Owner);
        types.Add(name, draft.Definition switch
        {
            ObjectTypeDefinition type => new ObjectType(name, description, owner, features, type.ClrType),
            InterfaceTypeDefinition => new InterfaceType(name, description, owner, features),
            UnionTypeDefinition => new UnionType(name, description, owner, features),
            EnumTypeDefinition => new EnumType(name, description, owner, features),
            InputObjectTypeDefinition type => new InputObjectType(name, description, owner, features, type.IsOneOf, type.Bind),
            ScalarTypeDefinition type => new ScalarType(name, description, owner, features, type.Coercion, type.SpecifiedByUrl),
            var other => throw new InvalidOperationException($"{other.GetType()} is not a kind of type."),
        });
    }

    public void Complete(TypeDraft draft)
    {
        switch (types[draft.Name])
        {
            case TypeWithFields type:
                var (interfaces, interfaceOwners) = Refer<InterfaceType>(draft, draft.Interfaces, "implements", "an interface");
                type.Complete(MakeFields(draft), interfaces, interfaceOwners);
                break;
            case UnionType type:
                var (members, memberOwners) = Refer<ObjectType>(draft, draft.Members, "has the member", "an object type");
                type.Complete(members, memberOwners);
                break;
            case EnumType type:
                type.Complete([.. Unique(draft.Name, draft.Values, value => value.Name).Select(value => new EnumValue(value.Value, value.Owner))]);
                break;
            case InputObjectType type:
                type.Complete(MakeInputFields(draft));
                break;
        }
    }

    public List<Argument> MakeArguments(string element, IEnumerable<ArgumentDefinition> definitions, string owner)
    {
        var arguments = new List<Argument>();
        foreach (var (definition, _) in Unique(element, definitions.Select(definition => new Owned<ArgumentDefinition>(definition, owner)), value => value.Name))
        {
            var place = $"{element}({definition.Name}:)";
            arguments.Add(new(
                definition, Resolve(place, definition.Type, owner), ParseDefault(place, definition, owner), owner, definition.Features.FrozenWith()));
        }

        return arguments;
    }

    /// <summary>A field outside of any definition, such as a meta-field.</summary>
    public Field MakeField(string typeName, FieldDefinition definition, string owner)
        => new(
            definition.Name, Resolve($"{typeName}.{definition.Name}", definition.Type, owner), owner, definition.Description, definition.Deprecated,
            MakeArguments($"{typeName}.{definition.Name}", definition.Arguments, owner), definition.Resolver, definition.Features.FrozenWith());

    /// <summary>The types in the order in which graphql-js lists them: each followed by what it refers to.</summary>
    public List<NamedType> Reachable(IEnumerable<string> defined, IEnumerable<string> roots, IEnumerable<Directive> directives)
    {
        var order = new TypeOrder();
        order.AddDefined(defined.Distinct().Select(name => types[name]));
        foreach (var root in roots) order.Add(Find(root));
        foreach (var argument in directives.SelectMany(directive => directive.Arguments)) order.Add(argument.Type);
        order.Add(types["__Schema"]);
        return order.Types;
    }

    private List<Field> MakeFields(TypeDraft draft)
    {
        var fields = new List<Field>();
        foreach (var (definition, owner) in Unique(draft.Name, draft.Fields, field => field.Name))
        {
            var place = $"{draft.Name}.{definition.Name}";
            fields.Add(new(
                definition.Name, Resolve(place, definition.Type, owner), owner, definition.Description, definition.Deprecated,
                MakeArguments(place, definition.Arguments, owner), definition.Resolver, definition.Features.FrozenWith()));
        }

        return fields;
    }

    private List<InputField> MakeInputFields(TypeDraft draft)
    {
        var fields = new List<InputField>();
        foreach (var (definition, owner) in Unique(draft.Name, draft.InputFields, field => field.Name))
        {
            var place = $"{draft.Name}.{definition.Name}";
            fields.Add(new(
                definition, Resolve(place, definition.Type, owner), ParseDefault(place, definition, owner), owner, definition.Features.FrozenWith()));
        }

        return fields;
    }

    private (List<T> Types, List<string> Owners) Refer<T>(TypeDraft draft, List<Owned<string>> names, string relation, string kind)
        where T : NamedType
    {
        var (found, owners) = (new List<T>(), new List<string>());
        foreach (var (name, owner) in names)
        {
            switch (Find(name))
            {
                case T type when !found.Contains(type):
                    found.Add(type);
                    owners.Add(owner);
                    break;
                case T:
                    conflicts.Add(
                        $"The type \"{draft.Name}\" {relation} \"{name}\" twice, by \"{owners[found.FindIndex(type => type.Name == name)]}\" and by \"{owner}\".",
                        "Say it once.", [draft.Name, name], owners[found.FindIndex(type => type.Name == name)], owner);
                    break;
                case { } other:
                    conflicts.Add(
                        $"The type \"{draft.Name}\" {relation} \"{name}\", by \"{owner}\", but \"{name}\" of \"{other.Owner}\" is not {kind}.",
                        $"Name {kind}.", [draft.Name, name], owner, other.Owner);
                    break;
                case null when !absentTypes.ContainsKey(name):
                    conflicts.Add(
                        $"The type \"{draft.Name}\" {relation} \"{name}\", by \"{owner}\", which nobody defines.",
                        $"Correct the name, or let \"{owner}\" depend on the module that defines it.", [draft.Name, name], owner);
                    break;
            }
        }

        return (found, owners);
    }

    private List<Owned<T>> Unique<T>(string element, IEnumerable<Owned<T>> contributions, Func<T, string> nameOf)
    {
        var unique = new OrderedDictionary<string, Owned<T>>(StringComparer.Ordinal);
        foreach (var contribution in contributions)
        {
            var name = nameOf(contribution.Value);
            if (unique.TryAdd(name, contribution)) continue;
            var first = unique[name].Owner;
            conflicts.Add(
                $"\"{element}.{name}\" is defined by \"{first}\" and by \"{contribution.Owner}\".",
                first == contribution.Owner ? "Define it once." : "Rename one of them.",
                [$"{element}.{name}"],
                first,
                contribution.Owner);
        }

        return [.. unique.Values];
    }

    private GraphQLType Resolve(string place, string reference, string owner)
    {
        if (references.TryGetValue(reference, out var known)) return known;
        try
        {
            var node = Parser.ParseType(reference);
            var type = Resolve(node);
            if (type.Named != Unknown)
            {
                references.Add(reference, type);
                return type;
            }

            conflicts.Add(
                $"\"{place}\" of \"{owner}\" has the type \"{reference}\", which nobody defines.",
                $"Correct the name, or let \"{owner}\" depend on the module that defines the type.",
                [place],
                owner);
            return type;
        }
        catch (GraphQLSyntaxException exception)
        {
            conflicts.Add($"\"{place}\" of \"{owner}\" has the type \"{reference}\": {exception.Error.Message}", "Write the type as SDL.", [place], owner);
            return Unknown;
        }
    }

    private GraphQLType Resolve(TypeNode node) => node switch
    {
        NamedTypeNode named => Find(named.Name.Value) ?? Unknown,
        ListTypeNode { Type: NamedTypeNode named } => (Find(named.Name.Value) ?? Unknown).AsList,
        ListTypeNode list => new ListType(Resolve(list.Type)),
        NonNullTypeNode { Type: NamedTypeNode named } => (Find(named.Name.Value) ?? Unknown).AsNonNull,
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type)),
        _ => throw new InvalidOperationException($"{node.Kind} is not a reference to a type."),
    };

    private ValueNode? ParseDefault(string place, InputValueDefinition definition, string owner)
    {
        if (definition.Default is null) return null;
        try
        {
            return Parser.ParseValue(definition.Default);
        }
        catch (GraphQLSyntaxException exception)
        {
            conflicts.Add($"\"{place}\" of \"{owner}\" has the default {definition.Default}: {exception.Error.Message}", "Write the default as a GraphQL literal.", [place], owner);
            return null;
        }
    }
}
