using System.Buffers.Binary;

namespace Modular.Host.Samples.Planning;

/// <summary>
/// Identifiers of sample objects: the same on every machine, so that examples and tests can name them, and in the form and order of
/// identifiers that grow with time (RFC 9562, version 7).
/// </summary>
internal sealed class SampleIds(short province)
{
    // 13 March 2024, 00:00 in Vietnam, in milliseconds.
    private const long Epoch = 1_710_262_800_000;

    /// <summary>The identifier of the object with this number of its kind, from 0.</summary>
    public Guid Of(SampleKind kind, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, (Epoch + number) << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | (int)kind));
        BinaryPrimitives.WriteUInt16BigEndian(bytes[8..], 0x8000);
        BinaryPrimitives.WriteInt16BigEndian(bytes[10..], province);
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
        return new Guid(bytes, bigEndian: true);
    }
}

/// <summary>What sample objects are.</summary>
internal enum SampleKind
{
    Organization = 1,
    Member = 2,
    CommitteePost = 4,
}
