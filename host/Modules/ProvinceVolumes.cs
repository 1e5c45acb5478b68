using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Host.Modules;

/// <summary>Counts what modules keep of one province, as the application sees it: statistics of PostgreSQL are about all provinces, and none may learn of another's growth.</summary>
internal sealed class ProvinceVolumes(InstalledModules modules, ProvinceDataSources databases)
{
    private const string TablesSql =
        """
        select c.relname from pg_class as c
        where c.relnamespace = to_regnamespace($1) and c.relkind = 'r' and exists (
            select from pg_attribute as a where a.attrelid = c.oid and a.attname = 'province_id' and not a.attisdropped)
        order by c.relname
        """;

    /// <summary>The tables of a module that hold rows of provinces, with how many they hold of this one.</summary>
    public async Task<IReadOnlyList<(string Name, long Rows)>> CountAsync(ProvinceId province, string moduleId, CancellationToken cancellationToken)
    {
        if (modules.All.Single(module => module.Id == moduleId).Registration.Features.Get<ModuleDatabase>() is not { } database)
            return [];
        var tables = new List<string>();
        await using (var command = databases.Of(province).CreateCommand(TablesSql))
        {
            command.Parameters.Add(new NpgsqlParameter { Value = database.Schema });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                tables.Add(reader.GetString(0));
        }

        var counted = new List<(string, long)>();
        foreach (var table in tables)
        {
            // Names come from the catalog and are quoted.
            await using var count = databases.Of(province).CreateCommand($"select count(*) from {Quote(database.Schema)}.{Quote(table)} where province_id = $1");
            count.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Value });
            counted.Add((table, (long)(await count.ExecuteScalarAsync(cancellationToken))!));
        }

        return counted;
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
