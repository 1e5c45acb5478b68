using System.Collections.Immutable;
using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules.Merging;

/// <summary>Compares arguments as they are written; the order of arguments and of input fields does not matter.</summary>
internal static class ArgumentComparison
{
    public static bool AreSame(ImmutableArray<ArgumentNode> first, ImmutableArray<ArgumentNode> second) =>
        first.Length == second.Length
        && first.All(argument => second.LastOrDefault(other => other.Name.Value == argument.Name.Value) is { } other
            && AreSame(argument.Value, other.Value));

    /// <summary>Whether a name is given twice, which makes the comparison say no even to the field itself.</summary>
    public static bool HasDuplicates(ImmutableArray<ArgumentNode> arguments) =>
        arguments.Length > 1 && arguments.DistinctBy(argument => argument.Name.Value, StringComparer.Ordinal).Count() < arguments.Length;

    private static bool AreSame(ValueNode first, ValueNode second) => (first, second) switch
    {
        (Variable variable, Variable other) => variable.Name.Value == other.Name.Value,
        (IntValue number, IntValue other) => number.Value == other.Value,
        (FloatValue number, FloatValue other) => number.Value == other.Value,
        (StringValue text, StringValue other) => text.Value == other.Value && text.IsBlock == other.IsBlock,
        (BooleanValue boolean, BooleanValue other) => boolean.Value == other.Value,
        (EnumValueNode enumValue, EnumValueNode other) => enumValue.Value == other.Value,
        (NullValue, NullValue) => true,
        (ListValue list, ListValue other) => AreSame(list.Values, other.Values),
        (ObjectValue inputObject, ObjectValue other) => AreSame(inputObject.Fields, other.Fields),
        _ => false,
    };

    private static bool AreSame(ImmutableArray<ValueNode> first, ImmutableArray<ValueNode> second)
    {
        if (first.Length != second.Length)
            return false;

        for (var i = 0; i < first.Length; i++)
        {
            if (!AreSame(first[i], second[i]))
                return false;
        }

        return true;
    }

    private static bool AreSame(ImmutableArray<ObjectFieldNode> first, ImmutableArray<ObjectFieldNode> second)
    {
        if (first.Length != second.Length)
            return false;

        return Sorted(first).Zip(Sorted(second)).All(pair =>
            pair.First.Name.Value == pair.Second.Name.Value && AreSame(pair.First.Value, pair.Second.Value));
    }

    private static IEnumerable<ObjectFieldNode> Sorted(ImmutableArray<ObjectFieldNode> fields) =>
        fields.OrderBy(field => field.Name.Value, StringComparer.Ordinal);
}
