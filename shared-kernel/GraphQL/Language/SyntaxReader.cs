using System.Text;

namespace Modular.GraphQL.Language;

/// <summary>A recursive-descent parser with one token at hand. This part holds what the others stand on; the methods of the other parts
/// are named after the grammar's productions (specification, Appendix C).</summary>
internal ref partial struct SyntaxReader
{
    private readonly Source source;
    private readonly ReadOnlySpan<byte> body;
    private readonly Lexer lexer;
    private readonly ParserOptions options;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names;
    private Token token;
    private int lastEnd;
    private int tokenCount;
    private int depth;

    public SyntaxReader(Source source, ParserOptions options)
    {
        this.source = source;
        this.options = options;
        body = source.Body.Span;
        lexer = new Lexer(source);
        names = new HashSet<string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        if (body.Length > options.MaxBytes)
            SyntaxErrors.Throw(source, 0, $"Document is larger than {options.MaxBytes} bytes. Parsing aborted.");
    }

    /// <summary>Moves to the next token, which is read at once, so that errors of the lexer come in document order.</summary>
    private void Advance()
    {
        lastEnd = token.End;
        token = lexer.Read(token.End);
        if (token.Kind != TokenKind.EndOfFile && ++tokenCount > options.MaxTokens)
            Fail($"Document contains more than {options.MaxTokens} tokens. Parsing aborted.", token.Start);
    }

    private readonly Token Lookahead() => lexer.Read(token.End);

    private readonly bool Peek(TokenKind kind) => token.Kind == kind;

    private readonly bool PeekKeyword(ReadOnlySpan<byte> keyword) => Is(token, keyword);

    private readonly bool Is(Token candidate, ReadOnlySpan<byte> keyword) =>
        candidate.Kind == TokenKind.Name && body[candidate.Start..candidate.End].SequenceEqual(keyword);

    private void Expect(TokenKind kind)
    {
        if (token.Kind != kind)
            Fail($"Expected {kind.Describe()}, found {Describe(token)}.", token.Start);

        Advance();
    }

    private bool Skip(TokenKind kind)
    {
        if (token.Kind != kind)
            return false;

        Advance();
        return true;
    }

    private void ExpectKeyword(string keyword)
    {
        if (!SkipKeyword(keyword))
            Fail($"Expected \"{keyword}\", found {Describe(token)}.", token.Start);
    }

    private bool SkipKeyword(string keyword)
    {
        Span<byte> utf8 = stackalloc byte[16];
        if (!PeekKeyword(utf8[..Encoding.UTF8.GetBytes(keyword, utf8)]))
            return false;

        Advance();
        return true;
    }

    /// <summary>Goes one level deeper; whoever enters leaves, unless an error ends it all.</summary>
    private void Enter()
    {
        if (++depth > options.MaxDepth)
            Fail($"Document nests deeper than {options.MaxDepth} levels. Parsing aborted.", token.Start);
    }

    private void Leave() => depth--;

    private NameNode ReadName()
    {
        var start = token;
        Expect(TokenKind.Name);
        return new NameNode(NameOf(start)) { Start = start.Start, End = start.End };
    }

    /// <summary>The text of a name; the same string for the same name throughout the document.</summary>
    private readonly string NameOf(Token name)
    {
        const int LongestShared = 128;
        var utf8 = body[name.Start..name.End];
        if (utf8.Length > LongestShared)
            return Encoding.UTF8.GetString(utf8);

        Span<char> characters = stackalloc char[LongestShared];
        var text = characters[..Encoding.UTF8.GetChars(utf8, characters)];
        if (names.TryGetValue(text, out var known))
            return known;

        known = text.ToString();
        names.Set.Add(known);
        return known;
    }

    private readonly string TextOf(Token any) => Encoding.UTF8.GetString(body[any.Start..any.End]);

    private readonly string Describe(Token any) => any.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{any.Kind.Describe()} \"{TextOf(any)}\"",
        TokenKind.String or TokenKind.BlockString => $"{any.Kind.Describe()} \"{lexer.Decode(any)}\"",
        _ => any.Kind.Describe(),
    };

    private readonly void Fail(string message, int offset) => SyntaxErrors.Throw(source, offset, message);

    private readonly T FailUnexpected<T>(Token unexpected) =>
        SyntaxErrors.Throw<T>(source, unexpected.Start, $"Unexpected {Describe(unexpected)}.");

    private readonly void FailUnexpected() => FailUnexpected<object>(token);
}
