using Modular.GraphQL.Execution;

namespace Modular.GraphQL;

/// <summary>
/// The time that an operation is allowed, joined with the client's own token for as long as the operation is executed. The clock is set when
/// the first resolver asks for the token; what is answered without waiting for anything needs none.
/// </summary>
internal sealed class ExecutionTime : IDisposable
{
    private readonly RequestContext context;
    private readonly CancellationToken clientToken;
    private readonly TimeSpan? allowed;
    private CancellationTokenSource? timeout;

    public ExecutionTime(RequestContext context, TimeSpan? allowed)
    {
        this.context = context;
        this.allowed = allowed;
        clientToken = context.CancellationToken;
        context.Time = this;
    }

    /// <summary>Cancelled when the client is gone or the time is over.</summary>
    public CancellationToken Token => allowed is null ? clientToken : (timeout ?? Set()).Token;

    /// <summary>Whether the time is over, and not the client gone.</summary>
    public bool IsOver => timeout is { IsCancellationRequested: true } && !clientToken.IsCancellationRequested;

    /// <summary>What the client is told when the time is over.</summary>
    public GraphQLError Error => new($"The operation took longer than {allowed.GetValueOrDefault().TotalSeconds:0.###} seconds and was stopped.") { Code = ErrorCodes.Timeout };

    /// <exception cref="OperationCanceledException">The client is gone or the time is over.</exception>
    public void ThrowIfOver() => (timeout?.Token ?? clientToken).ThrowIfCancellationRequested();

    public void Dispose()
    {
        context.Time = null;
        timeout?.Dispose();
    }

    private CancellationTokenSource Set()
    {
        // Resolvers of one level may ask at the same time; the clock of one of them counts.
        var made = CancellationTokenSource.CreateLinkedTokenSource(clientToken);
        if (Interlocked.CompareExchange(ref timeout, made, null) is { } earlier)
        {
            made.Dispose();
            return earlier;
        }

        made.CancelAfter(allowed!.Value);
        return made;
    }
}
