using Modular.Host.Archives;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Host.Modules;

/// <summary>Counts what modules keep of one province, as the application sees it: statistics of PostgreSQL are about all provinces, and none may learn of another's growth.</summary>
internal sealed class ProvinceVolumes(InstalledModules modules, ProvinceDataSources databases)
{
    /// <summary>The tables of a module that hold rows of provinces, with how many they hold of this one.</summary>
    public async Task<IReadOnlyList<(string Name, long Rows)>> CountAsync(ProvinceId province, string moduleId, CancellationToken cancellationToken)
    {
        if (modules.All.Single(module => module.Id == moduleId).Registration.Features.Get<ModuleDatabase>() is not { } database)
            return [];
        await using var connection = await databases.Of(province).OpenConnectionAsync(cancellationToken);
        var counted = new List<(string, long)>();
        foreach (var table in await ModuleTables.OfSchemaAsync(connection, database.Schema, cancellationToken))
        {
            await using var count = new NpgsqlCommand(table.CountSql, connection);
            counted.Add((table.Name, (long)(await count.ExecuteScalarAsync(cancellationToken))!));
        }

        return counted;
    }
}
