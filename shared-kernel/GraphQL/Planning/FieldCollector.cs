using System.Collections.Immutable;
using Modular.GraphQL.Language;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Planning;

/// <summary>CollectFields and CollectSubfields of the specification (section 6.3.2), done once per plan and object type.</summary>
internal sealed class FieldCollector
{
    private readonly PlanScope scope;
    private readonly ObjectType type;
    private readonly OrderedDictionary<string, ImmutableArray<FieldNode>.Builder> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> visitedFragments = new(StringComparer.Ordinal);

    private FieldCollector(PlanScope scope, ObjectType type)
    {
        this.scope = scope;
        this.type = type;
    }

    /// <summary>The fields selected of objects of the type which the parent field returns, or of the operation's root type.</summary>
    public static IReadOnlyList<PlannedField> Collect(PlanScope scope, PlannedField? parent, ObjectType type)
    {
        var collector = new FieldCollector(scope, type);
        if (parent is null) collector.Add(scope.Operation.SelectionSet);
        else
        {
            foreach (var node in parent.Nodes)
            {
                if (node.SelectionSet is not null) collector.Add(node.SelectionSet);
            }
        }

        var fields = new List<PlannedField>(collector.groups.Count);
        foreach (var nodes in collector.groups.Values)
        {
            scope.CountField();
            var field = scope.Schema.FindField(type, nodes[0].Name.Value)
                ?? throw new InvalidOperationException($"A validated operation selects {type.Name}.{nodes[0].Name.Value}, which does not exist.");
            fields.Add(new PlannedField(scope, parent, type, field, nodes.ToImmutable(), isFirst: fields.Count == 0));
        }

        return fields;
    }

    private void Add(SelectionSet selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            if (!scope.Includes(selection)) continue;
            switch (selection)
            {
                case FieldNode field:
                    Add(field);
                    break;
                case InlineFragment fragment when fragment.TypeCondition is null || Applies(fragment.TypeCondition):
                    Add(fragment.SelectionSet);
                    break;
                case FragmentSpread spread when visitedFragments.Add(spread.Name.Value):
                    Add(scope.Fragments[spread.Name.Value]);
                    break;
            }
        }
    }

    private void Add(FieldNode field)
    {
        if (!groups.TryGetValue(field.ResponseKey, out var nodes)) groups.Add(field.ResponseKey, nodes = ImmutableArray.CreateBuilder<FieldNode>(1));
        nodes.Add(field);
    }

    private void Add(FragmentDefinition fragment)
    {
        if (Applies(fragment.TypeCondition)) Add(fragment.SelectionSet);
    }

    private bool Applies(NamedTypeNode condition)
        => scope.Schema.FindType(condition.Name.Value) is CompositeType conditionType && scope.Schema.IsPossibleType(conditionType, type);
}
