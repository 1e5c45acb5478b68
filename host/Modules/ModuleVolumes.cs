using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Npgsql;

namespace Modular.Host.Modules;

/// <summary>How much a module keeps, over all provinces, as PostgreSQL's statistics say; nothing is counted.</summary>
/// <param name="Module">The module.</param>
/// <param name="Tables">How many tables it has.</param>
/// <param name="Rows">About how many rows, as of the last time that PostgreSQL analyzed the tables.</param>
/// <param name="Bytes">What tables and indexes take.</param>
internal sealed record ModuleVolume(string Module, long Tables, long Rows, long Bytes)
{
    private const string Sql =
        """
        select count(*), coalesce(sum(greatest(reltuples, 0)), 0)::bigint, coalesce(sum(pg_total_relation_size(oid)), 0)::bigint
        from pg_class where relnamespace = to_regnamespace($1) and relkind = 'r'
        """;

    /// <summary>The volumes of the modules that keep data. They are about all provinces, so they are for operators and nobody of a single province.</summary>
    public static async Task<IReadOnlyList<ModuleVolume>> ReadAsync(string owner, InstalledModules modules, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { Pooling = false, ApplicationName = "modular/volumes" });
        var volumes = new List<ModuleVolume>();
        foreach (var database in modules.All.Select(module => module.Registration.Features.Get<ModuleDatabase>()).OfType<ModuleDatabase>())
        {
            await using var command = source.CreateCommand(Sql);
            command.Parameters.Add(new NpgsqlParameter { Value = database.Schema });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            volumes.Add(new ModuleVolume(database.ModuleId, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
        }

        return volumes;
    }
}
