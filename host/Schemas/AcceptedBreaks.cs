using Modular.GraphQL.Sdl;

namespace Modular.Host.Schemas;

/// <summary>
/// The breaking changes since the last release that are accepted: in <c>breaking-changes.allow</c> a line each, with the code of the change, the coordinate of what
/// has changed, and the reason. Lines that begin with <c>#</c> are remarks.
/// </summary>
/// <param name="Entries">The accepted changes.</param>
/// <param name="Problems">What is wrong with the file.</param>
internal sealed record AcceptedBreaks(IReadOnlyList<AcceptedBreak> Entries, IReadOnlyList<string> Problems)
{
    public const string FileName = "breaking-changes.allow";

    /// <summary>What the file says when there is nothing to accept.</summary>
    public const string Empty =
        """
        # Breaking changes since the last release that are accepted. One a line: CODE coordinate reason, for instance
        # FIELD_REMOVED Member.nickname Never filled by any province, announced in the release notes of 2.1.
        # An entry that matches no change fails the check; `schema release` empties the file. See docs/schema.md.

        """;

    /// <summary>Reads the file; without one nothing is accepted.</summary>
    public static AcceptedBreaks Read(string path)
    {
        var entries = new List<AcceptedBreak>();
        var problems = new List<string>();
        foreach (var (index, line) in (File.Exists(path) ? File.ReadAllLines(path) : []).Index())
        {
            if (string.IsNullOrWhiteSpace(line) || line.TrimStart().StartsWith('#'))
                continue;
            if (line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is not [var code, var coordinate, var reason])
                problems.Add($"{FileName}:{index + 1} needs a code, a coordinate and a reason.");
            else
                entries.Add(new AcceptedBreak(index + 1, code, coordinate, reason));
        }

        return new AcceptedBreaks(entries, problems);
    }
}

/// <summary>A breaking change that is accepted.</summary>
/// <param name="Line">The line of the file, counted from 1.</param>
/// <param name="Code">The code of the change, for instance <c>FIELD_REMOVED</c>.</param>
/// <param name="Coordinate">What has changed, for instance <c>Member.name</c>.</param>
/// <param name="Reason">Why that is well.</param>
internal sealed record AcceptedBreak(int Line, string Code, string Coordinate, string Reason)
{
    public bool Covers(SchemaChange change) => change.Code == Code && change.Coordinate == Coordinate;
}
