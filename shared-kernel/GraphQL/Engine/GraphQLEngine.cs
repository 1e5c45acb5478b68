using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL;

/// <summary>
/// Answers requests: parses, validates and plans operations (once each, then kept per schema), coerces variables, executes level by level
/// and writes the response. One engine serves all schemas and threads.
/// </summary>
/// <param name="options">Limits and habits.</param>
public sealed class GraphQLEngine(GraphQLEngineOptions? options = null)
{
    private readonly GraphQLEngineOptions options = options ?? new();

    // A schema that is no longer used takes its operations with it.
    private readonly ConditionalWeakTable<Schema, OperationCache> caches = [];

    /// <summary>Answers a request.</summary>
    /// <param name="schema">The schema that the request is pinned to.</param>
    /// <param name="request">The request.</param>
    /// <param name="context">What belongs to the request, for resolvers.</param>
    /// <param name="output">Where the response goes, as UTF-8 JSON. When this method throws, what was written is no response.</param>
    /// <returns>How the request ended.</returns>
    /// <exception cref="OperationCanceledException">The request's own token was cancelled; there is no response.</exception>
    public async ValueTask<ExecutionOutcome> ExecuteAsync(Schema schema, GraphQLRequest request, RequestContext context, IBufferWriter<byte> output)
    {
        var response = new ResponseEnvelope(output, options.ShowExceptions);
        if (Prepare(schema, request, out var failure) is not { } operation) return response.Reject(failure);

        var type = operation.Definition.Operation;
        if (NotAllowed(type, request) is { } reason)
            return response.Reject(new(ExecutionStatus.OperationNotAllowed, [new(reason) { Code = ErrorCodes.OperationNotAllowed }], type));

        context.Variables = VariableCoercion.Coerce(
            schema, operation.Document, operation.Definition.VariableDefinitions, request.Variables, options.Validation.Suggestions, out var variableErrors);
        if (variableErrors.Count > 0) return response.Reject(new(ExecutionStatus.VariablesInvalid, variableErrors, type));
        if (Plan(operation, context, out var planningError) is not { } plan)
            return response.Reject(new(StatusOf(planningError), [planningError], type));
        if (IsTooExpensive(plan, request, context, out var costError)) return response.Reject(new(ExecutionStatus.PlanningFailed, [costError], type));
        return await ExecuteAsync(plan, context, response);
    }

    private CompiledOperation? Prepare(Schema schema, GraphQLRequest request, out RequestFailure failure)
    {
        failure = default;
        var cache = caches.GetValue(schema, _ => new(options.MaxCachedOperations, options.MaxCachedBytes));
        var key = new OperationKey(request.Query, request.OperationName);
        if (cache.Find(key) is { } known) return known;
        key = key.Owned();
        if (OperationCompiler.Compile(schema, key, options, out failure) is not { } compiled) return null;
        cache.Add(key, compiled);
        return compiled;
    }

    private static ExecutionStatus StatusOf(GraphQLError planningError)
        => planningError.Code == ErrorCodes.Internal ? ExecutionStatus.Failed : ExecutionStatus.PlanningFailed;

    private static string? NotAllowed(OperationType type, GraphQLRequest request) => type switch
    {
        OperationType.Subscription => "Subscriptions are served as streams, not as single responses.",
        OperationType.Mutation when request.QueriesOnly => "Only queries may be sent this way.",
        _ => null,
    };

    private static OperationPlan? Plan(CompiledOperation operation, RequestContext context, out GraphQLError error)
    {
        error = null!;
        try
        {
            return operation.PlanFor(context.Variables);
        }
        catch (GraphQLException exception)
        {
            error = exception.Error;
        }
        catch (Exception exception)
        {
            context.Features.Get<IExecutionObserver>()?.RequestFailed(exception);
            error = InternalErrors.Of(exception);
        }

        return null;
    }

    private bool IsTooExpensive(OperationPlan plan, GraphQLRequest request, RequestContext context, out GraphQLError error)
    {
        var cost = plan.Cost.Evaluate(context.Variables);
        if (request.AsksForCost) context.AddExtension("cost", new Dictionary<string, object?> { ["requested"] = cost, ["limit"] = options.MaxCost });
        error = null!;
        if (cost <= options.MaxCost) return false;
        error = new(string.Create(CultureInfo.InvariantCulture, $"The operation may cost up to {cost:0}; {options.MaxCost:0} is allowed. Ask for smaller pages or fewer levels."))
        {
            Code = ErrorCodes.CostLimit,
        };
        return true;
    }

    private async ValueTask<ExecutionOutcome> ExecuteAsync(OperationPlan plan, RequestContext context, ResponseEnvelope response)
    {
        var clientToken = context.CancellationToken;
        using var timeout = options.ExecutionTimeout is null ? null : CancellationTokenSource.CreateLinkedTokenSource(clientToken);
        if (timeout is not null)
        {
            timeout.CancelAfter(options.ExecutionTimeout!.Value);
            context.CancellationToken = timeout.Token;
        }

        try
        {
            var result = await new Executor(context).ExecuteAsync(plan, root: null);
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
