using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Postgres.Reads;

namespace Modular.Kernel.Postgres.Writing.Rows;

/// <summary>A table into which rows are saved.</summary>
internal sealed class RowTable
{
    private static readonly ConditionalWeakTable<IEntityType, RowTable> Tables = [];

    private RowTable(IEntityType entity)
    {
        var table = entity.GetTableMappings().Single().Table;
        EntityName = entity.ShortName();
        Name = $"{Identifier.Quote(table.Schema!)}.{Identifier.Quote(table.Name)}";
        Depth = DepthOf(entity, []);
        Columns = [.. entity.GetFlattenedProperties().Select(property => new RowColumn(property.GetTableColumnMappings().Single()))];
        Keys = [.. Columns.Where(column => column.IsKey)];
        Tokens = [.. Columns.Where(column => column.IsToken)];
        Given = [.. Columns.Where(column => !column.IsComputed)];
    }

    /// <summary>The entity, for messages.</summary>
    public string EntityName { get; }

    /// <summary>The table with its schema, in quotes.</summary>
    public string Name { get; }

    /// <summary>How long the longest chain of declared references is that leads from here to tables that refer to none.</summary>
    public int Depth { get; }

    /// <summary>All columns.</summary>
    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>The columns of the key.</summary>
    public IReadOnlyList<RowColumn> Keys { get; }

    /// <summary>The columns that must stand as they were read.</summary>
    public IReadOnlyList<RowColumn> Tokens { get; }

    /// <summary>The columns that a new row brings.</summary>
    public IReadOnlyList<RowColumn> Given { get; }

    public static RowTable Of(IEntityType entity) => Tables.GetValue(entity, static one => new RowTable(one));

    private static int DepthOf(IEntityType entity, HashSet<IEntityType> below)
    {
        if (!below.Add(entity))
            return 0;
        var depth = 0;
        foreach (var principal in entity.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != entity))
            depth = Math.Max(depth, 1 + DepthOf(principal, below));
        below.Remove(entity);
        return depth;
    }
}
