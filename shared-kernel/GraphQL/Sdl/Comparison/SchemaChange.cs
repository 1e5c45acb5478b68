namespace Modular.GraphQL.Sdl;

/// <summary>A difference between two schemas.</summary>
/// <param name="Severity">What it does to clients.</param>
/// <param name="Code">What kind of change it is, by the names of graphql-js, for instance <c>FIELD_REMOVED</c>.</param>
/// <param name="Coordinate">What has changed, for instance <c>Member.name</c>, <c>Query.member(id:)</c> or <c>@audited</c>.</param>
/// <param name="Description">The change as a sentence.</param>
public sealed record SchemaChange(ChangeSeverity Severity, string Code, string Coordinate, string Description)
{
    /// <summary>The change on one line: severity, code, coordinate, sentence.</summary>
    public override string ToString() => $"{Severity} {Code} {Coordinate}: {Description}";
}

/// <summary>What a change does to clients.</summary>
public enum ChangeSeverity
{
    /// <summary>Requests that were valid may now be refused or answered with another type.</summary>
    Breaking,

    /// <summary>Requests stay valid, but clients may meet values that they do not know, or the same request may mean something else.</summary>
    Dangerous,

    /// <summary>No client notices unless it asks.</summary>
    Safe,
}
