using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

internal ref partial struct SyntaxReader
{
    public Document ReadDocument()
    {
        Advance();
        var definitions = ImmutableArray.CreateBuilder<Definition>();
        do
            definitions.Add(ReadDefinition());
        while (!Peek(TokenKind.EndOfFile));

        return new Document
        {
            Definitions = definitions.DrainToImmutable(),
            Source = source,
            TokenCount = tokenCount,
            Start = 0,
            End = body.Length,
        };
    }

    private Definition ReadDefinition()
    {
        if (Peek(TokenKind.OpenBrace))
            return ReadOperation();

        var hasDescription = PeekDescription();
        var keyword = hasDescription ? Lookahead() : token;
        if (hasDescription && keyword.Kind == TokenKind.OpenBrace)
            Fail("Unexpected description, descriptions are not supported on shorthand queries.", token.Start);
        if (keyword.Kind != TokenKind.Name)
            return FailUnexpected<Definition>(keyword);

        switch (NameOf(keyword))
        {
            case "query" or "mutation" or "subscription":
                return ReadOperation();
            case "fragment":
                return ReadFragmentDefinition();
            case "schema":
                return ReadSchemaDefinition();
            case "scalar":
                return ReadScalarTypeDefinition();
            case "type":
                return ReadObjectTypeDefinition();
            case "interface":
                return ReadInterfaceTypeDefinition();
            case "union":
                return ReadUnionTypeDefinition();
            case "enum":
                return ReadEnumTypeDefinition();
            case "input":
                return ReadInputObjectTypeDefinition();
            case "directive":
                return ReadDirectiveDefinition();
        }

        if (hasDescription)
            Fail("Unexpected description, only GraphQL definitions support descriptions.", token.Start);

        return Is(keyword, "extend"u8) ? ReadExtension() : FailUnexpected<Definition>(keyword);
    }

    private readonly bool PeekDescription() => token.Kind is TokenKind.String or TokenKind.BlockString;

    private StringValue? ReadDescription() => PeekDescription() ? ReadString() : null;
}
