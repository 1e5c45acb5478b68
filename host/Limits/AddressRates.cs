using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Modular.Host.Limits;

/// <summary>
/// How many requests one address makes in a minute (of IPv6 the /64 network, which one client owns as a whole). The meters are a table of fixed size in which each address
/// has two places, found by secret hashes; it is refused where both say so. Millions of addresses thus take no more memory than one, and nobody can choose whom to share a place with.
/// </summary>
internal sealed class AddressRates(LimitOptions limits, TimeProvider clock)
{
    private const int Places = 1 << 18;
    private readonly Rate rate = new(limits.AddressRequestsPerMinute, clock);
    private readonly long[] meters = limits.AddressRequestsPerMinute > 0 ? new long[Places] : [];
    private readonly ulong first = Secret();
    private readonly ulong second = Secret();

    /// <summary>Whether there is a limit at all.</summary>
    public bool IsLimited => rate.IsLimited;

    /// <summary>Counts a request of an address.</summary>
    /// <returns>How long the address has to wait; null where the request may be answered.</returns>
    public TimeSpan? Take(IPAddress? address)
    {
        if (!rate.IsLimited || address is null)
            return null;
        var key = KeyOf(address);
        ref var one = ref meters[PlaceOf(key, first)];
        ref var other = ref meters[PlaceOf(key, second)];
        var (now, step) = (rate.Now, rate.StepOf(1));
        while (true)
        {
            // The lesser of the two has seen fewer strangers. It alone decides, and carries the other along.
            ref var lesser = ref Volatile.Read(ref one) <= Volatile.Read(ref other) ? ref one : ref other;
            var seen = Volatile.Read(ref lesser);
            var next = Math.Max(seen, now) + step;
            if (next - now > rate.Burst)
                return rate.TimeOf(next - now - rate.Burst);
            if (Interlocked.CompareExchange(ref lesser, next, seen) != seen)
                continue;
            Raise(ref one, next);
            Raise(ref other, next);
            return null;
        }
    }

    private static void Raise(ref long meter, long least)
    {
        var seen = Volatile.Read(ref meter);
        while (seen < least)
        {
            var found = Interlocked.CompareExchange(ref meter, least, seen);
            if (found == seen)
                return;
            seen = found;
        }
    }

    private static ulong KeyOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = address.TryWriteBytes(bytes, out _);
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return BinaryPrimitives.ReadUInt32BigEndian(bytes);
        // Networks of IPv6 in use begin with other bits than an IPv4 address does as a number.
        return address.IsIPv4MappedToIPv6 ? BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]) : BinaryPrimitives.ReadUInt64BigEndian(bytes);
    }

    private static int PlaceOf(ulong key, ulong secret)
    {
        var mixed = (key ^ secret) * 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 32) ^ secret) * 0xD6E8FEB86659FD93;
        return (int)((mixed ^ (mixed >> 32)) & (Places - 1));
    }

    private static ulong Secret()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
