using Modular.GraphQL.Language;

namespace Modular.GraphQL.Validation.Rules.Merging;

/// <summary>The fields of one selection set by response key, inline fragments unfolded, and the names of the fragments that it
/// spreads.</summary>
internal sealed class FieldCollection
{
    public OrderedDictionary<string, List<SelectedField>> Fields { get; } = new(StringComparer.Ordinal);

    public List<string> FragmentNames { get; } = [];

    /// <summary>The fragments that the fields have been compared with, and whether as exclusive ones.</summary>
    public Dictionary<string, bool> ComparedFragments { get; } = new(StringComparer.Ordinal);

    public void Add(SelectedField field)
    {
        if (!Fields.TryGetValue(field.Node.ResponseKey, out var same))
            Fields.Add(field.Node.ResponseKey, same = []);

        same.Add(field);
    }

    public void Add(FragmentSpread spread)
    {
        if (!FragmentNames.Contains(spread.Name.Value))
            FragmentNames.Add(spread.Name.Value);
    }
}
