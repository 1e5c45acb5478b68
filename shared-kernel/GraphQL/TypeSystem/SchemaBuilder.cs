namespace Modular.GraphQL.TypeSystem;

/// <summary>
/// Gathers what owners (modules) contribute and builds the schema of their sum. Definitions are not changed by building, so that the same
/// ones can be added to several builders, one for each set of modules.
/// </summary>
public sealed class SchemaBuilder
{
    private readonly SchemaContributions contributions = new();

    /// <summary>What the schema is for; Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>The name of the object type that is the root of queries.</summary>
    public string? QueryTypeName { get; set; } = "Query";

    /// <summary>The name of the object type that is the root of mutations, if it is defined; <see langword="null"/> when there is none.</summary>
    public string? MutationTypeName { get; set; } = "Mutation";

    /// <summary>The name of the object type that is the root of subscriptions, if it is defined; <see langword="null"/> when there is none.</summary>
    public string? SubscriptionTypeName { get; set; } = "Subscription";

    /// <summary>
    /// Whether a field of an object type without a resolver is a conflict, and likewise a schema without queries. Switched off for schemas that are
    /// only validated against, printed or compared.
    /// </summary>
    public bool MustExecute { get; set; } = true;

    /// <summary>Adds a type.</summary>
    /// <param name="definition">The type.</param>
    /// <param name="owner">Who contributes it: a module's name.</param>
    public SchemaBuilder Add(TypeDefinition definition, string owner)
    {
        contributions.Types.Add(new(definition, owner));
        return this;
    }

    /// <summary>Adds to a type, which may be another owner's.</summary>
    /// <param name="extension">What is added.</param>
    /// <param name="owner">Who contributes it: a module's name.</param>
    public SchemaBuilder Extend(TypeExtension extension, string owner)
    {
        contributions.Extensions.Add(new(extension, owner));
        return this;
    }

    /// <summary>Adds a directive.</summary>
    /// <param name="definition">The directive.</param>
    /// <param name="owner">Who contributes it: a module's name.</param>
    public SchemaBuilder AddDirective(DirectiveDefinition definition, string owner)
    {
        contributions.Directives.Add(new(definition, owner));
        return this;
    }

    /// <summary>Adds the directives <c>@defer</c> and <c>@stream</c>, so that clients may ask for parts of a response later than the rest.</summary>
    public SchemaBuilder AddIncrementalDelivery()
    {
        foreach (var definition in IncrementalDirectives.All) AddDirective(definition, Schema.EngineOwner);
        return this;
    }

    /// <summary>
    /// Says that a field would be there if a module that is installed were enabled. Requests for it are told the module's name;
    /// introspection and SDL know nothing of it.
    /// </summary>
    public SchemaBuilder AddAbsent(string typeName, string fieldName, string moduleName)
    {
        contributions.AbsentFields.TryAdd((typeName, fieldName), moduleName);
        return this;
    }

    /// <summary>
    /// Says that a type would be there if a module that is installed were enabled. Requests for it are told the module's name, and extensions of
    /// it fall away.
    /// </summary>
    public SchemaBuilder AddAbsentType(string typeName, string moduleName)
    {
        contributions.AbsentTypes.TryAdd(typeName, moduleName);
        return this;
    }

    /// <summary>Builds the schema.</summary>
    /// <exception cref="SchemaException">The contributions conflict with each other or with the specification; it lists every conflict.</exception>
    public Schema Build() => SchemaComposer.Compose(this, contributions);
}

/// <summary>A contribution and who made it.</summary>
internal readonly record struct Owned<T>(T Value, string Owner);

/// <summary>What was added to a builder.</summary>
internal sealed class SchemaContributions
{
    public List<Owned<TypeDefinition>> Types { get; } = [];

    public List<Owned<TypeExtension>> Extensions { get; } = [];

    public List<Owned<DirectiveDefinition>> Directives { get; } = [];

    public Dictionary<(string Type, string Field), string> AbsentFields { get; } = [];

    public Dictionary<string, string> AbsentTypes { get; } = new(StringComparer.Ordinal);
}
