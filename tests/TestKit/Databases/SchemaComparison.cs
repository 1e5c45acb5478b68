using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Modular.Kernel.Postgres;

namespace Modular.TestKit.Databases;

/// <summary>
/// Compares what the modules map with what their migrations made. Entities are mapped in C# and tables are made by SQL, so this is what
/// keeps the two one.
/// </summary>
public static class SchemaComparison
{
    private const string ColumnsSql =
        """
        select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), not a.attnotnull, a.attgenerated <> '',
            coalesce(array_position(i.indkey::int2[], a.attnum), -1)
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_index i on i.indrelid = c.oid and i.indisprimary
        where n.nspname = $1 and c.relkind in ('r', 'p') and not c.relispartition
        """;

    /// <summary>Every difference as a sentence; empty when model and database agree.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(TestDatabase database)
    {
        var differences = new List<string>();
        foreach (var module in database.Modules)
        {
            if (module.Registration.Features.Get<ModuleDatabase>() is { } schema)
                differences.AddRange(Compare(schema, await ReadAsync(database, schema.Schema)));
        }

        return differences;
    }

    private static IEnumerable<string> Compare(ModuleDatabase schema, ILookup<string, Column> tables)
    {
        var mapped = MappedColumns(schema).ToLookup(column => column.Table);
        foreach (var table in mapped)
        {
            if (!tables.Contains(table.Key))
            {
                yield return $"{schema.Schema}.{table.Key} is mapped, but no migration makes it.";
                continue;
            }

            foreach (var difference in CompareTable($"{schema.Schema}.{table.Key}", table, tables[table.Key]))
                yield return difference;
        }

        foreach (var table in tables)
        {
            var isOpen = table.Key == "migrations" || TableRules.WithoutProvince.Contains($"{schema.Schema}.{table.Key}");
            if (!isOpen && !mapped.Contains(table.Key))
                yield return $"{schema.Schema}.{table.Key} is made by a migration, but nothing maps it.";
        }
    }

    private static IEnumerable<string> CompareTable(string table, IEnumerable<Column> mapped, IEnumerable<Column> made)
    {
        var inDatabase = made.ToDictionary(column => column.Name);
        foreach (var column in mapped)
        {
            if (!inDatabase.Remove(column.Name, out var actual))
                yield return $"{table}.{column.Name} is mapped, but the table does not have it.";
            else if (actual.Type != column.Type)
                yield return $"{table}.{column.Name} is mapped as {column.Type} and is {actual.Type}.";
            else if (actual.IsNullable != column.IsNullable)
                yield return $"{table}.{column.Name} is {(actual.IsNullable ? "nullable" : "not null")}, unlike its property.";
            else if (actual.KeyPosition != column.KeyPosition)
                yield return $"{table}.{column.Name} has another place in the primary key than in the model.";
        }

        foreach (var column in inDatabase.Values)
        {
            if (!column.IsGenerated)
                yield return $"{table}.{column.Name} is in the table, but nothing maps it.";
        }
    }

    private static IEnumerable<Column> MappedColumns(ModuleDatabase schema)
    {
        foreach (var entity in schema.Model.GetEntityTypes())
        {
            if (entity.GetSchema() != schema.Schema || entity.GetTableName() is not { } table)
                continue;
            var store = StoreObjectIdentifier.Table(table, schema.Schema);
            foreach (var property in entity.GetFlattenedProperties())
            {
                yield return new Column(
                    table,
                    property.GetColumnName(store)!,
                    property.GetColumnType(store)!,
                    property.IsColumnNullable(store),
                    IsGenerated: false,
                    entity.FindPrimaryKey()?.Properties.ToList().IndexOf(property) ?? -1);
            }
        }
    }

    private static async Task<ILookup<string, Column>> ReadAsync(TestDatabase database, string schema)
    {
        await using var owner = await database.OpenAsOwnerAsync();
        await using var command = new Npgsql.NpgsqlCommand(ColumnsSql, owner);
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = schema });
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<Column>();
        while (await reader.ReadAsync())
        {
            columns.Add(new Column(
                reader.GetString(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetBoolean(3),
                reader.GetBoolean(4),
                reader.GetInt32(5)));
        }

        return columns.ToLookup(column => column.Table);
    }

    private sealed record Column(string Table, string Name, string Type, bool IsNullable, bool IsGenerated, int KeyPosition);
}
