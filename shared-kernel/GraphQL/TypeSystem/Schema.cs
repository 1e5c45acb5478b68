using System.Collections.Concurrent;
using System.Collections.Frozen;
using Modular.GraphQL.Introspection;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.TypeSystem;

/// <summary>A built schema: immutable, checked against the specification, safe for all threads. Made by <see cref="SchemaBuilder"/>.</summary>
public sealed class Schema
{
    /// <summary>The owner of what every schema has: the specification's scalars, directives and introspection types.</summary>
    public const string EngineOwner = "GraphQL";

    private readonly FrozenDictionary<string, NamedType> typesByName;
    private readonly FrozenDictionary<string, Directive> directivesByName;
    private readonly FrozenDictionary<CompositeType, PossibleTypes> possibleTypes;
    private readonly FrozenDictionary<(string Type, string Field), string> absentFields;
    private readonly FrozenDictionary<string, string> absentTypes;
    private readonly FrozenDictionary<Type, ObjectType> objectTypesByClrType;
    private readonly ConcurrentDictionary<Type, ObjectType?> objectTypesByDerivedType = new();

    internal Schema(SchemaParts parts)
    {
        Description = parts.Description;
        QueryType = parts.QueryType;
        MutationType = parts.MutationType;
        SubscriptionType = parts.SubscriptionType;
        Types = parts.Types;
        Directives = parts.Directives;
        MetaFields = parts.MetaFields;
        typesByName = Types.ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
        directivesByName = Directives.ToFrozenDictionary(directive => directive.Name, StringComparer.Ordinal);
        possibleTypes = PossibleTypes.Of(Types);
        absentFields = parts.AbsentFields.ToFrozenDictionary();
        absentTypes = parts.AbsentTypes.ToFrozenDictionary(StringComparer.Ordinal);
        objectTypesByClrType = Types.OfType<ObjectType>().Where(type => type.ClrType is not null).DistinctBy(type => type.ClrType)
            .ToFrozenDictionary(type => type.ClrType!);
    }

    /// <summary>What the schema is for; Markdown.</summary>
    public string? Description { get; }

    /// <summary>The root of queries; <see langword="null"/> only in schemas that were built without one for tests of validation.</summary>
    public ObjectType? QueryType { get; }

    /// <summary>The root of mutations, if there are any.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The root of subscriptions, if there are any.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All types that are reachable, those of introspection included.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    /// <summary>The directives, those of the specification included.</summary>
    public IReadOnlyList<Directive> Directives { get; }

    /// <summary>The fields that are not listed: <c>__schema</c>, <c>__type</c> and <c>__typename</c>.</summary>
    internal MetaFields MetaFields { get; }

    /// <summary>The type of that name, or <see langword="null"/>.</summary>
    public NamedType? FindType(string name) => typesByName.GetValueOrDefault(name);

    /// <summary>The type that a type reference of a document means, or <see langword="null"/> when its named type does not exist.</summary>
    public GraphQLType? FindType(TypeNode node) => node switch
    {
        NamedTypeNode named => FindType(named.Name.Value),
        ListTypeNode list => FindType(list.Type) is { } itemType ? new ListType(itemType) : null,
        NonNullTypeNode nonNull => FindType(nonNull.Type) is { } type ? new NonNullType(type) : null,
        _ => null,
    };

    /// <summary>The directive of that name (without <c>@</c>), or <see langword="null"/>.</summary>
    public Directive? FindDirective(string name) => directivesByName.GetValueOrDefault(name);

    /// <summary>The root type of an operation type, or <see langword="null"/> when the schema has none.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Mutation => MutationType,
        OperationType.Subscription => SubscriptionType,
        _ => QueryType,
    };

    /// <summary>The field that documents may select on a type: one of its own or a meta-field such as <c>__typename</c>; else <see langword="null"/>.</summary>
    public Field? FindField(CompositeType type, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal) && MetaFields.Find(name, type == QueryType) is { } metaField) return metaField;
        return (type as TypeWithFields)?.FindField(name);
    }

    /// <summary>The object types that values of a composite type may have; for an object type itself.</summary>
    public IReadOnlyList<ObjectType> GetPossibleTypes(CompositeType type) => possibleTypes[type].Objects;

    /// <summary>The interfaces that say that they implement an interface.</summary>
    public IReadOnlyList<InterfaceType> GetImplementingInterfaces(InterfaceType type) => possibleTypes[type].Interfaces;

    /// <summary>Whether values of a composite type may have that object type.</summary>
    public bool IsPossibleType(CompositeType type, ObjectType objectType) => possibleTypes[type].Contains(objectType);

    /// <summary>Whether a composite type is an abstract type's member or implementation (not the type itself).</summary>
    public bool IsSubType(CompositeType abstractType, CompositeType type) => possibleTypes[abstractType].Contains(type) && type != abstractType;

    /// <summary>
    /// The object type that stands for objects of a CLR type: of the type itself, else of the nearest of its base types, else of one of its
    /// interfaces; <see langword="null"/> when there is none.
    /// </summary>
    public ObjectType? FindObjectType(Type clrType)
        => objectTypesByClrType.TryGetValue(clrType, out var type) ? type : objectTypesByDerivedType.GetOrAdd(clrType, FindForDerived);

    /// <summary>
    /// The module that would bring a field, were it enabled, so that a request for it can be answered with the module's name;
    /// <see langword="null"/> when no installed module has it.
    /// </summary>
    public string? FindAbsentField(string typeName, string fieldName)
        => absentFields.GetValueOrDefault((typeName, fieldName)) ?? FindAbsentType(typeName);

    /// <summary>The module that would bring a type, were it enabled; <see langword="null"/> when no installed module has it.</summary>
    public string? FindAbsentType(string typeName) => absentTypes.GetValueOrDefault(typeName);

    private ObjectType? FindForDerived(Type clrType)
    {
        for (var ancestor = clrType.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (objectTypesByClrType.TryGetValue(ancestor, out var type)) return type;
        }

        return clrType.GetInterfaces().Select(contract => objectTypesByClrType.GetValueOrDefault(contract)).FirstOrDefault(type => type is not null);
    }
}
