using System.Data;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.History;

/// <summary>Follows the chain of seals over the history of a province and finds the first edit that is not what was sealed.</summary>
public sealed class HistoryVerifier(ProvinceDataSources databases)
{
    private const string ChainSql =
        $"""
        select s.position, s.hash, s.sealed_at, {SealChain.DigestSql}, e.module, e.entity, e.entity_id, e.made_at
        from kernel.edit_seals as s
        left join kernel.edits as e on e.province_id = s.province_id
            and e.generation = s.generation and e.transaction_id = s.transaction_id and e.sequence = s.sequence
        where s.province_id = $1
        order by s.position
        """;

    // Sealing follows the order of commits, so what lies before the last sealed edit and bears no seal came later.
    private const string AddedSql =
        """
        with head as (
            select generation, transaction_id, sequence from kernel.edit_seals where province_id = $1 order by position desc limit 1
        ),
        added as (
            select e.generation, e.transaction_id, e.sequence from kernel.edits as e, head
            where e.province_id = $1
              and (e.generation, e.transaction_id, e.sequence) <= (head.generation, head.transaction_id, head.sequence)
            except
            select s.generation, s.transaction_id, s.sequence from kernel.edit_seals as s where s.province_id = $1
        ),
        first as (select * from added order by generation, transaction_id, sequence limit 1)
        select (select min(s.position) from kernel.edit_seals as s
                where s.province_id = $1
                  and (s.generation, s.transaction_id, s.sequence) > (first.generation, first.transaction_id, first.sequence)),
            e.module, e.entity, e.entity_id, e.made_at
        from first
        join kernel.edits as e on e.province_id = $1
            and e.generation = first.generation and e.transaction_id = first.transaction_id and e.sequence = first.sequence
        """;

    private const string CountSql =
        "select (select count(*) from kernel.edits where province_id = $1) - (select count(*) from kernel.edit_seals where province_id = $1)";

    private const string HeadSql =
        "select position, hash, sealed_at from kernel.edit_seals where province_id = $1 order by position desc limit 1";

    /// <summary>Reads the last seal of a province; null before the first one.</summary>
    public async Task<HistorySeal?> ReadHeadAsync(ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = databases.Of(province).CreateCommand(HeadSql);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? SealOf(reader) : null;
    }

    /// <summary>Looks through the whole history, as it stands at one moment.</summary>
    /// <param name="province">The province.</param>
    /// <param name="noted">A seal that was written down earlier outside of the database; the chain must go through it.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    public async Task<HistoryVerdict> VerifyAsync(ProvinceId province, NotedSeal? noted, CancellationToken cancellationToken)
    {
        await using var connection = await databases.Of(province).OpenConnectionAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var (verified, head, breach) = await FollowAsync(connection, province, noted, cancellationToken);
        var added = await FindAddedAsync(connection, province, cancellationToken);
        if (added is not null && (breach is null || added.Position <= breach.Position))
            breach = added;
        await using var count = Command(connection, CountSql, province);
        var unsealed = (long)(await count.ExecuteScalarAsync(cancellationToken))!;
        return new HistoryVerdict(breach is null ? verified : breach.Position - 1, Math.Max(unsealed, 0), head, breach);
    }

    private static async Task<(long Verified, HistorySeal? Head, HistoryBreach? Breach)> FollowAsync(
        NpgsqlConnection connection, ProvinceId province, NotedSeal? noted, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, ChainSql, province);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var hash = SealChain.Start(province);
        HistorySeal? head = null;
        while (await reader.ReadAsync(cancellationToken))
        {
            var expected = (head?.Position ?? 0) + 1;
            var seal = SealOf(reader);
            if (seal.Position != expected)
                return (expected - 1, head, new HistoryBreach(HistoryBreachKind.SealRemoved, expected, null));
            if (await reader.IsDBNullAsync(4, cancellationToken))
                return (expected - 1, head, new HistoryBreach(HistoryBreachKind.Removed, expected, null));
            hash = SealChain.Next(hash, reader.GetFieldValue<byte[]>(3));
            if (Convert.ToHexStringLower(hash) != seal.Hash)
                return (expected - 1, head, new HistoryBreach(HistoryBreachKind.Altered, expected, EditOf(reader, 4)));
            if (noted?.Position == expected && noted.Hash != seal.Hash)
                return (expected - 1, head, new HistoryBreach(HistoryBreachKind.NotTheNotedChain, expected, EditOf(reader, 4)));
            head = seal;
        }

        var end = head?.Position ?? 0;
        return noted is not null && noted.Position > end
            ? (end, head, new HistoryBreach(HistoryBreachKind.SealRemoved, end + 1, null))
            : (end, head, null);
    }

    private static async Task<HistoryBreach?> FindAddedAsync(
        NpgsqlConnection connection, ProvinceId province, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, AddedSql, province);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new HistoryBreach(HistoryBreachKind.Added, reader.GetInt64(0), EditOf(reader, 1))
            : null;
    }

    private static HistorySeal SealOf(NpgsqlDataReader reader) =>
        new(reader.GetInt64(0), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(1)), reader.GetFieldValue<DateTimeOffset>(2));

    private static SealedEdit EditOf(NpgsqlDataReader reader, int column) => new(
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
