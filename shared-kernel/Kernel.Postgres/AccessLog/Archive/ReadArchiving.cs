using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.AccessLog;

/// <summary>
/// Moves reads of sensitive data whose time in the log is over (PD-15) into a file. The application may not delete from the log, so this takes the role that owns it.
/// </summary>
/// <param name="verifier">Says whether the log is whole: an archive of what was tampered with would hide it.</param>
/// <param name="check">Reads the file back before anything is deleted.</param>
public sealed class ReadArchiving(ReadLogVerifier verifier, ReadArchiveCheck check)
{
    private static readonly string RangeSql =
        $"""
        select coalesce(min(s.position), 0), coalesce(max(s.position), 0)
        from {SealedLog.Reads.Seals} as s
        where s.province_id = $1 and s.position > $3 and s.position < coalesce(
            (select min(later.position) from {SealedLog.Reads.Seals} as later where later.province_id = $1 and later.sealed_at >= $2), 9223372036854775807)
        """;

    private static readonly string LinesSql =
        $$"""
        select jsonb_build_object('position', s.position, 'hash', encode(s.hash, 'hex'), 'read', to_jsonb(e))::text
        from {{SealedLog.Reads.Seals}} as s
        join {{SealedLog.Reads.Rows}} as e on e.province_id = s.province_id
            and e.generation = s.generation and e.transaction_id = s.transaction_id and e.sequence = s.sequence
        where s.province_id = $1 and s.position between $2 and $3
        order by s.position
        """;

    private static readonly string RemoveSql =
        $"""
        delete from {SealedLog.Reads.Rows} as e using {SealedLog.Reads.Seals} as s
        where s.province_id = $1 and s.position between $2 and $3 and e.province_id = s.province_id
            and e.generation = s.generation and e.transaction_id = s.transaction_id and e.sequence = s.sequence
        """;

    /// <summary>Writes the reads that were sealed before a moment into a new file, reads the file back, and deletes them from the log; their seals stay.</summary>
    /// <param name="owner">The connection string of the role that owns the tables.</param>
    /// <param name="province">The province.</param>
    /// <param name="before">The moment.</param>
    /// <param name="folder">Where to put the file; it must exist.</param>
    /// <param name="cancellationToken">Ends the work; as long as it has not answered, nothing is deleted.</param>
    /// <returns>The file; null where the log holds nothing so old.</returns>
    /// <exception cref="ReadArchiveException">The log is not as it was sealed, or the file does not hold what was sealed.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task<ReadArchive?> ArchiveAsync(string owner, Province province, DateTimeOffset before, string folder, CancellationToken cancellationToken)
    {
        var verdict = await verifier.VerifyAsync(province.Id, noted: null, before, cancellationToken);
        if (verdict.Breach is { } breach)
            throw new ReadArchiveException($"The log is not as it was sealed, at read {breach.Position}: verify it and clear that up first.");
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(owner) { ApplicationName = "modular/access-log", Pooling = false, Options = $"-c app.province={province.Id}" }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var (first, last) = await RangeAsync(connection, province.Id, before, verdict.Removed, cancellationToken);
        if (last == 0)
            return null;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"access-log-{province.Slug}-{first}-{last}.ndjson.gz"));
        var unproven = $"{path}.part";
        await ReadArchiveFile.WriteAsync(unproven, LinesAsync(connection, province.Id, first, last, cancellationToken), cancellationToken);
        if (await check.CheckAsync(province.Id, unproven, cancellationToken) != (first, last))
            throw new ReadArchiveException($"{unproven} does not hold the reads {first} to {last}; nothing was deleted.");
        // A file of this name can only be of an archiving that ended before it deleted these same reads.
        File.Move(unproven, path, overwrite: true);
        var digest = await ReadArchiveFile.WriteDigestAsync(path, cancellationToken);
        await using var remove = Command(connection, RemoveSql, province.Id, first, last);
        if (await remove.ExecuteNonQueryAsync(cancellationToken) != last - first + 1)
            throw new ReadArchiveException($"The log does not hold the reads {first} to {last} any more; nothing was deleted.");
        await transaction.CommitAsync(cancellationToken);
        return new ReadArchive(path, first, last, digest);
    }

    private static async Task<(long First, long Last)> RangeAsync(
        NpgsqlConnection connection, ProvinceId province, DateTimeOffset before, long removed, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(RangeSql, connection);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = province.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = before.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = removed });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static async IAsyncEnumerable<string> LinesAsync(
        NpgsqlConnection connection, ProvinceId province, long first, long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Command(connection, LinesSql, province, first, last);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return reader.GetString(0);
    }

    // A year of reads takes its time; whoever asked may end it.
    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, ProvinceId province, long first, long last) => new(sql, connection)
    {
        CommandTimeout = 0,
        Parameters =
        {
            new NpgsqlParameter<short> { TypedValue = province.Value },
            new NpgsqlParameter<long> { TypedValue = first },
            new NpgsqlParameter<long> { TypedValue = last },
        },
    };
}
