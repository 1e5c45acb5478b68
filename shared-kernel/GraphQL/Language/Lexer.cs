namespace Modular.GraphQL.Language;

/// <summary>Cuts a document into tokens (specification, section 2.1). Strings are checked here and decoded only where a node needs
/// them; names and numbers are never copied here.</summary>
internal readonly ref partial struct Lexer(Source source)
{
    private readonly ReadOnlySpan<byte> body = source.Body.Span;

    /// <summary>Reads the token at or after an offset, skipping what the grammar ignores.</summary>
    public Token Read(int position)
    {
        while (position < body.Length)
        {
            var code = body[position];
            switch (code)
            {
                case (byte)' ' or (byte)'\t' or (byte)',' or (byte)'\n' or (byte)'\r':
                    position++;
                    continue;
                case (byte)'#':
                    position = SkipComment(position);
                    continue;
                case (byte)'!':
                    return Punctuator(TokenKind.Bang, position);
                case (byte)'$':
                    return Punctuator(TokenKind.Dollar, position);
                case (byte)'&':
                    return Punctuator(TokenKind.Ampersand, position);
                case (byte)'(':
                    return Punctuator(TokenKind.OpenParenthesis, position);
                case (byte)')':
                    return Punctuator(TokenKind.CloseParenthesis, position);
                case (byte)'.':
                    return ReadSpread(position);
                case (byte)':':
                    return Punctuator(TokenKind.Colon, position);
                case (byte)'=':
                    return Punctuator(TokenKind.EqualsSign, position);
                case (byte)'@':
                    return Punctuator(TokenKind.At, position);
                case (byte)'[':
                    return Punctuator(TokenKind.OpenBracket, position);
                case (byte)']':
                    return Punctuator(TokenKind.CloseBracket, position);
                case (byte)'{':
                    return Punctuator(TokenKind.OpenBrace, position);
                case (byte)'|':
                    return Punctuator(TokenKind.Pipe, position);
                case (byte)'}':
                    return Punctuator(TokenKind.CloseBrace, position);
                case (byte)'"':
                    return body[position..].StartsWith("\"\"\""u8) ? ReadBlockString(position) : ReadString(position);
                case 0xEF when body[position..].StartsWith("\uFEFF"u8):
                    position += 3;
                    continue;
            }

            if (CharacterClasses.IsNameStart(code))
                return new Token(TokenKind.Name, position, position + CharacterClasses.SkipName(body[position..]));
            if (CharacterClasses.IsDigit(code) || code == '-')
                return ReadNumber(position);

            ThrowUnexpectedCharacter(position);
        }

        return new Token(TokenKind.EndOfFile, body.Length, body.Length);
    }

    private static Token Punctuator(TokenKind kind, int position) => new(kind, position, position + 1);

    /// <summary>The byte at an offset, or -1 behind the end.</summary>
    private int At(int position) => position < body.Length ? body[position] : -1;

    private int SkipComment(int position)
    {
        position++;
        while (position < body.Length && body[position] is not ((byte)'\n' or (byte)'\r'))
        {
            // What is not Unicode text ends the comment and is then reported as a character out of place.
            var size = ScalarSizeAt(position);
            if (size == 0)
                return position;

            position += size;
        }

        return position;
    }

    private Token ReadSpread(int position)
    {
        if (At(position + 1) == '.' && At(position + 2) == '.')
            return new Token(TokenKind.Spread, position, position + 3);
        if (At(position + 1) == '.')
            return Fail("Unexpected \"..\", did you mean \"...\"?", position);

        if (!CharacterClasses.IsDigit(At(position + 1)))
            ThrowUnexpectedCharacter(position);

        var end = ReadDigits(position + 1);
        var digits = TextAt(position + 1, end - position - 1);
        return Fail($"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?", position);
    }

    private Token ReadNumber(int start)
    {
        var position = At(start) == '-' ? start + 1 : start;
        var kind = TokenKind.Int;

        if (At(position) == '0')
        {
            position++;
            if (CharacterClasses.IsDigit(At(position)))
                return Fail($"Invalid number, unexpected digit after 0: {DescribeCharacter(position)}.", position);
        }
        else
        {
            position = ReadDigits(position);
        }

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = ReadDigits(position + 1);
        }

        if (At(position) is 'E' or 'e')
        {
            kind = TokenKind.Float;
            position = ReadDigits(At(position + 1) is '+' or '-' ? position + 2 : position + 1);
        }

        // A number must not run into a name or another number: 0xF, 1.2.3 and 1abc are typing errors.
        if (At(position) == '.' || CharacterClasses.IsNameStart(At(position)))
            return FailDigit(position);

        return new Token(kind, start, position);
    }

    private int ReadDigits(int position)
    {
        if (!CharacterClasses.IsDigit(At(position)))
            FailDigit(position);

        return position + CharacterClasses.SkipDigits(body[position..]);
    }

    private Token FailDigit(int position) => Fail($"Invalid number, expected digit but got: {DescribeCharacter(position)}.", position);

    private void ThrowUnexpectedCharacter(int position)
    {
        var message = At(position) == '\''
            ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
            : $"{(ScalarSizeAt(position) == 0 ? "Invalid" : "Unexpected")} character: {DescribeCharacter(position)}.";
        Fail(message, position);
    }

    private Token Fail(string message, int position) => SyntaxErrors.Throw<Token>(source, position, message);
}
