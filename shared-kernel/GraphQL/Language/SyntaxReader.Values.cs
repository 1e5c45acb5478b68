using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

internal ref partial struct SyntaxReader
{
    public ValueNode ReadLoneValue()
    {
        Advance();
        var value = ReadValue(isConstant: true);
        Expect(TokenKind.EndOfFile);
        return value;
    }

    private ValueNode ReadValue(bool isConstant)
    {
        var start = token;
        switch (start.Kind)
        {
            case TokenKind.OpenBracket:
                return ReadList(isConstant);
            case TokenKind.OpenBrace:
                return ReadObject(isConstant);
            case TokenKind.Int:
                Advance();
                return new IntValue(TextOf(start)) { Start = start.Start, End = start.End };
            case TokenKind.Float:
                Advance();
                return new FloatValue(TextOf(start)) { Start = start.Start, End = start.End };
            case TokenKind.String or TokenKind.BlockString:
                return ReadString();
            case TokenKind.Name:
                Advance();
                return ReadNamedValue(start);
            case TokenKind.Dollar when isConstant:
                return FailVariable();
            case TokenKind.Dollar:
                return ReadVariable();
            default:
                return FailUnexpected<ValueNode>(start);
        }
    }

    private readonly ValueNode ReadNamedValue(Token name) => NameOf(name) switch
    {
        "true" => new BooleanValue(true) { Start = name.Start, End = name.End },
        "false" => new BooleanValue(false) { Start = name.Start, End = name.End },
        "null" => new NullValue { Start = name.Start, End = name.End },
        var value => new EnumValueNode(value) { Start = name.Start, End = name.End },
    };

    private StringValue ReadString()
    {
        var start = token;
        Advance();
        return new StringValue(lexer.Decode(start), start.Kind == TokenKind.BlockString) { Start = start.Start, End = start.End };
    }

    private ListValue ReadList(bool isConstant)
    {
        var start = token.Start;
        Enter();
        Expect(TokenKind.OpenBracket);
        var values = ImmutableArray.CreateBuilder<ValueNode>();
        while (!Skip(TokenKind.CloseBracket))
            values.Add(ReadValue(isConstant));

        Leave();
        return new ListValue { Values = values.DrainToImmutable(), Start = start, End = lastEnd };
    }

    private ObjectValue ReadObject(bool isConstant)
    {
        var start = token.Start;
        Enter();
        Expect(TokenKind.OpenBrace);
        var fields = ImmutableArray.CreateBuilder<ObjectFieldNode>();
        while (!Skip(TokenKind.CloseBrace))
            fields.Add(ReadObjectField(isConstant));

        Leave();
        return new ObjectValue { Fields = fields.DrainToImmutable(), Start = start, End = lastEnd };
    }

    private ObjectFieldNode ReadObjectField(bool isConstant)
    {
        var name = ReadName();
        Expect(TokenKind.Colon);
        var value = ReadValue(isConstant);
        return new ObjectFieldNode { Name = name, Value = value, Start = name.Start, End = lastEnd };
    }

    private Variable ReadVariable()
    {
        var start = token.Start;
        Expect(TokenKind.Dollar);
        return new Variable { Name = ReadName(), Start = start, End = lastEnd };
    }

    private ValueNode FailVariable()
    {
        var dollar = token;
        Advance();
        if (!Peek(TokenKind.Name))
            return FailUnexpected<ValueNode>(dollar);

        return SyntaxErrors.Throw<ValueNode>(source, dollar.Start, $"Unexpected variable \"${TextOf(token)}\" in constant value.");
    }

    private ImmutableArray<DirectiveNode> ReadDirectives(bool isConstant)
    {
        if (!Peek(TokenKind.At))
            return [];

        var directives = ImmutableArray.CreateBuilder<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            var start = token.Start;
            Advance();
            var name = ReadName();
            var arguments = ReadArguments(isConstant);
            directives.Add(new DirectiveNode { Name = name, Arguments = arguments, Start = start, End = lastEnd });
        }

        return directives.DrainToImmutable();
    }

    private ImmutableArray<ArgumentNode> ReadArguments(bool isConstant)
    {
        if (!Skip(TokenKind.OpenParenthesis))
            return [];

        var arguments = ImmutableArray.CreateBuilder<ArgumentNode>();
        do
        {
            var name = ReadName();
            Expect(TokenKind.Colon);
            var value = ReadValue(isConstant);
            arguments.Add(new ArgumentNode { Name = name, Value = value, Start = name.Start, End = lastEnd });
        }
        while (!Skip(TokenKind.CloseParenthesis));

        return arguments.DrainToImmutable();
    }
}
