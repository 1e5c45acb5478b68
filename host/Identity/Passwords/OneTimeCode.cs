using System.Security.Cryptography;
using System.Text;

namespace Modular.Host.Identity.Passwords;

/// <summary>Codes that people are handed and type in once: 80 random bits, so that a plain hash keeps them.</summary>
internal static class OneTimeCode
{
    private const int Bytes = 10;
    private const int Group = 4;

    public static string New() => string.Join('-', Base32.Of(RandomNumberGenerator.GetBytes(Bytes)).Chunk(Group).Select(letters => new string(letters)));

    /// <summary>The hash of a code for an account, without regard to case and to how it was grouped.</summary>
    public static byte[] HashOf(Guid accountId, string code)
    {
        var letters = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId}\n{letters}"));
    }
}

/// <summary>RFC 4648, section 6, without padding.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerLetter = 5;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var part in bytes)
        {
            buffer = ((buffer << 8) | part) & 0xFFF;
            bits += 8;
            for (; bits >= BitsPerLetter; bits -= BitsPerLetter)
                text.Append(Alphabet[(buffer >> (bits - BitsPerLetter)) & 31]);
        }

        return bits > 0 ? text.Append(Alphabet[(buffer << (BitsPerLetter - bits)) & 31]).ToString() : text.ToString();
    }
}
