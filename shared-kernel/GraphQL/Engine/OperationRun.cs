using System.Buffers;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Planning;

namespace Modular.GraphQL;

/// <summary>Executes a plan within the time allowed and writes the response.</summary>
internal static class OperationRun
{
    /// <summary>Executes a plan on a root object.</summary>
    /// <exception cref="OperationCanceledException">The request's own token was cancelled.</exception>
    public static async ValueTask<ExecutionOutcome> ExecuteAsync(
        OperationPlan plan, object? root, RequestContext context, IBufferWriter<byte> output, GraphQLEngineOptions options)
    {
        var response = new ResponseEnvelope(output, options.ShowExceptions);
        var clientToken = context.CancellationToken;
        using var timeout = options.ExecutionTimeout is null ? null : CancellationTokenSource.CreateLinkedTokenSource(clientToken);
        if (timeout is not null)
        {
            timeout.CancelAfter(options.ExecutionTimeout!.Value);
            context.CancellationToken = timeout.Token;
        }

        try
        {
            var result = await new Executor(context).ExecuteAsync(plan, root);
            var errors = result.HasErrors || context.Errors.Count > 0 ? ErrorCollector.Collect(result, options.MaxErrors) : [];
            errors.AddRange(context.Errors);
            return response.Write(result, errors, context, plan.Type);
        }
        catch (OperationCanceledException) when (timeout is { IsCancellationRequested: true } && !clientToken.IsCancellationRequested)
        {
            var message = $"The operation took longer than {options.ExecutionTimeout!.Value.TotalSeconds:0.###} seconds and was stopped.";
            return response.Reject(new(ExecutionStatus.TimedOut, [new(message) { Code = ErrorCodes.Timeout }], plan.Type));
        }
        finally
        {
            context.CancellationToken = clientToken;
        }
    }
}
