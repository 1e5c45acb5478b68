using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.Provinces;

/// <summary>The provinces of the deployment, in <c>kernel.provinces</c>.</summary>
public static class ProvinceStore
{
    private const string SaveSql =
        """
        insert into kernel.provinces (id, slug, name, vietnamese_name) values ($1, $2, $3, $4)
        on conflict (id) do update set
            slug = excluded.slug, name = excluded.name, vietnamese_name = excluded.vietnamese_name
        where (provinces.slug, provinces.name, provinces.vietnamese_name)
            is distinct from (excluded.slug, excluded.name, excluded.vietnamese_name)
        """;

    private const string ReadSql = "select id, slug, name, vietnamese_name from kernel.provinces order by id";

    /// <summary>Writes the configured provinces, by the owner's role. One that is no longer configured stays, with its data.</summary>
    public static async Task SaveAsync(
        string ownerConnection, IReadOnlyCollection<Province> provinces, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(ownerConnection) { Pooling = false, ApplicationName = "modular/provinces" });
        await using var batch = source.CreateBatch();
        foreach (var province in provinces)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(SaveSql)
            {
                Parameters =
                {
                    new() { Value = province.Id.Value },
                    new() { Value = province.Slug },
                    new() { Value = province.Name },
                    new() { Value = province.VietnameseName },
                },
            });
        }

        if (batch.BatchCommands.Count > 0)
            await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>All provinces of the deployment, by their codes.</summary>
    public static async Task<IReadOnlyList<Province>> ReadAsync(NpgsqlDataSource neutral, CancellationToken cancellationToken)
    {
        await using var command = neutral.CreateCommand(ReadSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var provinces = new List<Province>();
        while (await reader.ReadAsync(cancellationToken))
            provinces.Add(new Province(new ProvinceId(reader.GetInt16(0)), reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        return provinces;
    }
}
