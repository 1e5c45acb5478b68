using System.Collections.Frozen;

namespace Modular.GraphQL.TypeSystem;

/// <summary>What a composite type stands for.</summary>
internal sealed class PossibleTypes(List<ObjectType> objects, List<InterfaceType> interfaces)
{
    private readonly FrozenSet<CompositeType> all = objects.Concat<CompositeType>(interfaces).ToFrozenSet();

    public IReadOnlyList<ObjectType> Objects { get; } = objects;

    public IReadOnlyList<InterfaceType> Interfaces { get; } = interfaces;

    public bool Contains(CompositeType type) => all.Contains(type);

    public static FrozenDictionary<CompositeType, PossibleTypes> Of(IReadOnlyList<NamedType> types)
    {
        var objects = types.OfType<InterfaceType>().ToDictionary(type => type, _ => new List<ObjectType>());
        var interfaces = types.OfType<InterfaceType>().ToDictionary(type => type, _ => new List<InterfaceType>());
        foreach (var type in types.OfType<TypeWithFields>())
        {
            foreach (var implemented in type.Interfaces)
            {
                if (type is ObjectType objectType) objects[implemented].Add(objectType);
                else interfaces[implemented].Add((InterfaceType)type);
            }
        }

        return types.OfType<CompositeType>().ToFrozenDictionary(type => type, type => type switch
        {
            InterfaceType contract => new PossibleTypes(objects[contract], interfaces[contract]),
            UnionType union => new PossibleTypes([.. union.Members], []),
            _ => new PossibleTypes([(ObjectType)type], []),
        });
    }
}
