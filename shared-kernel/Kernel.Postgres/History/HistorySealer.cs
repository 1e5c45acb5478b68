using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.History;

/// <summary>
/// Puts seals on the edits of a province, in commit order, shortly after they were committed: writers do not wait for one another, as they would
/// if each put its own link into the chain.
/// </summary>
public sealed class HistorySealer(ProvinceDataSources databases, TimeProvider clock)
{
    private const int BatchSize = 5_000;
    private const int LockSpace = 0x5ea1;

    private const string TryLockSql = "select pg_try_advisory_xact_lock($1, $2)";

    private const string HeadSql =
        """
        select position, hash, generation, transaction_id, sequence from kernel.edit_seals
        where province_id = $1 order by position desc limit 1
        """;

    private const string EditsSql =
        $"""
        with settled as (
            select generation, pg_snapshot_xmin(pg_current_snapshot()) as xmin from kernel.outbox_generation
        )
        select e.generation, e.transaction_id, e.sequence, {SealChain.DigestSql}
        from kernel.edits as e, settled
        where e.province_id = $1 and (e.generation, e.transaction_id, e.sequence) > ($2, $3, $4)
          and (e.generation < settled.generation or e.transaction_id < settled.xmin)
        order by e.generation, e.transaction_id, e.sequence
        limit $5
        """;

    private const string InsertSql =
        """
        insert into kernel.edit_seals (province_id, position, generation, transaction_id, sequence, hash, sealed_at)
        select $1, $2 + sealed.ordinal, sealed.generation, sealed.transaction_id, sealed.sequence, sealed.hash, $3
        from unnest($4, $5, $6, $7) with ordinality as sealed (generation, transaction_id, sequence, hash, ordinal)
        """;

    /// <summary>Seals what was committed and settled. While another host does the same in the province, it is left to that one.</summary>
    /// <returns>How many edits were sealed.</returns>
    public async Task<int> SealAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        var total = 0;
        int added;
        do
        {
            added = await SealBatchAsync(province, cancellationToken);
            total += added;
        }
        while (added == BatchSize);
        return total;
    }

    private async Task<int> SealBatchAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        await using var connection = await databases.Of(province).OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (!await LockAsync(connection, province, cancellationToken))
            return 0;
        var (position, hash, last) = await ReadHeadAsync(connection, province, cancellationToken);
        var links = await ReadLinksAsync(connection, province, last, hash, cancellationToken);
        if (links.Count == 0)
            return 0;
        await using var insert = Command(connection, InsertSql, province);
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        insert.Parameters.Add(CommitStatements.Typed(clock.GetUtcNow(), NpgsqlDbType.TimestampTz));
        insert.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. links.Select(link => link.Edit.Generation)] });
        insert.Parameters.Add(CommitStatements.Typed(links.Select(link => link.Edit.TransactionId).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Xid8));
        insert.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. links.Select(link => link.Edit.Sequence)] });
        insert.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. links.Select(link => link.Hash)] });
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return links.Count;
    }

    private static async Task<bool> LockAsync(NpgsqlConnection connection, ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TryLockSql, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = LockSpace });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = province.Value });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<(long Position, byte[] Hash, OutboxPosition Edit)> ReadHeadAsync(
        NpgsqlConnection connection, ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, HeadSql, province);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), OutboxReader.PositionAt(reader, 2))
            : (0, SealChain.Start(province), new OutboxPosition(-1, 0, 0));
    }

    private static async Task<List<(OutboxPosition Edit, byte[] Hash)>> ReadLinksAsync(
        NpgsqlConnection connection, ProvinceId province, OutboxPosition last, byte[] hash, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, EditsSql, province);
        OutboxReader.AddPosition(command.Parameters, last);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = BatchSize });
        var links = new List<(OutboxPosition, byte[])>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            hash = SealChain.Next(hash, reader.GetFieldValue<byte[]>(3));
            links.Add((OutboxReader.PositionAt(reader, 0), hash));
        }

        return links;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, ProvinceId province) => new(sql, connection)
    {
        Parameters = { new NpgsqlParameter<short> { TypedValue = province.Value } },
    };
}
