using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;
using Modular.GraphQL.Validation;

namespace Modular.GraphQL;

/// <summary>The limits and habits of an engine.</summary>
public sealed record GraphQLEngineOptions
{
    /// <summary>The limits for reading documents.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>The limits for valid documents.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>How many fields an operation may select once its fragments are inlined.</summary>
    public int MaxPlannedFields { get; init; } = 10_000;

    /// <summary>
    /// The most that an operation may cost, about the number of objects that it may return; see <see cref="FieldCost"/> and <see cref="ListSize"/>.
    /// </summary>
    public double MaxCost { get; init; } = 1_000_000;

    /// <summary>How many items a list is taken to have of which nothing is known, when the cost is estimated.</summary>
    public int DefaultListSize { get; init; } = 10;

    /// <summary>How many compiled operations are kept for each schema.</summary>
    public int MaxCachedOperations { get; init; } = 1_000;

    /// <summary>About how many bytes of memory the kept operations of a schema may take together; each takes some forty times the bytes of its document.</summary>
    public long MaxCachedBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How long an operation may be executed; <see langword="null"/> for as long as it takes.</summary>
    public TimeSpan? ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many errors a response tells before it only counts them.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>How many items of each streamed list a part of a response brings; their fields are resolved together.</summary>
    public int StreamedItemsAtOnce { get; init; } = 100;

    /// <summary>Whether responses show the exceptions behind errors. For development only.</summary>
    public bool ShowExceptions { get; init; }
}
