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
        var response = new ResponseEnvelope(output, options.ShowExceptions, context);
        using var time = new ExecutionTime(context, options.ExecutionTimeout);
        try
        {
            var result = await new Executor(context).ExecuteAsync(plan, root);
            return response.Write(result, ErrorsOf(result, context, options), plan.Type);
        }
        catch (OperationCanceledException) when (time.IsOver)
        {
            return response.Reject(new(ExecutionStatus.TimedOut, [time.Error], plan.Type));
        }
    }

    /// <summary>Executes a plan that delivers parts later than the rest, and writes the first part.</summary>
    /// <exception cref="OperationCanceledException">The request's own token was cancelled.</exception>
    public static async ValueTask<IncrementalResponse> BeginAsync(
        OperationPlan plan, RequestContext context, IBufferWriter<byte> output, GraphQLEngineOptions options)
    {
        var response = new ResponseEnvelope(output, options.ShowExceptions, context);
        var time = new ExecutionTime(context, options.ExecutionTimeout);
        var isOver = true;
        try
        {
            var executor = new Executor(context);
            var result = await executor.ExecuteAsync(plan, root: null);
            var errors = ErrorsOf(result, context, options);
            var delivery = new IncrementalDelivery(executor, options.MaxErrors, options.StreamedItemsAtOnce);
            var later = delivery.Begin(result);
            var outcome = response.Write(result, errors, plan.Type, later.HasNext ? later : null);
            isOver = !later.HasNext;
            return new(outcome, delivery, context, time, options);
        }
        catch (OperationCanceledException) when (time.IsOver)
        {
            return new(response.Reject(new(ExecutionStatus.TimedOut, [time.Error], plan.Type)));
        }
        finally
        {
            if (isOver) time.Dispose();
        }
    }

    private static List<GraphQLError> ErrorsOf(ExecutionResult result, RequestContext context, GraphQLEngineOptions options)
    {
        var errors = result.HasErrors ? ErrorCollector.Collect(result, options.MaxErrors) : [];
        errors.AddRange(context.Errors);
        return errors;
    }
}
