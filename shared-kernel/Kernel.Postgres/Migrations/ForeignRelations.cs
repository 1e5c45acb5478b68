using Npgsql;

namespace Modular.Kernel.Postgres.Migrations;

/// <summary>
/// The tables, views, indexes, sequences and functions of all schemas but a module's own, with a mark that changes when somebody changes them, their columns, triggers or policies: a migration that
/// touches one is rolled back. A foreign key puts triggers on the table that it refers to, so it is found too. What belongs to an extension of PostgreSQL is nobody's.
/// </summary>
internal static class ForeignRelations
{
    private const string ReadSql =
        """
        select 'r' || c.oid, n.nspname || '.' || c.relname,
            c.xmin::text
            || ' ' || coalesce((select string_agg(t.oid || ':' || t.xmin, ' ' order by t.oid) from pg_trigger t where t.tgrelid = c.oid), '')
            || ' ' || coalesce((select string_agg(p.oid || ':' || p.xmin, ' ' order by p.oid) from pg_policy p where p.polrelid = c.oid), '')
            || ' ' || coalesce((select string_agg(a.xmin::text, ' ' order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0), '')
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname <> $1 and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
            and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
        union all
        select 'f' || f.oid, n.nspname || '.' || f.proname || '()', f.xmin::text
        from pg_proc f join pg_namespace n on n.oid = f.pronamespace
        where n.nspname <> $1 and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
            and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = f.oid and d.deptype = 'e')
        """;

    /// <summary>What there is.</summary>
    public static async Task<Dictionary<string, ForeignRelation>> ReadAsync(NpgsqlConnection connection, string ownSchema, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReadSql, connection) { Parameters = { new() { Value = ownSchema } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var relations = new Dictionary<string, ForeignRelation>();
        while (await reader.ReadAsync(cancellationToken))
            relations.Add(reader.GetString(0), new ForeignRelation(reader.GetString(1), reader.GetString(2)));
        return relations;
    }

    /// <summary>The names of those that came, went or changed.</summary>
    public static IReadOnlyList<string> Touched(Dictionary<string, ForeignRelation> before, Dictionary<string, ForeignRelation> after) =>
    [
        .. before.Where(known => !known.Value.Equals(after.GetValueOrDefault(known.Key))).Select(known => known.Value.Name)
            .Concat(after.Where(found => !before.ContainsKey(found.Key)).Select(found => found.Value.Name))
            .Distinct().Order(StringComparer.Ordinal),
    ];
}

/// <summary>A relation of somebody else.</summary>
/// <param name="Name">Its name with its schema.</param>
/// <param name="Mark">What changes with it.</param>
internal sealed record ForeignRelation(string Name, string Mark);
