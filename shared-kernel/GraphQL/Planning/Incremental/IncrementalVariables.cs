using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>
/// The variables that <c>@defer</c> and <c>@stream</c> read for <c>if</c> and <c>initialCount</c>. These have default values, so a variable may be declared nullable and left
/// out; given as null it breaks the type of the argument, and graphql-js refuses it with this message.
/// </summary>
internal sealed class IncrementalVariables
{
    private readonly Document document;
    private readonly IReadOnlyDictionary<string, FragmentDefinition> fragments;
    private readonly HashSet<string> visitedFragments = new(StringComparer.Ordinal);
    private readonly List<(string Argument, string Type, Variable Variable)> found = [];

    public IncrementalVariables(Document document, OperationDefinition operation, IReadOnlyDictionary<string, FragmentDefinition> fragments)
    {
        this.document = document;
        this.fragments = fragments;
        Visit(operation.SelectionSet);
    }

    /// <summary>Refuses the request where one of them is null.</summary>
    /// <exception cref="GraphQLException">One is.</exception>
    public void RefuseNulls(VariableValues variables)
    {
        foreach (var (argument, type, variable) in found)
        {
            var name = variable.Name.Value;
            if (variables.TryGetValue(name, out var value) && value is null)
            {
                throw new GraphQLException(new GraphQLError(
                    $"Argument \"{argument}\" has invalid value: Expected variable \"${name}\" provided to non-null type \"{type}\" not to be null.")
                {
                    Locations = [document.LocationOf(variable)],
                });
            }
        }
    }

    private void Visit(SelectionSet? selectionSet)
    {
        if (selectionSet is null) return;
        foreach (var selection in selectionSet.Selections)
        {
            foreach (var directive in selection.Directives) Visit(directive);
            if (selection is FieldNode field) Visit(field.SelectionSet);
            else if (selection is InlineFragment inline) Visit(inline.SelectionSet);
            else if (selection is FragmentSpread spread && visitedFragments.Add(spread.Name.Value)) Visit(fragments[spread.Name.Value].SelectionSet);
        }
    }

    private void Visit(DirectiveNode directive)
    {
        if (!IncrementalDirectives.Contains(directive.Name.Value)) return;
        foreach (var argument in directive.Arguments)
        {
            var type = argument.Name.Value switch
            {
                IncrementalDirectives.If => "Boolean!",
                IncrementalDirectives.InitialCount => "Int!",
                _ => null,
            };
            if (type is not null && argument.Value is Variable variable)
                found.Add(($"@{directive.Name.Value}({argument.Name.Value}:)", type, variable));
        }
    }
}
