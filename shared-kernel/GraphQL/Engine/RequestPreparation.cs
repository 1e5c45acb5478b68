using System.Globalization;
using System.Runtime.CompilerServices;
using Modular.GraphQL.Execution;
using Modular.GraphQL.Language;
using Modular.GraphQL.Planning;
using Modular.GraphQL.TypeSystem;

namespace Modular.GraphQL;

/// <summary>Takes a request to a plan that may be executed, or to the reason why it may not.</summary>
internal sealed class RequestPreparation(GraphQLEngineOptions options)
{
    // A schema that is no longer used takes its operations with it.
    private readonly ConditionalWeakTable<Schema, OperationCache> caches = [];

    /// <summary>Prepares a request.</summary>
    /// <param name="schema">The schema that the request is pinned to.</param>
    /// <param name="request">The request.</param>
    /// <param name="context">Is given the coerced variables.</param>
    /// <param name="refuse">Says why an operation of that type may not be executed here; nothing when it may.</param>
    /// <param name="failure">Why there is no plan.</param>
    /// <param name="allowIncremental">Whether parts of the response may come later than the rest; otherwise all comes at once.</param>
    public OperationPlan? Prepare(
        Schema schema, GraphQLRequest request, RequestContext context, Func<OperationType, string?> refuse, out RequestFailure failure,
        bool allowIncremental = false)
    {
        if (Compile(schema, request, out failure) is not { } operation) return null;
        var type = operation.Definition.Operation;
        if (refuse(type) is { } reason)
        {
            failure = new(ExecutionStatus.OperationNotAllowed, [new(reason) { Code = ErrorCodes.OperationNotAllowed }], type);
            return null;
        }

        context.Variables = VariableCoercion.Coerce(
            schema, operation.Document, operation.Definition.VariableDefinitions, request.Variables, options.Validation, out var errors);
        if (errors.Count > 0)
        {
            failure = new(ExecutionStatus.VariablesInvalid, errors, type);
            return null;
        }

        var plan = Plan(operation, context, allowIncremental, out failure);
        return plan is null || IsTooExpensive(operation, plan, request, context, out failure) ? null : plan;
    }

    /// <summary>Whether the request's operation can be compiled.</summary>
    public bool Accepts(Schema schema, GraphQLRequest request) => Compile(schema, request, out _) is not null;

    private CompiledOperation? Compile(Schema schema, GraphQLRequest request, out RequestFailure failure)
    {
        failure = default;
        if (!caches.TryGetValue(schema, out var cache))
            cache = caches.GetValue(schema, _ => new(options.MaxCachedOperations, options.MaxCachedBytes));
        var key = new OperationKey(request.Query, request.OperationName);
        var known = cache.Find(key);
        GraphQLTelemetry.LookedUp(hit: known is not null);
        if (known is not null) return known;
        key = key.Owned();
        if (OperationCompiler.Compile(schema, key, options, out failure) is not { } compiled) return null;
        cache.Add(key, compiled);
        return compiled;
    }

    private static OperationPlan? Plan(CompiledOperation operation, RequestContext context, bool allowIncremental, out RequestFailure failure)
    {
        failure = default;
        context.OperationName = operation.Definition.Name?.Value;
        try
        {
            return operation.PlanFor(context.Variables, allowIncremental);
        }
        catch (GraphQLException exception)
        {
            failure = new(ExecutionStatus.PlanningFailed, [exception.Error], operation.Definition.Operation);
        }
        catch (Exception exception)
        {
            context.Features.Get<IExecutionObserver>()?.RequestFailed(exception);
            failure = new(ExecutionStatus.Failed, [InternalErrors.Of(exception)], operation.Definition.Operation);
        }

        return null;
    }

    private bool IsTooExpensive(
        CompiledOperation operation, OperationPlan plan, GraphQLRequest request, RequestContext context, out RequestFailure failure)
    {
        failure = default;
        var cost = plan.Cost.Evaluate(context.Variables);
        context.Cost = cost;
        GraphQLTelemetry.Planned(operation, cost);
        if (request.AsksForCost) context.AddExtension("cost", new Dictionary<string, object?> { ["requested"] = cost, ["limit"] = options.MaxCost });
        if (cost <= options.MaxCost) return false;
        // What is refused is not executed, and costs what looking at it has cost.
        context.Cost = 0;
        var message = string.Create(
            CultureInfo.InvariantCulture, $"The operation may cost up to {cost:0}; {options.MaxCost:0} is allowed. Ask for smaller pages or fewer levels.");
        failure = new(ExecutionStatus.PlanningFailed, [new(message) { Code = ErrorCodes.CostLimit }], plan.Type);
        return true;
    }
}
