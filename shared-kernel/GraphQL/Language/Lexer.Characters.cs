using System.Buffers;
using System.Globalization;
using System.Text;

namespace Modular.GraphQL.Language;

internal readonly ref partial struct Lexer
{
    /// <summary>How many bytes the Unicode scalar value at an offset takes; 0 where there is none.</summary>
    private int ScalarSizeAt(int position)
    {
        if (body[position] < 0x80)
            return 1;

        return Rune.DecodeFromUtf8(body[position..], out _, out var size) == OperationStatus.Done ? size : 0;
    }

    /// <summary>The character at an offset as errors show it: quoted if printable, else its code point.</summary>
    private string DescribeCharacter(int position)
    {
        if (position >= body.Length)
            return TokenKind.EndOfFile.Describe();
        if (body[position] == '"')
            return "'\"'";
        if (body[position] is >= 0x20 and <= 0x7E)
            return $"\"{(char)body[position]}\"";
        if (Rune.DecodeFromUtf8(body[position..], out var rune, out _) == OperationStatus.Done)
            return Describe(rune.Value);
        if (SurrogateAt(position) is { } surrogate)
            return Describe(surrogate);

        return string.Create(CultureInfo.InvariantCulture, $"byte 0x{body[position]:X2}, which is not UTF-8");

        static string Describe(int code) => string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}");
    }

    /// <summary>A surrogate that was encoded on its own, which UTF-8 forbids; clients that send UTF-16 halves produce it.</summary>
    private int? SurrogateAt(int position)
    {
        if (At(position) != 0xED || At(position + 1) is < 0xA0 or > 0xBF || At(position + 2) is < 0x80 or > 0xBF)
            return null;

        return 0xD000 | (At(position + 1) & 0x3F) << 6 | At(position + 2) & 0x3F;
    }

    /// <summary>So many UTF-16 code units of the document from an offset, fewer at its end. Half of a surrogate pair, which cannot be
    /// written to a response, becomes the replacement character.</summary>
    private string TextAt(int position, int codeUnits)
    {
        var bytes = Math.Min(body.Length - position, codeUnits * 3);
        var text = Encoding.UTF8.GetString(body.Slice(position, bytes));
        if (text.Length <= codeUnits)
            return text;

        return char.IsHighSurrogate(text[codeUnits - 1]) ? text[..(codeUnits - 1)] + '\uFFFD' : text[..codeUnits];
    }
}
