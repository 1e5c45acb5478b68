using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Events;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.History;

/// <summary>Puts seals on the edits of a province.</summary>
public sealed class HistorySealer(ProvinceDataSources databases, TimeProvider clock) : LogSealer(SealedLog.Edits, databases, clock);

/// <summary>Puts seals on the sensitive reads of a province.</summary>
public sealed class ReadSealer(ProvinceDataSources databases, TimeProvider clock) : LogSealer(SealedLog.Reads, databases, clock);

/// <summary>
/// Puts seals on the rows of a log, in commit order, shortly after they were committed: writers do not wait for one another, as they would
/// if each put its own link into the chain.
/// </summary>
public abstract class LogSealer
{
    private const int BatchSize = 5_000;

    private const string TryLockSql = "select pg_try_advisory_xact_lock($1, $2)";

    private readonly SealedLog log;
    private readonly ProvinceDataSources databases;
    private readonly TimeProvider clock;

    private protected LogSealer(SealedLog log, ProvinceDataSources databases, TimeProvider clock) =>
        (this.log, this.databases, this.clock) = (log, databases, clock);

    private string HeadSql =>
        $"""
        select position, hash, generation, transaction_id, sequence from {log.Seals}
        where province_id = $1 order by position desc limit 1
        """;

    private string RowsSql =>
        $"""
        with settled as (
            select generation, pg_snapshot_xmin(pg_current_snapshot()) as xmin from kernel.outbox_generation
        )
        select e.generation, e.transaction_id, e.sequence, {log.SealsWith}
        from {log.Rows} as e {log.Erasures}, settled
        where e.province_id = $1 and (e.generation, e.transaction_id, e.sequence) > ($2, $3, $4)
          and (e.generation < settled.generation or e.transaction_id < settled.xmin)
        order by e.generation, e.transaction_id, e.sequence
        limit $5
        """;

    private string InsertSql =>
        $"""
        insert into {log.Seals} (province_id, position, generation, transaction_id, sequence, hash, sealed_at{(log.Form is null ? "" : ", form")})
        select $1, $2 + sealed.ordinal, sealed.generation, sealed.transaction_id, sealed.sequence, sealed.hash, $3{(log.Form is { } form ? $", {form}" : "")}
        from unnest($4, $5, $6, $7) with ordinality as sealed (generation, transaction_id, sequence, hash, ordinal)
        """;

    /// <summary>Seals what was committed and settled. While another host does the same in the province, it is left to that one.</summary>
    /// <returns>How many rows were sealed.</returns>
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
        insert.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. links.Select(link => link.Row.Generation)] });
        insert.Parameters.Add(CommitStatements.Typed(links.Select(link => link.Row.TransactionId).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Xid8));
        insert.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. links.Select(link => link.Row.Sequence)] });
        insert.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. links.Select(link => link.Hash)] });
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return links.Count;
    }

    private async Task<bool> LockAsync(NpgsqlConnection connection, ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TryLockSql, connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = log.LockSpace });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = province.Value });
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<(long Position, byte[] Hash, OutboxPosition Row)> ReadHeadAsync(
        NpgsqlConnection connection, ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, HeadSql, province);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), OutboxReader.PositionAt(reader, 2))
            : (0, SealChain.Start(log, province), new OutboxPosition(-1, 0, 0));
    }

    private async Task<List<(OutboxPosition Row, byte[] Hash)>> ReadLinksAsync(
        NpgsqlConnection connection, ProvinceId province, OutboxPosition last, byte[] hash, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, RowsSql, province);
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
