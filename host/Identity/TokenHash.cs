using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Modular.Host.Identity;

/// <summary>The SHA-256 of a token, by which it can be recognized but not used.</summary>
internal readonly record struct TokenHash(UInt128 First, UInt128 Second)
{
    private const int LongestOnStack = 2048;

    public static TokenHash Of(string token)
    {
        var size = Encoding.UTF8.GetMaxByteCount(token.Length);
        Span<byte> text = size <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[size];
        var length = Encoding.UTF8.GetBytes(token, text);
        Span<UInt128> hash = stackalloc UInt128[2];
        SHA256.HashData(text[..length], MemoryMarshal.AsBytes(hash));
        return new TokenHash(hash[0], hash[1]);
    }

    /// <summary>Any part of a hash spreads as well as the whole.</summary>
    public override int GetHashCode() => (int)(ulong)First;
}
