using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.History;
using Modular.Kernel.Provinces;
using Npgsql;
using NpgsqlTypes;

namespace Modular.Kernel.Postgres.AccessLog;

/// <summary>Whether what stands in an archive is what was sealed when it was read: the seals stay in the database when the reads have gone.</summary>
public sealed class ReadArchiveCheck(ProvinceDataSources databases)
{
    private const int AtOnce = 1000;

    // The digest is defined once, over a row of the table; an archived read is made such a row again. Its seal says in which form.
    private static readonly string DigestsSql =
        $"""
        select {SealedLog.Reads.MustBeSealedWith}
        from unnest($1::jsonb[]) with ordinality as line (columns, number)
        cross join lateral jsonb_populate_record(null::kernel.sensitive_reads, line.columns) as e
        left join {SealedLog.Reads.Seals} as s on s.province_id = $2 and s.position = $3 + line.number
        order by line.number
        """;

    private static readonly string SealsSql =
        $"select hash from {SealedLog.Reads.Seals} where province_id = $1 and position between $2 and $3 order by position";

    /// <summary>Follows the chain through the reads of a file.</summary>
    /// <param name="province">The province.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns>The places of the first and of the last read.</returns>
    /// <exception cref="ReadArchiveException">The file is of another form, empty, or a read in it is not what was sealed.</exception>
    public async Task<(long First, long Last)> CheckAsync(ProvinceId province, string path, CancellationToken cancellationToken)
    {
        byte[]? hash = null;
        var (first, last) = (0L, 0L);
        await foreach (var piece in ReadArchiveFile.ReadAsync(path, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            if (hash is null)
            {
                (first, last) = (piece[0].Seal.Position, piece[0].Seal.Position - 1);
                hash = await SealBeforeAsync(province, first, cancellationToken);
            }

            var digests = await DigestsAsync(province, piece, last, cancellationToken);
            var seals = await SealsAsync(province, last + 1, last + piece.Length, cancellationToken);
            for (var index = 0; index < piece.Length; index++)
            {
                last++;
                hash = SealChain.Next(hash, digests[index]);
                var sealedAs = index < seals.Count ? Convert.ToHexStringLower(seals[index]) : null;
                if (piece[index].Seal != new NotedSeal(last, Convert.ToHexStringLower(hash)) || piece[index].Seal.Hash != sealedAs)
                    throw new ReadArchiveException($"Read {last} in the file is not what was sealed.");
            }
        }

        return hash is null ? throw new ReadArchiveException("The file holds no read.") : (first, last);
    }

    private async Task<byte[]> SealBeforeAsync(ProvinceId province, long position, CancellationToken cancellationToken)
    {
        if (position == 1)
            return SealChain.Start(SealedLog.Reads, province);
        return await SealsAsync(province, position - 1, position - 1, cancellationToken) is [var before]
            ? before
            : throw new ReadArchiveException($"Read {position} in the file was never sealed in this province.");
    }

    private Task<List<byte[]>> DigestsAsync(ProvinceId province, ArchivedRead[] reads, long before, CancellationToken cancellationToken) => ReadAsync(
        province,
        DigestsSql,
        [
            new() { Value = reads.Select(read => read.Columns).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
            new NpgsqlParameter<short> { TypedValue = province.Value },
            new NpgsqlParameter<long> { TypedValue = before },
        ],
        cancellationToken);

    private Task<List<byte[]>> SealsAsync(ProvinceId province, long first, long last, CancellationToken cancellationToken) => ReadAsync(
        province,
        SealsSql,
        [
            new NpgsqlParameter<short> { TypedValue = province.Value },
            new NpgsqlParameter<long> { TypedValue = first },
            new NpgsqlParameter<long> { TypedValue = last },
        ],
        cancellationToken);

    private async Task<List<byte[]>> ReadAsync(ProvinceId province, string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        await using var command = databases.Of(province).CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var hashes = new List<byte[]>();
        while (await reader.ReadAsync(cancellationToken))
            hashes.Add(reader.GetFieldValue<byte[]>(0));
        return hashes;
    }
}
