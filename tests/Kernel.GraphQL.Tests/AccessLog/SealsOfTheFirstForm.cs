using System.Security.Cryptography;
using Modular.TestKit.Databases;
using Npgsql;

namespace Modular.Kernel.GraphQL.Tests.AccessLog;

/// <summary>Makes the seals of Nam Định such as earlier releases made them. How they did is written down here a second time, because it must never change.</summary>
internal static class SealsOfTheFirstForm
{
    private const string DigestsSql =
        """
        select s.position, sha256(convert_to(jsonb_build_array(
            e.province_id, e.generation, e.transaction_id::text, e.sequence, e.id, extract(epoch from e.read_at), e.user_id, e.user_name, e.subject_type, e.fields,
            e.subject_count, e.subjects, e.purpose, e.client, e.operation, e.request_id)::text, 'UTF8'))
        from kernel.sensitive_read_seals as s
        join kernel.sensitive_reads as e on e.province_id = s.province_id
            and e.generation = s.generation and e.transaction_id = s.transaction_id and e.sequence = s.sequence
        where s.province_id = 36
        order by s.position
        """;

    /// <summary>Replaces all seals by such of the first form.</summary>
    public static async Task ReplaceAsync(TestDatabase database)
    {
        await using var owner = await database.OpenAsOwnerAsync();
        await using (var enter = new NpgsqlCommand("set app.province = '36'", owner))
            await enter.ExecuteNonQueryAsync();
        var hash = SHA256.HashData([.. "modular reads v1"u8, 0, 36]);
        foreach (var (position, digest) in await DigestsAsync(owner))
        {
            hash = SHA256.HashData([.. hash, .. digest]);
            await using var replace = new NpgsqlCommand("update kernel.sensitive_read_seals set hash = $2, form = 1 where position = $1", owner)
            {
                Parameters = { new() { Value = position }, new() { Value = hash } },
            };
            await replace.ExecuteNonQueryAsync();
        }
    }

    private static async Task<List<(long Position, byte[] Digest)>> DigestsAsync(NpgsqlConnection owner)
    {
        await using var command = new NpgsqlCommand(DigestsSql, owner);
        await using var reader = await command.ExecuteReaderAsync();
        var digests = new List<(long, byte[])>();
        while (await reader.ReadAsync())
            digests.Add((reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)));
        return digests;
    }
}
