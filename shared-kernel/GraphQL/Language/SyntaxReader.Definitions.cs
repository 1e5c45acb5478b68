using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

internal ref partial struct SyntaxReader
{
    private SchemaDefinitionNode ReadSchemaDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        ExpectKeyword("schema");
        var directives = ReadDirectives(isConstant: true);
        var operationTypes = ReadOperationTypes();
        return new SchemaDefinitionNode
        {
            Description = description,
            Directives = directives,
            OperationTypes = operationTypes,
            Start = start,
            End = lastEnd,
        };
    }

    private ScalarTypeDefinitionNode ReadScalarTypeDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        ExpectKeyword("scalar");
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        return new ScalarTypeDefinitionNode
        {
            Description = description,
            Name = name,
            Directives = directives,
            Start = start,
            End = lastEnd,
        };
    }

    private ObjectTypeDefinitionNode ReadObjectTypeDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        ExpectKeyword("type");
        var name = ReadName();
        var interfaces = ReadImplementsInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadFieldsDefinition();
        return new ObjectTypeDefinitionNode
        {
            Description = description,
            Name = name,
            Directives = directives,
            Interfaces = interfaces,
            Fields = fields,
            Start = start,
            End = lastEnd,
        };
    }

    private InterfaceTypeDefinitionNode ReadInterfaceTypeDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        ExpectKeyword("interface");
        var name = ReadName();
        var interfaces = ReadImplementsInterfaces();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadFieldsDefinition();
        return new InterfaceTypeDefinitionNode
        {
            Description = description,
            Name = name,
            Directives = directives,
            Interfaces = interfaces,
            Fields = fields,
            Start = start,
            End = lastEnd,
        };
    }

    private UnionTypeDefinitionNode ReadUnionTypeDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        ExpectKeyword("union");
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var types = ReadUnionMemberTypes();
        return new UnionTypeDefinitionNode
        {
            Description = description,
            Name = name,
            Directives = directives,
            Types = types,
            Start = start,
            End = lastEnd,
        };
    }

    private EnumTypeDefinitionNode ReadEnumTypeDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        ExpectKeyword("enum");
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var values = ReadEnumValuesDefinition();
        return new EnumTypeDefinitionNode
        {
            Description = description,
            Name = name,
            Directives = directives,
            Values = values,
            Start = start,
            End = lastEnd,
        };
    }

    private InputObjectTypeDefinitionNode ReadInputObjectTypeDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        ExpectKeyword("input");
        var name = ReadName();
        var directives = ReadDirectives(isConstant: true);
        var fields = ReadInputValues(TokenKind.OpenBrace, TokenKind.CloseBrace);
        return new InputObjectTypeDefinitionNode
        {
            Description = description,
            Name = name,
            Directives = directives,
            Fields = fields,
            Start = start,
            End = lastEnd,
        };
    }

    private DirectiveDefinitionNode ReadDirectiveDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = ReadName();
        var arguments = ReadInputValues(TokenKind.OpenParenthesis, TokenKind.CloseParenthesis);
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        var locations = ReadDirectiveLocations();
        return new DirectiveDefinitionNode
        {
            Description = description,
            Name = name,
            Arguments = arguments,
            IsRepeatable = isRepeatable,
            Locations = locations,
            Start = start,
            End = lastEnd,
        };
    }

    private ImmutableArray<NameNode> ReadDirectiveLocations()
    {
        Skip(TokenKind.Pipe);
        var locations = ImmutableArray.CreateBuilder<NameNode>();
        do
        {
            var start = token;
            var location = ReadName();
            if (!DirectiveLocations.IsKnown(location.Value))
                FailUnexpected<object>(start);

            locations.Add(location);
        }
        while (Skip(TokenKind.Pipe));

        return locations.DrainToImmutable();
    }
}
