using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Postgres.Entities;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>An entity's table as statements read it; taken from the model of its database context once.</summary>
internal sealed class ReadTable
{
    private const string ProvinceProperty = "ProvinceId";
    private readonly Dictionary<string, ReadColumn> columns;
    private readonly ReadColumn? key;

    public ReadTable(IEntityType entity, ReadModel model)
    {
        var store = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)
            ?? throw new InvalidOperationException($"{entity.ClrType} is not mapped to a table.");
        EntityType = entity.ClrType;
        QuotedName = $"{Identifier.Quote(store.Schema ?? "public")}.{Identifier.Quote(store.Name)}";
        columns = entity.GetFlattenedProperties()
            .Where(property => property.GetColumnName(store) is not null)
            .ToDictionary(PathOf, property => new ReadColumn(property, PathOf(property), property.GetColumnName(store)!));
        ProvinceColumn = columns.TryGetValue(ProvinceProperty, out var province)
            ? province.QuotedName
            : throw new InvalidOperationException($"{entity.ClrType} has no {ProvinceProperty}; only data of a province can be read.");
        key = KeyOf(entity);
        SubjectProperty = SubjectOf(entity);
        Scope = ReadScope.Of(entity, this, model);
        Place = ReadScope.PlaceOf(entity, this, model);
    }

    /// <summary>The entity.</summary>
    public Type EntityType { get; }

    /// <summary>The table with its schema as SQL writes it.</summary>
    public string QuotedName { get; }

    /// <summary>The column of the province as SQL writes it.</summary>
    public string ProvinceColumn { get; }

    /// <summary>What identifies a row inside the province. Statements may read tables without such a key; objects of the schema have one.</summary>
    /// <exception cref="InvalidOperationException">The key is not the province and one <see cref="Guid"/>.</exception>
    public ReadColumn Key => key
        ?? throw new InvalidOperationException($"The key of {EntityType} must be {ProvinceProperty} and one Guid.");

    /// <summary>Who may read which rows; null where every user of the province may read all.</summary>
    public ReadScope? Scope { get; }

    /// <summary>Where the rows stand, for the permissions of single fields; null where they stand nowhere.</summary>
    public ReadScope? Place { get; }

    /// <summary>The property that holds the member of whom a row is, directly or through the row by which it is seen; null where it is of none.</summary>
    public string? SubjectProperty { get; }

    /// <summary>The column of a property.</summary>
    /// <exception cref="InvalidOperationException">The property is not mapped to a column.</exception>
    public ReadColumn Column(string property) => columns.TryGetValue(property, out var column)
        ? column
        : throw new InvalidOperationException($"{EntityType.Name}.{property} is not a column of {QuotedName}.");

    /// <summary>The property's name; within a complex property the names joined by dots.</summary>
    private static string PathOf(IProperty property)
    {
        var path = property.Name;
        for (var within = property.DeclaringType as IComplexType; within is not null; within = within.ComplexProperty.DeclaringType as IComplexType)
            path = $"{within.ComplexProperty.Name}.{path}";
        return path;
    }

    private static string? SubjectOf(IEntityType entity)
    {
        var scope = entity.FindScope();
        if (scope?.SelfProperty is { } self)
            return self;
        if (scope?.Parent is { } parent && entity.Model.FindEntityType(parent.Entity)?.FindScope()?.SelfProperty == "Id")
            return parent.KeyProperty;
        // Rows about a member who does not see them are about the member all the same.
        return entity.FindProperty("MemberId")?.Name;
    }

    private ReadColumn? KeyOf(IEntityType entity)
    {
        var properties = entity.FindPrimaryKey()?.Properties.Where(property => property.Name != ProvinceProperty).ToList();
        return properties is [var property] && property.ClrType == typeof(Guid) ? columns[property.Name] : null;
    }
}
