using System.Buffers.Binary;
using System.Security.Cryptography;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.History;

/// <summary>
/// How the seals of a province follow from one another: each is the SHA-256 of the one before and of the digest of an edit. Whoever knows one
/// seal can tell whether anything up to it was altered, removed or added.
/// </summary>
internal static class SealChain
{
    /// <summary>
    /// The digest of an edit <c>e</c>: of every column, in a form that depends on no setting of the connection. Changing this expression would
    /// break every chain; another form needs a version beside the seals.
    /// </summary>
    public const string DigestSql =
        """
        sha256(convert_to(jsonb_build_array(
            e.province_id, e.generation, e.transaction_id::text, e.sequence, e.id, e.module, e.entity, e.entity_id, e.entity_key, e.subject_id,
            e.organization_id, e.action, e.changes, extract(epoch from e.made_at), e.user_id, e.user_name, e.reason, e.document)::text, 'UTF8'))
        """;

    private const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first seal of a province.</summary>
    public static byte[] Start(ProvinceId province)
    {
        Span<byte> seed = stackalloc byte[16 + sizeof(short)];
        "modular edits v1"u8.CopyTo(seed);
        BinaryPrimitives.WriteInt16BigEndian(seed[16..], province.Value);
        return SHA256.HashData(seed);
    }

    /// <summary>The seal that follows.</summary>
    public static byte[] Next(ReadOnlySpan<byte> before, ReadOnlySpan<byte> digest)
    {
        Span<byte> both = stackalloc byte[2 * HashLength];
        before.CopyTo(both);
        digest.CopyTo(both[HashLength..]);
        return SHA256.HashData(both);
    }
}
