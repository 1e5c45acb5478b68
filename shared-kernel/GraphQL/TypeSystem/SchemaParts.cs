using Modular.GraphQL.Introspection;

namespace Modular.GraphQL.TypeSystem;

/// <summary>What a schema is put together from.</summary>
internal sealed record SchemaParts(
    string? Description, ObjectType? QueryType, ObjectType? MutationType, ObjectType? SubscriptionType, IReadOnlyList<NamedType> Types,
    IReadOnlyList<Directive> Directives, MetaFields MetaFields, IReadOnlyDictionary<(string Type, string Field), string> AbsentFields,
    IReadOnlyDictionary<string, string> AbsentTypes);
