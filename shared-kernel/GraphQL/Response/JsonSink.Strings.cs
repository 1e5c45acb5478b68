using System.Buffers;
using System.Text;

namespace Modular.GraphQL.Response;

public sealed partial class JsonSink
{
    // Longer texts are cut, so that the buffer writer is not asked for three times their length at once.
    private const int LongestAtOnce = 4096;

    // JSON needs no more than these escaped (RFC 8259, section 7); all else goes out as it is, Vietnamese letters included.
    private static readonly SearchValues<byte> EscapedBytes = SearchValues.Create([(byte)'"', (byte)'\\', .. Enumerable.Range(0, 32).Select(code => (byte)code)]);
    private static readonly SearchValues<char> EscapedChars = SearchValues.Create(['"', '\\', .. Enumerable.Range(0, 32).Select(code => (char)code)]);

    /// <summary>Writes a string with quotes and escapes; half a surrogate pair becomes U+FFFD.</summary>
    public void WriteString(string value) => WriteString(value.AsSpan());

    /// <summary>Writes a string with quotes and escapes; half a surrogate pair becomes U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        var clean = value.IndexOfAny(EscapedChars);
        if (clean < 0 && value.Length <= LongestAtOnce)
        {
            var target = Reserve((value.Length * 3) + 2);
            target[0] = (byte)'"';
            var written = Encoding.UTF8.GetBytes(value, target[1..]);
            target[written + 1] = (byte)'"';
            position += written + 2;
            return;
        }

        WriteRaw((byte)'"');
        while (clean >= 0)
        {
            WriteChars(value[..clean]);
            WriteEscape((byte)value[clean]);
            value = value[(clean + 1)..];
            clean = value.IndexOfAny(EscapedChars);
        }

        WriteChars(value);
        WriteRaw((byte)'"');
    }

    /// <summary>Writes a string that is UTF-8 already, with quotes and escapes.</summary>
    /// <param name="value">Valid UTF-8; it is not checked.</param>
    public void WriteUtf8String(ReadOnlySpan<byte> value)
    {
        var clean = value.IndexOfAny(EscapedBytes);
        if (clean < 0)
        {
            var target = Reserve(value.Length + 2);
            target[0] = (byte)'"';
            value.CopyTo(target[1..]);
            target[value.Length + 1] = (byte)'"';
            position += value.Length + 2;
            return;
        }

        WriteRaw((byte)'"');
        while (clean >= 0)
        {
            WriteRaw(value[..clean]);
            WriteEscape(value[clean]);
            value = value[(clean + 1)..];
            clean = value.IndexOfAny(EscapedBytes);
        }

        WriteRaw(value);
        WriteRaw((byte)'"');
    }

    private void WriteChars(ReadOnlySpan<char> chars)
    {
        while (chars.Length > LongestAtOnce)
        {
            var cut = char.IsHighSurrogate(chars[LongestAtOnce - 1]) ? LongestAtOnce - 1 : LongestAtOnce;
            WriteCharsAtOnce(chars[..cut]);
            chars = chars[cut..];
        }

        if (!chars.IsEmpty) WriteCharsAtOnce(chars);
    }

    private void WriteCharsAtOnce(ReadOnlySpan<char> chars)
    {
        // Reserve may move to another segment, so the position is read after it.
        var target = Reserve(chars.Length * 3);
        position += Encoding.UTF8.GetBytes(chars, target);
    }

    private void WriteEscape(byte code)
    {
        var escape = code switch
        {
            (byte)'"' => "\\\""u8,
            (byte)'\\' => "\\\\"u8,
            (byte)'\b' => "\\b"u8,
            (byte)'\f' => "\\f"u8,
            (byte)'\n' => "\\n"u8,
            (byte)'\r' => "\\r"u8,
            (byte)'\t' => "\\t"u8,
            _ => default,
        };
        if (!escape.IsEmpty)
        {
            WriteRaw(escape);
            return;
        }

        WriteRaw("\\u00"u8);
        WriteRaw(HexDigit(code >> 4));
        WriteRaw(HexDigit(code & 15));
    }

    private static byte HexDigit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);
}
