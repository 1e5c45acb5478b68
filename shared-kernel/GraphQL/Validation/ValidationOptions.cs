namespace Modular.GraphQL.Validation;

/// <summary>How strictly and how talkatively documents are validated.</summary>
public sealed record ValidationOptions
{
    /// <summary>The limits for documents of requests, with suggestions.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Whether documents may ask for the schema (<c>__schema</c>, <c>__type</c>).</summary>
    public bool Introspection { get; init; } = true;

    /// <summary>Whether errors suggest names of the schema. Never where introspection is off, since suggestions give the schema
    /// away.</summary>
    public bool Suggestions { get => field && Introspection; init; } = true;

    /// <summary>Whether strings, in documents and in variables, may hold the character U+0000. The specification lets them; much that lies behind an API,
    /// such as PostgreSQL, cannot take it.</summary>
    public bool NulCharacters { get; init; } = true;

    /// <summary>After how many errors validation gives up; a broken document needs no more to be mended.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>The limits that a document must keep to, beyond the rules of the specification.</summary>
    public DocumentLimits Limits { get; init; } = DocumentLimits.Default;
}
