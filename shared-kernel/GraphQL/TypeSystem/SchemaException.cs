namespace Modular.GraphQL.TypeSystem;

/// <summary>The contributions do not make a schema. It tells every conflict at once.</summary>
/// <param name="conflicts">All conflicts.</param>
public sealed class SchemaException(IReadOnlyList<SchemaConflict> conflicts)
    : Exception($"The schema has {conflicts.Count} conflict{(conflicts.Count == 1 ? "" : "s")}:\n" + string.Join('\n', conflicts.Select(conflict => $"- {conflict}")))
{
    /// <summary>All conflicts, in the order of the definitions.</summary>
    public IReadOnlyList<SchemaConflict> Conflicts { get; } = conflicts;
}

/// <summary>Something that keeps contributions from being a schema.</summary>
/// <param name="Message">What is wrong, naming members and owners.</param>
/// <param name="Fix">What would put it right.</param>
/// <param name="Members">The types and members concerned, for instance <c>Member.organization</c>.</param>
/// <param name="Owners">The owners (modules) concerned.</param>
public sealed record SchemaConflict(string Message, string Fix, IReadOnlyList<string> Members, IReadOnlyList<string> Owners)
{
    /// <summary>Message and fix.</summary>
    public override string ToString() => $"{Message} {Fix}";
}
