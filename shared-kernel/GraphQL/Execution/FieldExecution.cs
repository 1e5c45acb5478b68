using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>What a resolver is given for one request: all parents of the level, the arguments, and a place for errors.</summary>
public sealed class FieldExecution
{
    private Dictionary<int, GraphQLError>? errors;

    internal FieldExecution(PlannedField planned, Rows parents, ArgumentValues arguments, RequestContext request)
    {
        Planned = planned;
        Parents = parents;
        Arguments = arguments;
        Request = request;
    }

    /// <summary>The field where the operation selects it.</summary>
    public PlannedField Planned { get; }

    /// <summary>The parent objects; the column has one entry for each.</summary>
    public Rows Parents { get; }

    /// <summary>The coerced arguments.</summary>
    public ArgumentValues Arguments { get; }

    /// <summary>The request.</summary>
    public RequestContext Request { get; }

    /// <summary>Cancelled when the client is gone or the time allowed is over.</summary>
    public CancellationToken CancellationToken => Request.CancellationToken;

    internal IReadOnlyDictionary<int, GraphQLError>? Errors => errors;

    /// <summary>
    /// Lets the field fail for one parent: its value becomes null whatever the column holds. Path and locations are added by the executor.
    /// The first error of a parent counts. Safe for all threads until the resolver completes.
    /// </summary>
    public void AddError(int parentIndex, GraphQLError error)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(parentIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(parentIndex, Parents.Count);
        var known = errors ?? Interlocked.CompareExchange(ref errors, [], null) ?? errors;
        lock (known) known.TryAdd(parentIndex, error);
    }

    /// <summary>Lets the field fail for one parent with a message and a machine-readable code.</summary>
    public void AddError(int parentIndex, string message, string? code = null) => AddError(parentIndex, new GraphQLError(message) { Code = code });

    /// <summary>The parents as CLR objects of one type.</summary>
    /// <exception cref="InvalidCastException">The parents are rows of another kind or hold other objects.</exception>
    public IReadOnlyList<T> ParentsAs<T>()
    {
        var rows = (ObjectRows)Parents;
        var parents = new T[rows.Count];
        for (var i = 0; i < parents.Length; i++) parents[i] = (T)rows[i]!;
        return parents;
    }
}
