using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Modular.Kernel.Provinces;

namespace Modular.Kernel.Postgres.History;

/// <summary>
/// How the seals of a province follow from one another: each is the SHA-256 of the one before and of the digest of a row. Whoever knows one
/// seal can tell whether anything up to it was altered, removed or added.
/// </summary>
internal static class SealChain
{
    private const int SeedLength = 16;
    private const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>What stands before the first seal of a province.</summary>
    public static byte[] Start(SealedLog log, ProvinceId province)
    {
        Span<byte> seed = stackalloc byte[SeedLength + sizeof(short)];
        Encoding.ASCII.GetBytes(log.Seed, seed);
        BinaryPrimitives.WriteInt16BigEndian(seed[SeedLength..], province.Value);
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
