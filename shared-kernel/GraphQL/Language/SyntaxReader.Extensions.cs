namespace Modular.GraphQL.Language;

internal ref partial struct SyntaxReader
{
    private Definition ReadExtension()
    {
        var start = token.Start;
        var keyword = Lookahead();
        if (keyword.Kind != TokenKind.Name)
            return FailUnexpected<Definition>(keyword);

        switch (NameOf(keyword))
        {
            case "schema":
                SkipExtend();
                return ReadSchemaExtension(start);
            case "scalar":
                SkipExtend();
                return ReadScalarTypeExtension(start);
            case "type":
                SkipExtend();
                return ReadObjectTypeExtension(start);
            case "interface":
                SkipExtend();
                return ReadInterfaceTypeExtension(start);
            case "union":
                SkipExtend();
                return ReadUnionTypeExtension(start);
            case "enum":
                SkipExtend();
                return ReadEnumTypeExtension(start);
            case "input":
                SkipExtend();
                return ReadInputObjectTypeExtension(start);
            default:
                return FailUnexpected<Definition>(keyword);
        }
    }

    /// <summary>Skips <c>extend</c> and the keyword behind it, both of which have been looked at.</summary>
    private void SkipExtend()
    {
        Advance();
        Advance();
    }

    private SchemaExtensionNode ReadSchemaExtension(int start)
    {
        var directives = ReadDirectives(isConstant: true);
        var operationTypes = ReadOptionalOperationTypes();
        if (directives.IsEmpty && operationTypes.IsEmpty)
            FailUnexpected();

        return new SchemaExtensionNode { Directives = directives, OperationTypes = operationTypes, Start = start, End = lastEnd };
    }

    private ScalarTypeExtensionNode ReadScalarTypeExtension(int start)
    {
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        if (directives.IsEmpty)
            FailUnexpected();

        return new ScalarTypeExtensionNode
        {
            Name = name,
            Directives = directives,
            Start = start,
            End = lastEnd,
        };
    }

    private ObjectTypeExtensionNode ReadObjectTypeExtension(int start)
    {
        var name = ReadName();
        var interfaces = ReadImplementsInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadFieldsDefinition();
        if (directives.IsEmpty && interfaces.IsEmpty && fields.IsEmpty)
            FailUnexpected();

        return new ObjectTypeExtensionNode
        {
            Name = name,
            Directives = directives,
            Interfaces = interfaces,
            Fields = fields,
            Start = start,
            End = lastEnd,
        };
    }

    private InterfaceTypeExtensionNode ReadInterfaceTypeExtension(int start)
    {
        var name = ReadName();
        var interfaces = ReadImplementsInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadFieldsDefinition();
        if (directives.IsEmpty && interfaces.IsEmpty && fields.IsEmpty)
            FailUnexpected();

        return new InterfaceTypeExtensionNode
        {
            Name = name,
            Directives = directives,
            Interfaces = interfaces,
            Fields = fields,
            Start = start,
            End = lastEnd,
        };
    }

    private UnionTypeExtensionNode ReadUnionTypeExtension(int start)
    {
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var types = ReadUnionMemberTypes();
        if (directives.IsEmpty && types.IsEmpty)
            FailUnexpected();

        return new UnionTypeExtensionNode
        {
            Name = name,
            Directives = directives,
            Types = types,
            Start = start,
            End = lastEnd,
        };
    }

    private EnumTypeExtensionNode ReadEnumTypeExtension(int start)
    {
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var values = ReadEnumValuesDefinition();
        if (directives.IsEmpty && values.IsEmpty)
            FailUnexpected();

        return new EnumTypeExtensionNode
        {
            Name = name,
            Directives = directives,
            Values = values,
            Start = start,
            End = lastEnd,
        };
    }

    private InputObjectTypeExtensionNode ReadInputObjectTypeExtension(int start)
    {
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadInputValues(TokenKind.OpenBrace, TokenKind.CloseBrace);
        if (directives.IsEmpty && fields.IsEmpty)
            FailUnexpected();

        return new InputObjectTypeExtensionNode
        {
            Name = name,
            Directives = directives,
            Fields = fields,
            Start = start,
            End = lastEnd,
        };
    }
}
