using System.Collections.Concurrent;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL.Execution;

/// <summary>What belongs to one request, for all of its resolvers.</summary>
public sealed class RequestContext
{
    private readonly ConcurrentQueue<GraphQLError> errors = new();

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
    public CancellationToken CancellationToken { get; set; }

    /// <summary>The coerced variables; empty until they are coerced.</summary>
    public VariableValues Variables { get; internal set; } = VariableValues.Empty;

    /// <summary>Errors of the request as a whole, which resolvers may add beside those of their fields.</summary>
    public IReadOnlyCollection<GraphQLError> Errors => errors;

    /// <summary>Adds an error of the request as a whole, without a path. Safe for all threads.</summary>
    public void AddError(GraphQLError error) => errors.Enqueue(error);

    private sealed class NoServices : IServiceProvider
    {
        public static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
