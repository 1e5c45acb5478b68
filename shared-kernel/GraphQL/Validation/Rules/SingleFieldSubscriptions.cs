using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Validation.Rules;

/// <summary>A subscription selects one field at its top, come what may (specification, section 5.2.4.1).</summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : IValidationRule
{
    private static readonly string[] Conditions = ["skip", "include"];

    public void Attach(RuleHooks hooks)
    {
        if (context.Facts.Operations.Any(operation => operation.Operation == OperationType.Subscription))
            hooks.OperationEntered += Check;
    }

    private void Check(OperationDefinition operation)
    {
        if (operation.Operation != OperationType.Subscription || context.Schema.SubscriptionType is not { } root)
            return;

        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var top = new TopLevel(context, root);
        top.Collect(operation.SelectionSet);
        if (top.Conditions.Count > 0)
        {
            context.Report($"{subject} must not use `@skip` or `@include` directives in the top level selection.", [.. top.Conditions]);
            return;
        }

        if (top.Fields.Count == 0)
            context.Report($"{subject} must select one top level field.", operation.SelectionSet);
        else if (top.Fields.Count > 1)
            context.Report($"{subject} must select only one top level field.", [.. top.Fields.Skip(1).SelectMany(same => same.Value)]);

        foreach (var (_, same) in top.Fields)
        {
            if (same[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
                context.Report($"{subject} must not select an introspection top level field.", [.. same]);
        }
    }

    /// <summary>The fields that stand at the top of an operation, fragments unfolded, by their response key.</summary>
    private sealed class TopLevel(ValidationContext context, ObjectType root)
    {
        private readonly HashSet<string> visited = new(StringComparer.Ordinal);

        public OrderedDictionary<string, List<FieldNode>> Fields { get; } = new(StringComparer.Ordinal);

        public List<DirectiveNode> Conditions { get; } = [];

        public void Collect(SelectionSet selectionSet)
        {
            foreach (var selection in selectionSet.Selections)
            {
                if (IsConditional(selection))
                    continue;

                switch (selection)
                {
                    case FieldNode field:
                        Add(field);
                        break;
                    case InlineFragment inline when Applies(inline.TypeCondition):
                        Collect(inline.SelectionSet);
                        break;
                    case FragmentSpread spread:
                        CollectFragment(spread.Name.Value);
                        break;
                }
            }
        }

        private void CollectFragment(string name)
        {
            if (context.Facts.FindFragment(name) is { } fragment && Applies(fragment.TypeCondition) && visited.Add(name))
                Collect(fragment.SelectionSet);
        }

        private bool IsConditional(Selection selection)
        {
            foreach (var condition in SingleFieldSubscriptions.Conditions)
            {
                if (selection.Directives.FirstOrDefault(directive => directive.Name.Value == condition) is not { } found)
                    continue;

                Conditions.Add(found);
                return true;
            }

            return false;
        }

        private void Add(FieldNode field)
        {
            if (!Fields.TryGetValue(field.ResponseKey, out var same))
                Fields.Add(field.ResponseKey, same = []);

            same.Add(field);
        }

        private bool Applies(NamedTypeNode? condition) =>
            condition is null || (context.Schema.FindType(condition) is CompositeType type && context.Schema.IsPossibleType(type, root));
    }
}
