using System.Collections.Immutable;

namespace Modular.GraphQL.Execution;

/// <summary>One part of a response that comes in several.</summary>
internal sealed class Payload
{
    /// <summary>What is announced.</summary>
    public List<Delivery> Pending { get; } = [];

    /// <summary>What is delivered.</summary>
    public List<IncrementalEntry> Incremental { get; } = [];

    /// <summary>What is completed, each with the error that ended it early.</summary>
    public List<(int Id, GraphQLError? Error)> Completed { get; } = [];

    /// <summary>Errors of the request as a whole that came up since the last part.</summary>
    public List<GraphQLError> Errors { get; } = [];

    /// <summary>The response's extensions, if they have changed since the last part.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; set; }

    /// <summary>All errors that the part tells, wherever.</summary>
    public IEnumerable<GraphQLError> AllErrors
        => Incremental.SelectMany(entry => entry.Errors).Concat(Completed.Select(completed => completed.Error).OfType<GraphQLError>()).Concat(Errors);

    /// <summary>Whether further parts will follow.</summary>
    public bool HasNext { get; set; } = true;
}

/// <summary>A piece of data that is delivered later than the rest.</summary>
/// <param name="Id">The id of the delivery that it belongs to.</param>
/// <param name="Errors">The errors in it.</param>
internal abstract record IncrementalEntry(int Id, IReadOnlyList<GraphQLError> Errors);

/// <summary>Fields of an object.</summary>
/// <param name="Id">The id of the deferred fragment.</param>
/// <param name="SubPath">Where the object is, from the fragment's object on.</param>
/// <param name="Object">The object's group.</param>
/// <param name="Index">The object's index in its group.</param>
/// <param name="Errors">The errors of the fields.</param>
internal sealed record DeferredEntry(int Id, ImmutableArray<object> SubPath, ObjectGroup Object, int Index, IReadOnlyList<GraphQLError> Errors)
    : IncrementalEntry(Id, Errors);

/// <summary>The next items of a list.</summary>
/// <param name="Id">The id of the streamed list.</param>
/// <param name="Items">The column that holds them.</param>
/// <param name="Start">The first of them.</param>
/// <param name="End">The end of them, exclusive.</param>
/// <param name="Errors">The errors in them.</param>
internal sealed record ItemsEntry(int Id, ColumnNode Items, int Start, int End, IReadOnlyList<GraphQLError> Errors) : IncrementalEntry(Id, Errors);
