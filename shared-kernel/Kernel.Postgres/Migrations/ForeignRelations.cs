using Npgsql;

namespace Modular.Kernel.Postgres.Migrations;

/// <summary>
/// The tables, views, indexes and sequences of all schemas but a module's own, with a mark that changes when somebody changes them: a migration that touches one is rolled back. A foreign
/// key or a trigger changes the table that it refers to, so these are found too.
/// </summary>
internal static class ForeignRelations
{
    private const string ReadSql =
        """
        select c.oid::bigint, n.nspname || '.' || c.relname, c.xmin::text || ' ' || coalesce(string_agg(t.oid::text, ' ' order by t.oid), '')
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        left join pg_trigger t on t.tgrelid = c.oid
        where n.nspname <> $1 and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'
        group by c.oid, n.nspname, c.relname, c.xmin
        """;

    /// <summary>What there is.</summary>
    public static async Task<Dictionary<long, ForeignRelation>> ReadAsync(NpgsqlConnection connection, string ownSchema, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReadSql, connection) { Parameters = { new() { Value = ownSchema } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var relations = new Dictionary<long, ForeignRelation>();
        while (await reader.ReadAsync(cancellationToken))
            relations.Add(reader.GetInt64(0), new ForeignRelation(reader.GetString(1), reader.GetString(2)));
        return relations;
    }

    /// <summary>The names of those that came, went or changed.</summary>
    public static IReadOnlyList<string> Touched(Dictionary<long, ForeignRelation> before, Dictionary<long, ForeignRelation> after) =>
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
