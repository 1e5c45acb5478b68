using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

internal ref partial struct SyntaxReader
{
    private ImmutableArray<OperationTypeDefinitionNode> ReadOptionalOperationTypes() =>
        Peek(TokenKind.OpenBrace) ? ReadOperationTypes() : [];

    private ImmutableArray<OperationTypeDefinitionNode> ReadOperationTypes()
    {
        Expect(TokenKind.OpenBrace);
        var types = ImmutableArray.CreateBuilder<OperationTypeDefinitionNode>();
        do
        {
            var start = token.Start;
            var operation = ReadOperationType();
            Expect(TokenKind.Colon);
            var type = ReadNamedType();
            types.Add(new OperationTypeDefinitionNode { Operation = operation, Type = type, Start = start, End = lastEnd });
        }
        while (!Skip(TokenKind.CloseBrace));

        return types.DrainToImmutable();
    }

    private ImmutableArray<NamedTypeNode> ReadImplementsInterfaces() =>
        SkipKeyword("implements") ? ReadNamedTypes(TokenKind.Ampersand) : [];

    private ImmutableArray<NamedTypeNode> ReadUnionMemberTypes() => Skip(TokenKind.EqualsSign) ? ReadNamedTypes(TokenKind.Pipe) : [];

    private ImmutableArray<NamedTypeNode> ReadNamedTypes(TokenKind delimiter)
    {
        Skip(delimiter);
        var types = ImmutableArray.CreateBuilder<NamedTypeNode>();
        do
            types.Add(ReadNamedType());
        while (Skip(delimiter));

        return types.DrainToImmutable();
    }

    private ImmutableArray<FieldDefinitionNode> ReadFieldsDefinition()
    {
        if (!Skip(TokenKind.OpenBrace))
            return [];

        var fields = ImmutableArray.CreateBuilder<FieldDefinitionNode>();
        do
            fields.Add(ReadFieldDefinition());
        while (!Skip(TokenKind.CloseBrace));

        return fields.DrainToImmutable();
    }

    private FieldDefinitionNode ReadFieldDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        var name = ReadName();
        var arguments = ReadInputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        Expect(TokenKind.Colon);
        var type = ReadType();
        var directives = ReadDirectives(isConstant: true);
        return new FieldDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            Type = type,
            Directives = directives,
            Start = start,
            End = lastEnd,
        };
    }

    private ImmutableArray<InputValueDefinitionNode> ReadInputValues(TokenKind open, TokenKind close)
    {
        if (!Skip(open))
            return [];

        var values = ImmutableArray.CreateBuilder<InputValueDefinitionNode>();
        do
            values.Add(ReadInputValueDefinition());
        while (!Skip(close));

        return values.DrainToImmutable();
    }

    private InputValueDefinitionNode ReadInputValueDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        var name = ReadName();
        Expect(TokenKind.Colon);
        var type = ReadType();
        var defaultValue = Skip(TokenKind.EqualsSign) ? ReadValue(isConstant: true) : null;
        var directives = ReadDirectives(isConstant: true);
        return new InputValueDefinitionNode
        {
            Description = description,
            Name = name,
            Type = type,
            DefaultValue = defaultValue,
            Directives = directives,
            Start = start,
            End = lastEnd,
        };
    }

    private ImmutableArray<EnumValueDefinitionNode> ReadEnumValuesDefinition()
    {
        if (!Skip(TokenKind.OpenBrace))
            return [];

        var values = ImmutableArray.CreateBuilder<EnumValueDefinitionNode>();
        do
            values.Add(ReadEnumValueDefinition());
        while (!Skip(TokenKind.CloseBrace));

        return values.DrainToImmutable();
    }

    private EnumValueDefinitionNode ReadEnumValueDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        if (PeekKeyword("true"u8) || PeekKeyword("false"u8) || PeekKeyword("null"u8))
            Fail($"{Describe(token)} is reserved and cannot be used for an enum value.", token.Start);

        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        return new EnumValueDefinitionNode
        {
            Description = description,
            Name = name,
            Directives = directives,
            Start = start,
            End = lastEnd,
        };
    }
}
