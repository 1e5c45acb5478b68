using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.WorkItems;

/// <summary>How many work items of a kind are open.</summary>
/// <param name="Module">The module that declares the kind.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Open">How many.</param>
public sealed record OpenWorkItems(string Module, string Kind, long Open);

/// <summary>Counts the open work items of a province, for those who administer it.</summary>
public sealed class OpenWorkItemCounts(ProvinceDataSources dataSources)
{
    private const string Sql =
        """
        select module, kind, count(*) from kernel.work_items
        where province_id = $1 and state = 'OPEN' and module = any($2) group by module, kind order by module, kind
        """;

    /// <summary>The open items of these modules by kind; kinds without any are left out.</summary>
    public async Task<IReadOnlyList<OpenWorkItems>> ReadAsync(ProvinceId province, IReadOnlyCollection<string> modules, CancellationToken cancellationToken)
    {
        await using var command = dataSources.Of(province).CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter { Value = province.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = modules.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new List<OpenWorkItems>();
        while (await reader.ReadAsync(cancellationToken))
            counts.Add(new OpenWorkItems(reader.GetString(0), reader.GetString(1), reader.GetInt64(2)));
        return counts;
    }
}
