namespace Modular.GraphQL.Planning;

/// <summary>The deferred fragments with which a field is delivered; empty when it is delivered with what is around it.</summary>
internal sealed class DeferUsageSet : IEquatable<DeferUsageSet>
{
    public static readonly DeferUsageSet Empty = new([]);

    private readonly DeferUsage[] usages;

    private DeferUsageSet(DeferUsage[] usages) => this.usages = usages;

    public IReadOnlyList<DeferUsage> Usages => usages;

    /// <summary>
    /// The set for a field that is selected so often, each time within a deferred fragment or within none. Once outside of all, it is not
    /// deferred at all; a fragment within another of the set adds nothing, since the outer one delivers the field earlier.
    /// </summary>
    public static DeferUsageSet Of(IReadOnlyList<DeferUsage?> selected)
    {
        var distinct = new HashSet<DeferUsage>();
        foreach (var usage in selected)
        {
            if (usage is null) return Empty;
            distinct.Add(usage);
        }

        return new([.. distinct.Where(usage => !usage.IsWithin(distinct))]);
    }

    public bool Equals(DeferUsageSet? other) => other is not null && usages.Length == other.usages.Length && usages.All(other.usages.Contains);

    public override bool Equals(object? obj) => Equals(obj as DeferUsageSet);

    // The order of the usages does not matter.
    public override int GetHashCode() => usages.Aggregate(usages.Length, (hash, usage) => hash ^ usage.GetHashCode());
}
