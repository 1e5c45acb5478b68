using Microsoft.Extensions.DependencyInjection;
using Modular.GraphQL.Execution;
using Modular.Kernel.Postgres.Telemetry;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Calls code of a module as long as the request's time lasts. Whatever does not end then, because it blocks or does not look at its cancellation, is left behind with a short grace: its request is
/// answered, and the report names the module. A thread that it holds is not got back, so a module of which several were left behind is called no more while they run.
/// </summary>
internal static class PatientCall
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Calls a method, on a thread of its own until it first waits.</summary>
    /// <exception cref="OperationCanceledException">The time is over, or the client gone, and the method has not ended.</exception>
    /// <exception cref="GraphQLException">Too many calls of the module were left behind and still run.</exception>
    public static async ValueTask<object?> CallAsync(MethodTask task, object?[] arguments, FieldExecution execution)
    {
        var cancellation = execution.CancellationToken;
        var field = execution.Planned.Field;
        var work = execution.Kernel().Services.GetRequiredService<ModuleWork>();
        if (work.IsStuck(field.Owner))
            throw new GraphQLException($"Calls of the module '{field.Owner}' do not end, so it is called no more until they do; tell whoever operates the system.", KernelErrorCodes.ModuleStuck);
        var running = work.RunAsync(field.Owner, () => task.CallAsync(arguments).AsTask());
        if (await EndsAsync(running, cancellation))
            return await running;
        work.LeaveBehind(field.Owner, running);
        execution.Request.Features.Get<IExecutionObserver>()?.FieldFailed(field, execution.Planned.ParentType, new TimeoutException("It did not end when its time was over, and was left behind."));
        throw new OperationCanceledException(cancellation);
    }

    private static async Task<bool> EndsAsync(Task running, CancellationToken cancellation)
    {
        if (running.IsCompleted)
            return true;
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(() => cancelled.TrySetResult());
        if (await Task.WhenAny(running, cancelled.Task) == running)
            return true;
        return await Task.WhenAny(running, Task.Delay(Grace, TimeProvider.System, CancellationToken.None)) == running;
    }
}
