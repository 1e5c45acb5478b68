using System.Data.Common;
using Modular.Kernel.Postgres.Connections;
using NpgsqlTypes;

namespace Modular.Organizations.Kinds;

/// <summary>Reads the catalog of kinds when it is first needed, and keeps it: it changes with a migration only.</summary>
internal sealed class KindCatalogSource(ProvinceDataSources dataSources)
{
    private KindCatalog? catalog;

    /// <summary>The catalog.</summary>
    public async ValueTask<KindCatalog> GetAsync(CancellationToken cancellationToken) =>
        catalog ??= await ReadAsync(cancellationToken);

    private async Task<KindCatalog> ReadAsync(CancellationToken cancellationToken)
    {
        await using var batch = dataSources.Neutral.CreateBatch();
        string[] queries =
        [
            "select code, vietnamese_name, english_name, valid, instrument from organizations.era order by code",
            "select code, vietnamese_name, english_name, level, holds_members, code_groups from organizations.kind order by level, code",
            "select kind, era, valid, vietnamese_name, english_name from organizations.kind_period order by kind, era",
            "select code, kind, vietnamese_name, english_name, valid from organizations.subkind order by kind, code",
            """
            select era, kind, parent_kind, needs_superior_powers, needs_consent, rule, instrument
            from organizations.kind_parent order by id
            """,
        ];
        foreach (var query in queries)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = query;
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var eras = await ListAsync(reader, row => new Era(Text(row, 0), Text(row, 1), Text(row, 2), Days(row, 3), Text(row, 4)), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var kinds = await ListAsync(
            reader,
            row => new Kind(
                Text(row, 0), Text(row, 1), Text(row, 2), row.GetInt16(3), row.GetBoolean(4), row.IsDBNull(5) ? null : row.GetInt16(5)),
            cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var periods = await ListAsync(
            reader, row => new KindPeriod(Text(row, 0), Text(row, 1), Days(row, 2), Text(row, 3), Text(row, 4)), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var subkinds = await ListAsync(
            reader, row => new Subkind(Text(row, 0), Text(row, 1), Text(row, 2), Text(row, 3), Days(row, 4)), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var places = await ListAsync(
            reader,
            row => new KindPlace(
                Text(row, 0), Text(row, 1), row.IsDBNull(2) ? null : Text(row, 2), row.GetBoolean(3), row.GetBoolean(4), Text(row, 5), Text(row, 6)),
            cancellationToken);
        return new KindCatalog(eras, kinds, periods, subkinds, places);
    }

    private static async Task<List<T>> ListAsync<T>(DbDataReader reader, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    private static string Text(DbDataReader row, int column) => row.GetString(column);

    private static NpgsqlRange<DateOnly> Days(DbDataReader row, int column) => row.GetFieldValue<NpgsqlRange<DateOnly>>(column);
}
