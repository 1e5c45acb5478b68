using Modular.GraphQL.Introspection;

namespace Modular.GraphQL.TypeSystem;

/// <summary>Makes one schema of all contributions, in four steps: gather, make the types, fill them, check them.</summary>
internal sealed class SchemaComposer
{
    private readonly SchemaBuilder settings;
    private readonly SchemaContributions contributions;
    private readonly ConflictList conflicts = new();
    private readonly OrderedDictionary<string, TypeDraft> drafts = new(StringComparer.Ordinal);

    private SchemaComposer(SchemaBuilder settings, SchemaContributions contributions)
    {
        this.settings = settings;
        this.contributions = contributions;
    }

    public static Schema Compose(SchemaBuilder settings, SchemaContributions contributions) => new SchemaComposer(settings, contributions).Compose();

    private Schema Compose()
    {
        Gather();
        var types = new TypeFactory(conflicts, contributions.AbsentTypes);
        foreach (var draft in drafts.Values) types.Declare(draft);
        foreach (var draft in drafts.Values) types.Complete(draft);
        var directives = MakeDirectives(types);
        var metaFields = MetaFields.Create(types);

        var schema = new Schema(new(
            settings.Description,
            Root(types, settings.QueryTypeName, settings.MustExecute || settings.QueryTypeName != "Query"),
            Root(types, settings.MutationTypeName, settings.MutationTypeName != "Mutation"),
            Root(types, settings.SubscriptionTypeName, settings.SubscriptionTypeName != "Subscription"),
            types.Reachable(contributions.Types.Select(type => type.Value.Name), RootNames, directives),
            directives,
            metaFields,
            contributions.AbsentFields,
            contributions.AbsentTypes));
        SchemaRules.Check(schema, settings, conflicts);
        conflicts.ThrowIfAny();
        return schema;
    }

    private IEnumerable<string> RootNames
        => new[] { settings.QueryTypeName, settings.MutationTypeName, settings.SubscriptionTypeName }.OfType<string>();

    private void Gather()
    {
        var engineTypes = SpecifiedScalars.All.Concat(IntrospectionTypes.Create()).Select(type => new Owned<TypeDefinition>(type, Schema.EngineOwner));
        foreach (var contribution in engineTypes.Concat(contributions.Types))
        {
            if (drafts.TryAdd(contribution.Value.Name, TypeDraft.Of(contribution))) continue;
            AddDuplicate(drafts[contribution.Value.Name], contribution.Owner);
        }

        foreach (var extension in contributions.Extensions) Extend(extension.Value, extension.Owner);
    }

    private void AddDuplicate(TypeDraft first, string owner)
        => conflicts.Add(
            $"The type \"{first.Name}\" is defined by \"{first.Owner}\" and by \"{owner}\".",
            first.Owner == owner
                ? "Define it once."
                : $"Rename one of them, or let \"{owner}\" extend the type of \"{first.Owner}\" instead of defining it.",
            [first.Name],
            first.Owner,
            owner);

    private void Extend(TypeExtension extension, string owner)
    {
        if (drafts.TryGetValue(extension.Name, out var draft))
        {
            if (draft.TryExtend(extension, owner)) return;
            conflicts.Add(
                $"\"{owner}\" extends \"{extension.Name}\" as {KindOf(extension)}, but \"{draft.Owner}\" defines it as {KindOf(draft.Definition)}.",
                "Extend it as what it is.",
                [extension.Name],
                owner,
                draft.Owner);
            return;
        }

        if (extension.IsOptional || contributions.AbsentTypes.ContainsKey(extension.Name)) return;
        conflicts.Add(
            $"\"{owner}\" extends the type \"{extension.Name}\", which nobody defines.",
            $"Correct the name, let \"{owner}\" depend on the module that defines the type, or make the extension optional.",
            [extension.Name],
            owner);
    }

    private List<Directive> MakeDirectives(TypeFactory types)
    {
        var directives = new OrderedDictionary<string, Directive>(StringComparer.Ordinal);
        var specified = SpecifiedDirectives.All.Select(definition => new Owned<DirectiveDefinition>(definition, Schema.EngineOwner));
        foreach (var (definition, owner) in contributions.Directives.Concat(specified))
        {
            if (directives.TryGetValue(definition.Name, out var first))
            {
                conflicts.Add(
                    $"The directive \"@{definition.Name}\" is defined by \"{first.Owner}\" and by \"{owner}\".",
                    "Rename one of them.",
                    [$"@{definition.Name}"],
                    first.Owner,
                    owner);
                continue;
            }

            directives.Add(definition.Name, new Directive(definition, owner, types.MakeArguments($"@{definition.Name}", definition.Arguments, owner)));
        }

        return [.. directives.Values];
    }

    private ObjectType? Root(TypeFactory types, string? name, bool isRequired)
    {
        if (name is null) return null;
        var type = types.Find(name);
        if (type is ObjectType root) return root;
        if (type is not null)
            conflicts.Add($"The root type \"{name}\" of \"{type.Owner}\" is not an object type.", "Define it as an object type.", [name], type.Owner);
        else if (isRequired)
            conflicts.Add($"The root type \"{name}\" is not defined.", "Define it as an object type with at least one field.", [name]);
        return null;
    }

    private static string KindOf(object contribution) => contribution switch
    {
        ObjectTypeDefinition or ObjectTypeExtension => "an object type",
        InterfaceTypeDefinition or InterfaceTypeExtension => "an interface",
        UnionTypeDefinition or UnionTypeExtension => "a union",
        EnumTypeDefinition or EnumTypeExtension => "an enum",
        InputObjectTypeDefinition or InputObjectTypeExtension => "an input object type",
        _ => "a scalar",
    };
}
