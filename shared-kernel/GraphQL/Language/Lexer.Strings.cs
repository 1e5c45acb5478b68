using System.Buffers;
using System.Text;

namespace Modular.GraphQL.Language;

internal readonly ref partial struct Lexer
{
    private static readonly SearchValues<byte> PlainStringCharacters = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Where(code => code is not ('"' or '\\' or '\n' or '\r')).Select(code => (byte)code)]);

    private static readonly SearchValues<byte> PlainBlockCharacters = SearchValues.Create(
        [.. Enumerable.Range(0, 0x80).Where(code => code is not ('"' or '\\')).Select(code => (byte)code)]);

    /// <summary>The characters that a string token stands for.</summary>
    public string Decode(Token token)
    {
        if (token.Kind == TokenKind.BlockString)
            return BlockString.Dedent(Encoding.UTF8.GetString(body[(token.Start + 3)..(token.End - 3)]));

        var content = body[(token.Start + 1)..(token.End - 1)];
        var plain = content.IndexOf((byte)'\\');
        if (plain < 0)
            return Encoding.UTF8.GetString(content);

        var text = new StringBuilder(content.Length);
        var position = token.Start + 1;
        while (plain >= 0)
        {
            text.Append(Encoding.UTF8.GetString(body.Slice(position, plain)));
            position += plain;
            position += ReadEscape(position, out var codePoint);
            text.Append(new Rune(codePoint).ToString());
            plain = body[position..(token.End - 1)].IndexOf((byte)'\\');
        }

        return text.Append(Encoding.UTF8.GetString(body[position..(token.End - 1)])).ToString();
    }

    private Token ReadString(int start)
    {
        var position = start + 1;
        while (SkipPlain(ref position, PlainStringCharacters))
        {
            switch (body[position])
            {
                case (byte)'"':
                    return new Token(TokenKind.String, start, position + 1);
                case (byte)'\\':
                    position += ReadEscape(position, out _);
                    continue;
                case (byte)'\n' or (byte)'\r':
                    return Fail("Unterminated string.", position);
            }

            position = SkipScalar(position);
        }

        return Fail("Unterminated string.", position);
    }

    private Token ReadBlockString(int start)
    {
        var position = start + 3;
        while (SkipPlain(ref position, PlainBlockCharacters))
        {
            var rest = body[position..];
            if (rest.StartsWith("\"\"\""u8))
                return new Token(TokenKind.BlockString, start, position + 3);

            position = rest.StartsWith("\\\"\"\""u8) ? position + 4 : SkipScalar(position);
        }

        return Fail("Unterminated string.", position);
    }

    /// <summary>Moves to the next character that needs a look; false at the end of the document.</summary>
    private bool SkipPlain(ref int position, SearchValues<byte> plain)
    {
        var skipped = body[position..].IndexOfAnyExcept(plain);
        position = skipped < 0 ? body.Length : position + skipped;
        return skipped >= 0;
    }

    private int SkipScalar(int position)
    {
        var size = ScalarSizeAt(position);
        if (size == 0)
            Fail($"Invalid character within String: {DescribeCharacter(position)}.", position);

        return position + size;
    }

    /// <summary>Reads the escape sequence at a backslash.</summary>
    /// <returns>How many bytes it takes.</returns>
    private int ReadEscape(int position, out int codePoint)
    {
        if (At(position + 1) == 'u')
            return At(position + 2) == '{' ? ReadBracedEscape(position, out codePoint) : ReadFixedEscape(position, out codePoint);

        codePoint = At(position + 1) switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => -1,
        };
        if (codePoint < 0)
            Fail($"Invalid character escape sequence: \"{TextAt(position, 2)}\".", position);

        return 2;
    }

    /// <summary>Reads <c>\u{1F600}</c>. Leading zeros are allowed, up to as many digits as graphql-js reads.</summary>
    private int ReadBracedEscape(int position, out int codePoint)
    {
        const int MaxSize = 12;
        codePoint = 0;
        var size = 3;
        while (size < MaxSize)
        {
            var code = At(position + size++);
            if (code == '}' && size >= 5 && codePoint <= 0x10FFFF && codePoint is not (>= 0xD800 and <= 0xDFFF))
                return size;

            codePoint = codePoint << 4 | CharacterClasses.HexDigit(code);
            if (code == '}' || codePoint < 0)
                break;
        }

        Fail($"Invalid Unicode escape sequence: \"{TextAt(position, size)}\".", position);
        return 0;
    }

    /// <summary>Reads <c>\u00E1</c>, or two of them that are a surrogate pair.</summary>
    private int ReadFixedEscape(int position, out int codePoint)
    {
        codePoint = ReadFourDigits(position + 2);
        if (codePoint >= 0 && !CharacterClasses.IsHighSurrogate(codePoint) && !CharacterClasses.IsLowSurrogate(codePoint))
            return 6;

        if (CharacterClasses.IsHighSurrogate(codePoint) && At(position + 6) == '\\' && At(position + 7) == 'u')
        {
            var low = ReadFourDigits(position + 8);
            if (CharacterClasses.IsLowSurrogate(low))
            {
                codePoint = char.ConvertToUtf32((char)codePoint, (char)low);
                return 12;
            }
        }

        Fail($"Invalid Unicode escape sequence: \"{TextAt(position, 6)}\".", position);
        return 0;
    }

    private int ReadFourDigits(int position) =>
        CharacterClasses.HexDigit(At(position)) << 12 | CharacterClasses.HexDigit(At(position + 1)) << 8
        | CharacterClasses.HexDigit(At(position + 2)) << 4 | CharacterClasses.HexDigit(At(position + 3));
}
