using System.Reflection;
using Modular.GraphQL.CodeFirst;

namespace Modular.Kernel.GraphQL;

/// <summary>What C# types are in the output of one schema: entities, and all else by the type map.</summary>
internal sealed class OutputTypes(EntityCatalog entities)
{
    private TypeMap? types;

    /// <summary>The entity types.</summary>
    public EntityCatalog Entities => entities;

    /// <summary>The type map.</summary>
    public TypeMap Types
    {
        get => types ?? throw new InvalidOperationException("The type map is not there yet.");
        set => types = value;
    }

    /// <summary>The entities that values of a type stand for: entities themselves, or keys of a named type; null where they stand for none.</summary>
    public EntityOutput? EntityOf(TypeUse use, string? referenced)
    {
        var named = use.Item?.Type ?? use.Type;
        if (referenced is not null)
            return entities.Find(referenced) is { } target ? new EntityOutput(target, static key => (Guid)key, use.Item is not null) : null;
        return entities.Find(named) is { } table ? new EntityOutput(table, KeyGetter(table), use.Item is not null) : null;
    }

    private static Func<object, Guid> KeyGetter(EntityTable table)
    {
        var key = table.Declaration.Entity.GetProperty(table.Table.Key.PropertyName, BindingFlags.Public | BindingFlags.Instance)!;
        var read = new RecordProperty(key, key.Name, TypeUse.Of(key)).Getter();
        return entity => (Guid)read(entity)!;
    }
}
