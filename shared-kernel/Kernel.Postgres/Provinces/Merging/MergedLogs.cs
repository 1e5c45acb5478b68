using Modular.Kernel.Postgres.History;

namespace Modular.Kernel.Postgres.Provinces.Merging;

/// <summary>
/// The sealed logs of a province that becomes part of another: the history of edits and the log of sensitive reads. Seals hold for a province and an order of commits, so its rows, whose seals were
/// verified just before, are entered into the log of the receiving province in their order and are sealed there anew. Of the old chain the last seal is kept in the act, which is sealed too.
/// </summary>
internal static class MergedLogs
{
    private const string ColumnsSql =
        """
        select quote_ident(attname) from pg_attribute
        where attrelid = $4::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
          and attname not in ('province_id', 'generation', 'transaction_id', 'sequence')
        order by attnum
        """;

    private static readonly (SealedLog Log, string[] Beside)[] Logs =
    [
        (SealedLog.Edits, ["kernel.edit_erasures"]),
        (SealedLog.Reads, []),
    ];

    /// <summary>The tables of logs and of their seals, which do not go over as they are.</summary>
    public static IReadOnlyCollection<string> Tables { get; } = [.. Logs.SelectMany(one => (string[])[one.Log.Rows, one.Log.Seals, .. one.Beside])];

    /// <summary>Enters the rows of both logs into those of the receiving province.</summary>
    /// <returns>How many of each.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> MoveAsync(ProvinceMergerWork work, CancellationToken cancellationToken)
    {
        var moved = new Dictionary<string, long>();
        foreach (var (log, beside) in Logs)
        {
            var columns = string.Join(", ", await work.TextsAsync(ColumnsSql, cancellationToken, log.Rows));
            var rows = await work.ExecuteAsync(
                $"""
                insert into {log.Rows} (province_id, generation, {columns})
                select $2, (select generation from kernel.outbox_generation), {columns} from {log.Rows} where province_id = $1 order by generation, transaction_id, sequence
                """,
                cancellationToken);
            foreach (var table in (string[])[.. beside, log.Seals, log.Rows])
                await work.ExecuteAsync($"delete from {table} where province_id = $1", cancellationToken);
            if (rows > 0)
                moved.Add(log.Rows, rows);
        }

        return moved;
    }
}
