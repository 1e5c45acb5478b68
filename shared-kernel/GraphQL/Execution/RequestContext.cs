using System.Collections.Immutable;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>What belongs to one request, for all of its resolvers.</summary>
public sealed class RequestContext
{
    private static readonly ImmutableSortedDictionary<string, object?> EmptyExtensions = ImmutableSortedDictionary.Create<string, object?>(StringComparer.Ordinal);

    private CancellationToken cancellation;
    private ImmutableList<GraphQLError> errors = [];
    private ImmutableSortedDictionary<string, object?> extensions = EmptyExtensions;

    /// <summary>The services of the request.</summary>
    public IServiceProvider Services { get; init; } = NoServices.Instance;

    /// <summary>
    /// Facts that the host and the layers between put there (user, province, language, <see cref="ILevelBarrier"/>, <see cref="IExecutionObserver"/>).
    /// To be filled before execution begins; resolvers run concurrently and only read it.
    /// </summary>
    public Features Features { get; init; } = new();

    /// <summary>
    /// Cancelled when the client is gone or the time allowed is over. During execution it is the engine's token, which joins both.
    /// </summary>
    public CancellationToken CancellationToken
    {
        get => Time?.Token ?? cancellation;
        set => cancellation = value;
    }

    /// <summary>The coerced variables; empty until they are coerced.</summary>
    public VariableValues Variables { get; internal set; } = VariableValues.Empty;

    /// <summary>The name of the operation, as the document writes it; null before it is known, and where it has none.</summary>
    public string? OperationName { get; internal set; }

    /// <summary>What the operation may cost, as it was estimated before it was executed; 0 before that.</summary>
    public double Cost { get; internal set; }

    /// <summary>
    /// Set while an event of a subscription is executed, when this response is the last that the client may have, for instance because a right was
    /// taken away. It is still sent.
    /// </summary>
    public bool EndsSubscription { get; set; }

    /// <summary>Set while an event of a subscription is executed, when the client is not to hear of it, for instance because it is about something out of its reach.</summary>
    public bool SkipsEvent { get; set; }

    /// <summary>The entries of the response's <c>extensions</c>.</summary>
    public IReadOnlyDictionary<string, object?> Extensions => extensions;

    /// <summary>Errors of the request as a whole, which resolvers may add beside those of their fields.</summary>
    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>Adds an error of the request as a whole, without a path. Safe for all threads.</summary>
    public void AddError(GraphQLError error)
    {
        ImmutableInterlocked.Update(ref errors, static (all, added) => all.Add(added), error);
    }

    /// <summary>
    /// Adds an entry to the response's <c>extensions</c>, replacing an earlier one of that name: null, a string, number or boolean, JSON, or a list or map of
    /// these. Safe for all threads.
    /// </summary>
    public void AddExtension(string name, object? value)
    {
        ImmutableInterlocked.Update(ref extensions, static (all, added) => all.SetItem(added.Name, added.Value), (Name: name, Value: value));
    }

    /// <summary>The time that is running; <see langword="null"/> where nothing is executed.</summary>
    internal ExecutionTime? Time { get; set; }

    /// <summary>As the token's method, without making a token that nobody asked for.</summary>
    internal void ThrowIfCancelled()
    {
        if (Time is not null) Time.ThrowIfOver();
        else cancellation.ThrowIfCancellationRequested();
    }

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
