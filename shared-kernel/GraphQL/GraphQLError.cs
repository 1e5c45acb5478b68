using System.Collections.Immutable;
using Modular.GraphQL.Language;

namespace Modular.GraphQL;

/// <summary>An error as a response tells it (specification, section 7.1.7).</summary>
/// <param name="message">What went wrong, for the developer of the request.</param>
public sealed class GraphQLError(string message)
{
    /// <summary>What went wrong, for the developer of the request.</summary>
    public string Message { get; } = message;

    /// <summary>The places in the document that the error is about; empty if it is about none.</summary>
    public ImmutableArray<SourceLocation> Locations { get; init; } = [];

    /// <summary>The response keys (<see cref="string"/>) and list indices (<see cref="int"/>) that lead to the field that failed;
    /// empty for an error of the request as a whole.</summary>
    public ImmutableArray<object> Path { get; init; } = [];

    /// <summary>The machine-readable kind of the error, written as <c>extensions.code</c>.</summary>
    public string? Code { get; init; }

    /// <summary>Further entries of <c>extensions</c>; values are null, strings, numbers, booleans, or lists and maps of these.</summary>
    public ImmutableDictionary<string, object?> Extensions { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>The exception behind the error, for logs; never written to a response.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The message with its locations, for logs and failing tests.</summary>
    /// <returns>For instance <c>Unknown type "Dog". (3:7)</c>.</returns>
    public override string ToString() =>
        Locations.IsEmpty ? Message : $"{Message} ({string.Join(", ", Locations.Select(place => $"{place.Line}:{place.Column}"))})";
}
