using System.Data;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.History;

/// <summary>Follows the chain of seals over the history of a province.</summary>
public sealed class HistoryVerifier(ProvinceDataSources databases) : LogVerifier(SealedLog.Edits, databases)
{
    /// <summary>Looks through the whole history, as it stands at one moment. None of it is ever removed.</summary>
    /// <inheritdoc cref="LogVerifier.VerifyAsync"/>
    public Task<LogVerdict> VerifyAsync(ProvinceId province, NotedSeal? noted, CancellationToken cancellationToken) =>
        VerifyAsync(province, noted, DateTimeOffset.MinValue, cancellationToken);
}

/// <summary>Follows the chain of seals over the sensitive reads of a province.</summary>
public sealed class ReadLogVerifier(ProvinceDataSources databases) : LogVerifier(SealedLog.Reads, databases)
{
    /// <summary>For how many months reads stay in the log before they may go into an archive (PD-15).</summary>
    public const int MonthsOnline = 12;
}

/// <summary>Follows the chain of seals over a log and finds the first row that is not what was sealed.</summary>
public abstract class LogVerifier
{
    private readonly SealedLog log;
    private readonly ProvinceDataSources databases;

    private protected LogVerifier(SealedLog log, ProvinceDataSources databases) => (this.log, this.databases) = (log, databases);

    private string ChainSql =>
        $"""
        select s.position, s.hash, s.sealed_at, {log.MustBeSealedWith}, e.sequence, {log.What}
        from {log.Seals} as s
        left join {log.Rows} as e on e.province_id = s.province_id
            and e.generation = s.generation and e.transaction_id = s.transaction_id and e.sequence = s.sequence
        {log.Erasures}
        where s.province_id = $1
        order by s.position
        """;

    // Sealing follows the order of commits, so what lies before the last sealed edit and bears no seal came later.
    private string AddedSql =>
        $"""
        with head as (
            select generation, transaction_id, sequence from {log.Seals} where province_id = $1 order by position desc limit 1
        ),
        added as (
            select e.generation, e.transaction_id, e.sequence from {log.Rows} as e, head
            where e.province_id = $1
              and (e.generation, e.transaction_id, e.sequence) <= (head.generation, head.transaction_id, head.sequence)
            except
            select s.generation, s.transaction_id, s.sequence from {log.Seals} as s where s.province_id = $1
        ),
        first as (select * from added order by generation, transaction_id, sequence limit 1)
        select (select min(s.position) from {log.Seals} as s
                where s.province_id = $1
                  and (s.generation, s.transaction_id, s.sequence) > (first.generation, first.transaction_id, first.sequence)),
            {log.What}
        from first
        join {log.Rows} as e on e.province_id = $1
            and e.generation = first.generation and e.transaction_id = first.transaction_id and e.sequence = first.sequence
        """;

    private string CountSql =>
        $"""
        with head as (select generation, transaction_id, sequence from {log.Seals} where province_id = $1 order by position desc limit 1)
        select count(*) from {log.Rows} as e
        where e.province_id = $1 and not exists (
            select from head where (e.generation, e.transaction_id, e.sequence) <= (head.generation, head.transaction_id, head.sequence))
        """;

    private string HeadSql => $"select position, hash, sealed_at from {log.Seals} where province_id = $1 order by position desc limit 1";

    /// <summary>Reads the last seal of a province; null before the first one.</summary>
    public async Task<LogSeal?> ReadHeadAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = databases.Of(province).CreateCommand(HeadSql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? SealOf(reader) : null;
    }

    /// <summary>Looks through the whole log, as it stands at one moment.</summary>
    /// <param name="province">The province.</param>
    /// <param name="noted">A seal that was written down earlier outside of the database; the chain must go through it.</param>
    /// <param name="keptSince">Since when all that was sealed must be there. Rows from before may have been removed, those from the beginning first: their seals stand for them.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<LogVerdict> VerifyAsync(ProvinceId province, NotedSeal? noted, DateTimeOffset keptSince, CancellationToken cancellationToken)
    {
        await using var connection = await databases.Of(province).OpenConnectionAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var walk = new ChainWalk(SealChain.Start(log, province), noted, keptSince);
        await FollowAsync(connection, province, walk, cancellationToken);
        var breach = walk.End();
        var added = await FindAddedAsync(connection, province, cancellationToken);
        if (added is not null && (breach is null || added.Position <= breach.Position))
            breach = added;
        await using var count = Command(connection, CountSql, province);
        var unsealed = (long)(await count.ExecuteScalarAsync(cancellationToken))!;
        var last = breach is null ? walk.Position : breach.Position - 1;
        return new LogVerdict(Math.Max(last - walk.Removed, 0), unsealed, walk.Head, breach) { Removed = walk.Removed };
    }

    private async Task FollowAsync(NpgsqlConnection connection, ProvinceId province, ChainWalk walk, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, ChainSql, province);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var isThere = !await reader.IsDBNullAsync(4, cancellationToken);
            if (!walk.Step(SealOf(reader), isThere ? reader.GetFieldValue<byte[]>(3) : null, () => RowOf(reader, 5)))
                return;
        }
    }

    private async Task<LogBreach?> FindAddedAsync(
        NpgsqlConnection connection, ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, AddedSql, province);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new LogBreach(LogBreachKind.Added, reader.GetInt64(0), RowOf(reader, 1))
            : null;
    }

    private static LogSeal SealOf(NpgsqlDataReader reader) =>
        new(reader.GetInt64(0), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(1)), reader.GetFieldValue<DateTimeOffset>(2));

    private static SealedRow RowOf(NpgsqlDataReader reader, int column) => new(
        reader.GetString(column),
        reader.GetString(column + 1),
        reader.IsDBNull(column + 2) ? null : reader.GetGuid(column + 2),
        reader.GetFieldValue<DateTimeOffset>(column + 3));

    // A long history takes its time; whoever asked may end it.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, ProvinceId province) => new(sql, connection)
    {
        CommandTimeout = 0,
        Parameters = { new NpgsqlParameter<short> { TypedValue = province.Value } },
    };
}
