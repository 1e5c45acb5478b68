namespace Modular.GraphQL.TypeSystem;

/// <summary>Gathers conflicts, so that all are told at once.</summary>
internal sealed class ConflictList
{
    private readonly List<SchemaConflict> conflicts = [];

    public int Count => conflicts.Count;

    public void Add(string message, string fix, IEnumerable<string> members, params IEnumerable<string> owners)
        => conflicts.Add(new(message, fix, [.. members], [.. owners.Distinct()]));

    public void ThrowIfAny()
    {
        if (conflicts.Count > 0) throw new SchemaException([.. conflicts]);
    }
}
