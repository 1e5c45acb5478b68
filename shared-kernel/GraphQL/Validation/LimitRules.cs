using System.Collections.Immutable;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation;

/// <summary>Checks the limits that are no rules of the specification, before any rule does work that they bound.</summary>
internal static class LimitRules
{
    public static void Check(ValidationContext context)
    {
        CheckDepth(context);
        var aliases = 0;
        foreach (var definition in context.Document.Definitions)
        {
            if (RootSelectionsOf(definition) is not { } root)
                continue;

            CheckRootFields(context, definition, root);
            CheckDefinition(context, definition);
            CheckSelections(context, root, ref aliases);
        }
    }

    private static SelectionSet? RootSelectionsOf(Definition definition) => definition switch
    {
        OperationDefinition operation => operation.SelectionSet,
        FragmentDefinition fragment => fragment.SelectionSet,
        _ => null,
    };

    private static void CheckRootFields(ValidationContext context, Definition definition, SelectionSet root)
    {
        var limit = context.Options.Limits.MaxRootFields;
        if (definition is OperationDefinition && root.Selections.Length > limit)
            Abort(context, $"An operation may select at most {limit} fields at its top.", definition);
    }

    private static void CheckDefinition(ValidationContext context, Definition definition)
    {
        var limit = context.Options.Limits.MaxVariables;
        if (definition is FragmentDefinition fragment)
            CheckDirectives(context, fragment.Directives, fragment);
        if (definition is not OperationDefinition operation)
            return;

        CheckDirectives(context, operation.Directives, operation);
        if (operation.VariableDefinitions.Length > limit)
            Abort(context, $"An operation may declare at most {limit} variables.", definition);
        foreach (var variable in operation.VariableDefinitions)
            CheckDirectives(context, variable.Directives, variable);
    }

    private static void CheckDirectives(ValidationContext context, ImmutableArray<DirectiveNode> directives, SyntaxNode place)
    {
        var limit = context.Options.Limits.MaxDirectivesPerLocation;
        if (directives.Length > limit)
            Abort(context, $"At most {limit} directives may stand at one place.", place);
    }

    private static void CheckSelections(ValidationContext context, SelectionSet root, ref int aliases)
    {
        var limits = context.Options.Limits;
        var waiting = new Stack<SelectionSet>([root]);
        while (waiting.TryPop(out var selectionSet))
        {
            foreach (var selection in selectionSet.Selections)
            {
                CheckDirectives(context, selection.Directives, selection);
                if (selection is FieldNode { Alias: not null } && ++aliases > limits.MaxAliases)
                    Abort(context, $"A document may have at most {limits.MaxAliases} aliases.", selection);
                if (DocumentFacts.SelectionSetOf(selection) is { } inner)
                    waiting.Push(inner);
            }
        }
    }

    private static void CheckDepth(ValidationContext context)
    {
        var depths = new SelectionDepths(context.Facts);
        var limits = context.Options.Limits;
        foreach (var definition in context.Document.Definitions)
        {
            if (RootSelectionsOf(definition) is not { } root)
                continue;

            var (fields, all) = depths.Of(root);
            if (all > limits.MaxFragmentDepth)
                Abort(context, $"Fragments may nest at most {limits.MaxFragmentDepth} levels deep.", definition);
            if (fields > limits.MaxSelectionDepth)
                Abort(context, $"Selections may nest at most {limits.MaxSelectionDepth} levels deep.", definition);
        }
    }

    private static void Abort(ValidationContext context, string message, SyntaxNode node) =>
        context.Abort(ValidationErrors.BeyondLimit(message), node);
}
