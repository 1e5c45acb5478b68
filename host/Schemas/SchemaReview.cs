using Modular.GraphQL.Sdl;
using Modular.GraphQL.TypeSystem;

namespace Modular.Host.Schemas;

/// <summary>
/// Whether the schema may be served to those who work with the one that was released last: nothing that they use is gone or different unless that was
/// announced or is accepted with a reason.
/// </summary>
/// <param name="today">The day by which announced removals are due.</param>
internal sealed class SchemaReview(DateOnly today)
{
    private static readonly string[] RemovalCodes = ["FIELD_REMOVED", "ARG_REMOVED", "VALUE_REMOVED_FROM_ENUM", "DIRECTIVE_ARG_REMOVED"];

    /// <summary>What is wrong with deprecations: each needs the day until which the element stays.</summary>
    public static IEnumerable<string> UndatedDeprecations(Schema schema) =>
        from deprecated in SchemaDeprecations.Of(schema)
        where SchemaDeprecations.LastDayIn(deprecated.Value) is null
        select $"{deprecated.Key} is deprecated without a date; end the reason with \"until\" and the last day, as in \"Use fullName, until 2027-06-30.\"";

    /// <summary>The breaking changes between the files of the release and the present ones that were not announced, each once.</summary>
    /// <param name="released">The files of the last release by their names.</param>
    /// <param name="present">The present files by their names.</param>
    public IReadOnlyList<SchemaChange> UnannouncedBreaks(IReadOnlyDictionary<string, string> released, IReadOnlyDictionary<string, string> present)
    {
        var breaks = new List<SchemaChange>();
        foreach (var (name, text) in released.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (!present.TryGetValue(name, out var current))
                breaks.Add(new SchemaChange(ChangeSeverity.Breaking, "SCHEMA_REMOVED", name, $"The schema {name} is not served any more."));
            else
                breaks.AddRange(Unannounced(SdlReader.Read(text).Build(), SdlReader.Read(current).Build()));
        }

        return [.. breaks.DistinctBy(change => (change.Code, change.Coordinate, change.Description))];
    }

    /// <summary>What stands against serving: breaks that are not accepted, and acceptances of what does not happen.</summary>
    public static IEnumerable<string> Problems(IReadOnlyList<SchemaChange> breaks, AcceptedBreaks accepted) =>
    [
        .. accepted.Problems,
        .. breaks.Where(change => !accepted.Entries.Any(entry => entry.Covers(change))).Select(change => change.ToString()),
        .. accepted.Entries
            .Where(entry => !breaks.Any(entry.Covers))
            .Select(entry => $"{AcceptedBreaks.FileName}:{entry.Line} accepts {entry.Code} {entry.Coordinate}, which is no breaking change since the last release."),
    ];

    private IEnumerable<SchemaChange> Unannounced(Schema released, Schema present)
    {
        var deprecated = SchemaDeprecations.Of(released);
        return SchemaComparison.Compare(released, present).Where(change => change.Severity == ChangeSeverity.Breaking && !IsDue(change, deprecated));
    }

    // What was deprecated in the release and has outlived its last day may go without a word more.
    private bool IsDue(SchemaChange change, IReadOnlyDictionary<string, string> deprecated) =>
        RemovalCodes.Contains(change.Code)
        && deprecated.TryGetValue(change.Coordinate, out var reason)
        && SchemaDeprecations.LastDayIn(reason) < today;
}
