namespace Modular.Kernel.GraphQL;

/// <summary>The entity types of one schema.</summary>
internal sealed class EntityCatalog
{
    private readonly Dictionary<Type, EntityTable> byType = [];
    private readonly Dictionary<string, EntityTable> byName = new(StringComparer.Ordinal);

    /// <summary>All entity types, in the order of the modules.</summary>
    public IReadOnlyCollection<EntityTable> All => byType.Values;

    /// <summary>Adds an entity type. Of two with one name the first counts; the schema's builder reports the conflict.</summary>
    public void Add(EntityTable table)
    {
        byType.TryAdd(table.Declaration.Entity, table);
        byName.TryAdd(table.Name, table);
    }

    /// <summary>The type of an entity, or null.</summary>
    public EntityTable? Find(Type entity) => byType.GetValueOrDefault(entity);

    /// <summary>The type of this name, or null.</summary>
    public EntityTable? Find(string name) => byName.GetValueOrDefault(name);
}
