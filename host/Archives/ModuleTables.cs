using Modular.Kernel.Postgres;
using Npgsql;

namespace Modular.Host.Archives;

/// <summary>
/// Finds the tables of a module by what the database has: every table of its schema whose key begins with the province, and the rows of the kernel that carry the module's name.
/// Tables that belong to no province (units of administration, for instance) come with the module's migrations.
/// </summary>
internal static class ModuleTables
{
    private const string TablesSql =
        """
        select c.relname,
            array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum),
            array(select a.attname::text from unnest(i.indkey::smallint[]) with ordinality as k (attnum, place)
                join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.place),
            array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity <> '' order by a.attnum),
            array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid
                where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid)
        from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
        where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
          and c.relname = coalesce($2, c.relname)
          and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0] and a.attname = 'province_id')
        order by c.relname
        """;

    // The kernel's rows of a module. Its history and its files of imports are the province's to keep; events that it published belong to those who listen.
    private static readonly (string Table, KeptRows Kept)[] OfTheKernel =
    [
        ("work_items", KeptRows.WithTheModule),
        ("work_item_sweeps", KeptRows.WithTheDatabase),
        ("outbox_positions", KeptRows.WithTheDatabase),
        ("parked_events", KeptRows.WithTheDatabase),
        ("edits", KeptRows.InTheProvince),
        ("import_batches", KeptRows.InTheProvince),
    ];

    /// <summary>The tables of a module, each after those that it refers to.</summary>
    public static async Task<IReadOnlyList<ModuleTable>> OfAsync(NpgsqlConnection connection, ModuleDatabase module, CancellationToken cancellationToken)
    {
        var tables = InOrder(await OfSchemaAsync(connection, module.Schema, cancellationToken));
        foreach (var table in module.KernelTables)
            tables.AddRange(await ReadAsync(connection, "kernel", table, cancellationToken));
        foreach (var (name, kept) in OfTheKernel)
        {
            tables.AddRange((await ReadAsync(connection, "kernel", name, cancellationToken))
                .Select(table => table with { Kept = kept, Condition = $" where module = '{module.ModuleId}'" }));
        }

        return tables;
    }

    /// <summary>The tables of a schema that hold rows of provinces, by name.</summary>
    public static Task<List<ModuleTable>> OfSchemaAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken) =>
        ReadAsync(connection, schema, only: null, cancellationToken);

    private static async Task<List<ModuleTable>> ReadAsync(NpgsqlConnection connection, string schema, string? only, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TablesSql, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = ModuleTable.Quote(schema) });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)only ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new List<ModuleTable>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tables.Add(new ModuleTable(
                schema,
                reader.GetString(0),
                reader.GetFieldValue<string[]>(1),
                reader.GetFieldValue<string[]>(2),
                reader.GetFieldValue<string[]>(3),
                reader.GetFieldValue<string[]>(4)));
        }

        return tables;
    }

    /// <exception cref="ArchiveException">Tables refer to each other in a circle.</exception>
    private static List<ModuleTable> InOrder(List<ModuleTable> waiting)
    {
        var ordered = new List<ModuleTable>();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(table => !waiting.Exists(other => other != table && table.References.Contains(other.Name)))
                ?? throw new ArchiveException($"The tables {string.Join(", ", waiting.Select(table => table.FullName))} refer to each other in a circle.");
            waiting.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }
}
