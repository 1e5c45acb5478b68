using System.Collections.Immutable;

namespace Modular.GraphQL.Language;

internal ref partial struct SyntaxReader
{
    private OperationDefinition ReadOperation()
    {
        var start = token.Start;
        if (Peek(TokenKind.OpenBrace))
        {
            var shorthand = ReadSelectionSet();
            return new OperationDefinition { Operation = OperationType.Query, SelectionSet = shorthand, Start = start, End = lastEnd };
        }

        var description = ReadDescription();
        var operation = ReadOperationType();
        var name = Peek(TokenKind.Name) ? ReadName() : null;
        var variables = ReadVariableDefinitions();
        var directives = ReadDirectives(isConstant: false);
        var selectionSet = ReadSelectionSet();
        return new OperationDefinition
        {
            Description = description,
            Operation = operation,
            Name = name,
            VariableDefinitions = variables,
            Directives = directives,
            SelectionSet = selectionSet,
            Start = start,
            End = lastEnd,
        };
    }

    private OperationType ReadOperationType()
    {
        var keyword = token;
        Expect(TokenKind.Name);
        if (Is(keyword, "query"u8))
            return OperationType.Query;
        if (Is(keyword, "mutation"u8))
            return OperationType.Mutation;

        return Is(keyword, "subscription"u8) ? OperationType.Subscription : FailUnexpected<OperationType>(keyword);
    }

    private ImmutableArray<VariableDefinition> ReadVariableDefinitions()
    {
        if (!Skip(TokenKind.OpenParenthesis))
            return [];

        var definitions = ImmutableArray.CreateBuilder<VariableDefinition>();
        do
            definitions.Add(ReadVariableDefinition());
        while (!Skip(TokenKind.CloseParenthesis));

        return definitions.DrainToImmutable();
    }

    private VariableDefinition ReadVariableDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        var variable = ReadVariable();
        Expect(TokenKind.Colon);
        var type = ReadType();
        var defaultValue = Skip(TokenKind.EqualsSign) ? ReadValue(isConstant: true) : null;
        var directives = ReadDirectives(isConstant: true);
        return new VariableDefinition
        {
            Description = description,
            Variable = variable,
            Type = type,
            DefaultValue = defaultValue,
            Directives = directives,
            Start = start,
            End = lastEnd,
        };
    }

    private SelectionSet ReadSelectionSet()
    {
        var start = token.Start;
        Enter();
        Expect(TokenKind.OpenBrace);
        var selections = ImmutableArray.CreateBuilder<Selection>();
        do
            selections.Add(Peek(TokenKind.Spread) ? ReadFragment() : ReadField());
        while (!Skip(TokenKind.CloseBrace));

        Leave();
        return new SelectionSet { Selections = selections.DrainToImmutable(), Start = start, End = lastEnd };
    }

    private FieldNode ReadField()
    {
        var name = ReadName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            alias = name;
            name = ReadName();
        }

        var arguments = ReadArguments(isConstant: false);
        var directives = ReadDirectives(isConstant: false);
        var selectionSet = Peek(TokenKind.OpenBrace) ? ReadSelectionSet() : null;
        return new FieldNode
        {
            Alias = alias,
            Name = name,
            Arguments = arguments,
            Directives = directives,
            SelectionSet = selectionSet,
            Start = (alias ?? name).Start,
            End = lastEnd,
        };
    }

    private Selection ReadFragment()
    {
        var start = token.Start;
        Expect(TokenKind.Spread);
        var hasTypeCondition = SkipKeyword("on");
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            var name = ReadName();
            var spreadDirectives = ReadDirectives(isConstant: false);
            return new FragmentSpread { Name = name, Directives = spreadDirectives, Start = start, End = lastEnd };
        }

        var typeCondition = hasTypeCondition ? ReadNamedType() : null;
        var directives = ReadDirectives(isConstant: false);
        var selectionSet = ReadSelectionSet();
        return new InlineFragment
        {
            TypeCondition = typeCondition,
            Directives = directives,
            SelectionSet = selectionSet,
            Start = start,
            End = lastEnd,
        };
    }

    private FragmentDefinition ReadFragmentDefinition()
    {
        var start = token.Start;
        var description = ReadDescription();
        ExpectKeyword("fragment");
        if (PeekKeyword("on"u8))
            FailUnexpected();

        var name = ReadName();
        ExpectKeyword("on");
        var typeCondition = ReadNamedType();
        var directives = ReadDirectives(isConstant: false);
        var selectionSet = ReadSelectionSet();
        return new FragmentDefinition
        {
            Description = description,
            Name = name,
            TypeCondition = typeCondition,
            Directives = directives,
            SelectionSet = selectionSet,
            Start = start,
            End = lastEnd,
        };
    }
}
