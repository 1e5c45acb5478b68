namespace Modular.GraphQL.Language;

internal ref partial struct SyntaxReader
{
    public TypeNode ReadLoneType()
    {
        Advance();
        var type = ReadType();
        Expect(TokenKind.EndOfFile);
        return type;
    }

    private TypeNode ReadType()
    {
        var start = token.Start;
        TypeNode type;
        if (Peek(TokenKind.OpenBracket))
        {
            Enter();
            Advance();
            var inner = ReadType();
            Expect(TokenKind.CloseBracket);
            Leave();
            type = new ListTypeNode { Type = inner, Start = start, End = lastEnd };
        }
        else
        {
            type = ReadNamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode { Type = type, Start = start, End = lastEnd } : type;
    }

    private NamedTypeNode ReadNamedType()
    {
        var name = ReadName();
        return new NamedTypeNode { Name = name, Start = name.Start, End = name.End };
    }
}
