using System.Globalization;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>
/// Estimates the most that an operation may cost, from the document and the sizes of lists alone. Fields that are merged count once; the
/// fragments of different types all count, as if each object were of all of them.
/// </summary>
internal sealed class CostEstimator(PlanScope scope, int defaultListSize)
{
    /// <summary>The cost of an operation, to be evaluated for each request's variables.</summary>
    public static CostNode Estimate(PlanScope scope, ObjectType rootType, int defaultListSize)
        => new(0, null, new CostEstimator(scope, defaultListSize).Children([scope.Operation.SelectionSet], rootType, null, []));

    private List<CostNode> Children(IEnumerable<SelectionSet> selectionSets, CompositeType type, SizeBound? size, IReadOnlyList<string> sizedFields)
    {
        var groups = new OrderedDictionary<(string Key, CompositeType Type), List<FieldNode>>();
        HashSet<string>? visitedFragments = scope.Fragments.Count == 0 ? null : new(StringComparer.Ordinal);
        foreach (var selectionSet in selectionSets) Collect(selectionSet, type, groups, visitedFragments);

        var children = new List<CostNode>();
        foreach (var ((_, parentType), nodes) in groups)
        {
            var field = scope.Schema.FindField(parentType, nodes[0].Name.Value)!;
            if (Estimate(field, nodes, sizedFields.Contains(field.Name) ? size : null) is { } child) children.Add(child);
        }

        return children;
    }

    private void Collect(
        SelectionSet selectionSet, CompositeType type, OrderedDictionary<(string, CompositeType), List<FieldNode>> groups, HashSet<string>? visitedFragments)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!scope.Includes(selection)) continue;
            switch (selection)
            {
                case FieldNode node:
                    scope.CountField();
                    if (scope.Schema.FindField(type, node.Name.Value) is not { } field || IsFree(field)) break;
                    if (!groups.TryGetValue((node.ResponseKey, type), out var nodes)) groups.Add((node.ResponseKey, type), nodes = []);
                    nodes.Add(node);
                    break;
                case InlineFragment fragment:
                    Collect(fragment.SelectionSet, Condition(fragment.TypeCondition, type), groups, visitedFragments);
                    break;
                case FragmentSpread spread when visitedFragments!.Add(spread.Name.Value):
                    var definition = scope.Fragments[spread.Name.Value];
                    Collect(definition.SelectionSet, Condition(definition.TypeCondition, type), groups, visitedFragments);
                    break;
            }
        }
    }

    // Nearly all leaves.
    private static bool IsFree(Field field) => field.Costs.Weight == 0 && field.Type.Named is not CompositeType;

    // A condition that every object of the place meets anyway does not part its fields from the others.
    private CompositeType Condition(NamedTypeNode? condition, CompositeType type)
    {
        if (condition is null || scope.Schema.FindType(condition.Name.Value) is not CompositeType conditionType) return type;
        return scope.Schema.IsSubType(conditionType, type) ? type : conditionType;
    }

    /// <summary>The cost of a field; <see langword="null"/> when it is nothing.</summary>
    private CostNode? Estimate(Field field, List<FieldNode> nodes, SizeBound? inheritedSize)
    {
        var composite = field.Type.Named as CompositeType;
        var (weight, facts) = field.Costs;
        var sliced = facts is null ? null : BoundOf(field, nodes[0], facts);
        var size = field.Type.Nullable is ListType ? inheritedSize ?? sliced ?? new SizeBound(defaultListSize, [], 0) : null;
        var children = composite is null
            ? []
            : Children(nodes.Select(node => node.SelectionSet).OfType<SelectionSet>(), composite, sliced, facts?.SizedFields ?? []);
        return weight == 0 && children.Count == 0 ? null : new(weight, size, children);
    }

    private SizeBound BoundOf(Field field, FieldNode node, ListSize facts)
    {
        var largest = -1.0;
        var variables = new List<(string, int?)>();
        foreach (var name in facts.SlicingArguments)
        {
            switch (node.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value)
            {
                case IntValue literal:
                    largest = Math.Max(largest, double.Parse(literal.Value, CultureInfo.InvariantCulture));
                    break;
                case Variable variable:
                    variables.Add((variable.Name.Value, field.FindArgument(name)?.DefaultValue as int?));
                    break;
                case null when field.FindArgument(name)?.DefaultValue is int value:
                    largest = Math.Max(largest, value);
                    break;
            }
        }

        return new(largest, variables, facts.AssumedSize ?? defaultListSize);
    }
}
