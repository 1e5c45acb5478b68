namespace Modular.Kernel.GraphQL;

/// <summary>What one module brings to the schema.</summary>
/// <param name="ModuleId">The module.</param>
/// <param name="EntityTypes">Its object types.</param>
/// <param name="Extensions">What it adds to types of other modules.</param>
/// <param name="Queries">Its root fields that are composed reads.</param>
/// <param name="MethodClasses">Its classes of methods: queries, mutations and fields with code of their own.</param>
internal sealed record SchemaContribution(
    string ModuleId,
    IReadOnlyList<EntityType> EntityTypes,
    IReadOnlyList<EntityTypeExtension> Extensions,
    IReadOnlyList<QueryFields> Queries,
    IReadOnlyList<Type> MethodClasses);
