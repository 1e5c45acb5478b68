using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Modular.Host.Identity.SecondFactor;

/// <summary>Time-based one-time passwords (RFC 6238) as authenticator apps make them: SHA-1, six digits, half a minute each.</summary>
internal static class TimedCode
{
    public const int SecretBytes = 20;
    public const int Digits = 6;
    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    // A clock may be off by a step in either direction.
    private const int Tolerance = 1;

    /// <summary>The half minute of an instant.</summary>
    public static long StepOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 and the apps say SHA-1; collisions do not matter to an HMAC.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step of which this is the code, among those that an instant allows; null where it is of none.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset instant)
    {
        long? match = null;
        for (var step = StepOf(instant) - Tolerance; step <= StepOf(instant) + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(At(secret, step)), System.Text.Encoding.UTF8.GetBytes(code)))
                match = step;
        }

        return match;
    }
}
