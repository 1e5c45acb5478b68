using Npgsql;

namespace Modular.TestKit.Databases;

/// <summary>What holds for every table of every schema, whoever made it.</summary>
public static class TableRules
{
    /// <summary>The tables that belong to no province, or are read for all provinces at once. Adding one here is a decision to review.</summary>
    public static readonly IReadOnlySet<string> WithoutProvince = new HashSet<string>(StringComparer.Ordinal)
    {
        "kernel.provinces",
        "kernel.province_modules",
        "kernel.holidays",
        "kernel.outbox_generation",
        "kernel.application_grants",
        "organizations.era",
        "organizations.kind",
        "organizations.kind_period",
        "organizations.kind_parent",
        "organizations.subkind",
        "organizations.administrative_unit",
        "organizations.administrative_unit_succession",
    };

    private const string ViolationsSql =
        """
        with tables as (
            select c.oid, n.nspname || '.' || c.relname as name, n.nspname, c.relrowsecurity and c.relforcerowsecurity as is_protected,
                (select a.attname from pg_index i
                 join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                 where i.indrelid = c.oid and i.indisprimary) as first_of_key,
                pg_get_userbyid(c.relowner) as owner
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
        )
        select name || ' has no primary key that begins with province_id.' from tables
        where first_of_key is distinct from 'province_id' and name <> all($1)
        union all
        select name || ' is not held by forced row-level security.' from tables where not is_protected and name <> all($1)
        union all
        select t.name || ' has other policies than the one of the province.' from tables t
        where name <> all($1) and (
            select array_agg(p.polname::text || ':' || pg_get_expr(p.polqual, p.polrelid)) from pg_policy p
            -- The owner's function finds reads by the person (docs/decisions/0030): for nobody else, and for reading alone.
            where p.polrelid = t.oid and not (
                t.name = 'kernel.sensitive_reads' and p.polname = 'search_by_subject' and p.polcmd = 'r' and p.polroles::regrole[] = array[t.owner::regrole]))
            is distinct from array['province:(province_id = ( SELECT (current_setting(''app.province''::text))::smallint AS current_setting))']
        union all
        select name || ' is owned by the application.' from tables where owner = $2
        union all
        select t.name || ' lets the application do more than read and change rows.' from tables t
        where has_table_privilege($2, t.oid, 'truncate') or has_table_privilege($2, t.oid, 'references') or has_table_privilege($2, t.oid, 'trigger')
        union all
        select con.conrelid::regclass || ' refers to another schema by ' || con.conname || '.' from pg_constraint con
        join tables own on own.oid = con.conrelid join tables other on other.oid = con.confrelid
        where con.contype = 'f' and own.nspname <> other.nspname
        union all
        select name || ': every schema keeps its own migrations, out of the application''s reach.' from tables
        where name like '%.migrations' and has_table_privilege($2, oid, 'insert')
        order by 1
        """;

    /// <summary>Every violation as a sentence.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(TestDatabase database)
    {
        await using var owner = await database.OpenAsOwnerAsync();
        string[] schemas = ["kernel", .. database.Schemas.Select(schema => schema.Schema)];
        await using var command = new NpgsqlCommand(ViolationsSql, owner);
        command.Parameters.Add(new NpgsqlParameter { Value = WithoutProvince.Concat(schemas.Select(schema => schema + ".migrations")).ToArray() });
        command.Parameters.Add(new NpgsqlParameter { Value = database.Connections.ApplicationRole });
        await using var reader = await command.ExecuteReaderAsync();
        var violations = new List<string>();
        while (await reader.ReadAsync())
            violations.Add(reader.GetString(0));
        return violations;
    }
}
