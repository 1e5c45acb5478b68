using Modular.GraphQL.Execution;

namespace Modular.GraphQL;

/// <summary>The time that an operation is allowed, joined with the client's own token for as long as the operation is executed.</summary>
internal sealed class ExecutionTime : IDisposable
{
    private readonly RequestContext context;
    private readonly CancellationToken clientToken;
    private readonly CancellationTokenSource? timeout;
    private readonly TimeSpan allowed;

    public ExecutionTime(RequestContext context, TimeSpan? allowed)
    {
        this.context = context;
        clientToken = context.CancellationToken;
        if (allowed is null) return;
        this.allowed = allowed.Value;
        timeout = CancellationTokenSource.CreateLinkedTokenSource(clientToken);
        timeout.CancelAfter(allowed.Value);
        context.CancellationToken = timeout.Token;
    }

    /// <summary>Whether the time is over, and not the client gone.</summary>
    public bool IsOver => timeout is { IsCancellationRequested: true } && !clientToken.IsCancellationRequested;

    /// <summary>What the client is told when the time is over.</summary>
    public GraphQLError Error => new($"The operation took longer than {allowed.TotalSeconds:0.###} seconds and was stopped.") { Code = ErrorCodes.Timeout };

    public void Dispose()
    {
        context.CancellationToken = clientToken;
        timeout?.Dispose();
    }
}
