using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Sdl;

/// <summary>Finds what has changed between two schemas, and tells it as graphql-js does (<c>findSchemaChanges</c>).</summary>
public static class SchemaComparison
{
    /// <summary>All changes, those of types before those of directives.</summary>
    public static IReadOnlyList<SchemaChange> Compare(Schema before, Schema after)
    {
        var changes = new ChangeList();
        var types = Difference.Of(before.Types, after.Types, type => type.Name);
        foreach (var type in types.Removed)
        {
            changes.Breaking("TYPE_REMOVED", type.Name, type.Owner == Schema.EngineOwner
                ? $"Standard scalar {type.Name} was removed because it is not referenced anymore."
                : $"{type.Name} was removed.");
        }

        foreach (var type in types.Added) changes.Safe("TYPE_ADDED", type.Name, $"{type.Name} was added.");
        foreach (var (old, current) in types.Kept) TypeComparison.Compare(old, current, changes);
        DirectiveComparison.Compare(before.Directives, after.Directives, changes);
        return changes.All;
    }
}

/// <summary>Gathers changes.</summary>
internal sealed class ChangeList
{
    public List<SchemaChange> All { get; } = [];

    public void Breaking(string code, string coordinate, string description) => All.Add(new(ChangeSeverity.Breaking, code, coordinate, description));

    public void Dangerous(string code, string coordinate, string description) => All.Add(new(ChangeSeverity.Dangerous, code, coordinate, description));

    public void Safe(string code, string coordinate, string description) => All.Add(new(ChangeSeverity.Safe, code, coordinate, description));

    public void CompareDescriptions(string coordinate, string? old, string? current)
    {
        if (old != current) Safe("DESCRIPTION_CHANGED", coordinate, $"The description of {coordinate} has changed.");
    }
}

/// <summary>What two lists of named things have in common and what not.</summary>
internal readonly record struct Difference<T>(List<T> Removed, List<T> Added, List<(T Old, T Current)> Kept);

/// <summary>Makes <see cref="Difference{T}"/>.</summary>
internal static class Difference
{
    public static Difference<T> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> nameOf)
    {
        var old = before.ToDictionary(nameOf, StringComparer.Ordinal);
        var current = after.ToDictionary(nameOf, StringComparer.Ordinal);
        return new(
            [.. before.Where(item => !current.ContainsKey(nameOf(item)))],
            [.. after.Where(item => !old.ContainsKey(nameOf(item)))],
            [.. before.Where(item => current.ContainsKey(nameOf(item))).Select(item => (item, current[nameOf(item)]))]);
    }
}
