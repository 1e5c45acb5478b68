using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>
/// Executes a plan level by level (specification, section 6): all fields of a level are started, then the barrier is released, then all are
/// awaited. There is no recursion over data, and one asynchronous operation per field of the document, not per object.
/// </summary>
internal sealed class Executor
{
    private readonly RequestContext request;
    private readonly ILevelBarrier? barrier;
    private readonly IExecutionObserver? observer;
    private readonly ColumnCompletion completion;
    private readonly List<ObjectGroup> groups = [];
    private List<FieldResult> level = [];
    private List<FieldResult> nextLevel = [];

    public Executor(RequestContext request)
    {
        this.request = request;
        barrier = request.Features.Get<ILevelBarrier>();
        observer = request.Features.Get<IExecutionObserver>();
        completion = new(AddGroup, observer);
    }

    /// <summary>Executes an operation on a root object.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled or took too long.</exception>
    public async ValueTask<ExecutionResult> ExecuteAsync(OperationPlan plan, object? root)
    {
        plan.Root.EnsurePlanned();
        var rootGroup = new ObjectGroup(plan.Root, new ObjectRows([root], plan.Root.Type));
        groups.Add(rootGroup);
        if (plan.IsSerial) await ExecuteSeriallyAsync(rootGroup);
        else await ExecuteLevelsAsync(rootGroup.Fields);
        if (completion.FoundProblems) NullPropagation.Apply(groups);
        return new(rootGroup, completion.FoundProblems);
    }

    /// <summary>Executes parts that were left out at first, all together.</summary>
    /// <returns>Whether nulls were propagated in them, so that there are errors to be collected.</returns>
    /// <exception cref="OperationCanceledException">The request was cancelled or took too long.</exception>
    public async ValueTask<bool> ExecuteLaterAsync(IReadOnlyList<ObjectGroup> parts)
    {
        BeginAnew();
        groups.AddRange(parts);
        await ExecuteLevelsAsync([.. parts.SelectMany(part => part.Fields)]);
        if (completion.FoundProblems) NullPropagation.Apply(groups);
        return completion.FoundProblems;
    }

    /// <summary>Executes items of streamed lists that were left out at first, all together.</summary>
    /// <returns>The items of each field, and whether nulls were propagated in them.</returns>
    /// <exception cref="OperationCanceledException">The request was cancelled or took too long.</exception>
    public async ValueTask<(ColumnNode[] Items, bool HasErrors)> ExecuteLaterAsync(IReadOnlyList<(FieldResult Field, Column Items)> lists)
    {
        BeginAnew();
        var items = new ColumnNode[lists.Count];
        for (var i = 0; i < items.Length; i++) items[i] = completion.CompleteItems(lists[i].Field, lists[i].Items);
        (level, nextLevel) = (nextLevel, level);
        await ExecuteLevelsAsync([]);
        if (!completion.FoundProblems) return (items, false);
        NullPropagation.Apply(groups);
        foreach (var node in items) NullPropagation.Apply(node);
        return (items, true);
    }

    private void BeginAnew()
    {
        groups.Clear();
        level.Clear();
        nextLevel.Clear();
        completion.Reset();
    }

    // Each mutation is done with its whole subtree before the next one begins (specification, section 6.2.2).
    private async ValueTask ExecuteSeriallyAsync(ObjectGroup rootGroup)
    {
        var alone = new FieldResult[1];
        foreach (var field in rootGroup.Fields)
        {
            alone[0] = field;
            await ExecuteLevelsAsync(alone);
            if (!completion.FoundProblems || !field.Node!.IsNonNull) continue;
            NullPropagation.Apply(groups);
            // A non-null root field that failed makes the whole of data null, so what would follow is not done.
            if (field.Node.IsNull(0)) return;
        }
    }

    private async ValueTask ExecuteLevelsAsync(FieldResult[] fields)
    {
        level.AddRange(fields);
        for (var depth = 0; level.Count > 0; depth++)
        {
            await ExecuteLevelAsync();
            observer?.LevelCompleted(depth, level.Count);
            level.Clear();
            (level, nextLevel) = (nextLevel, level);
        }
    }

    private async ValueTask ExecuteLevelAsync()
    {
        request.ThrowIfCancelled();
        barrier?.LevelStarts();
        var isPending = false;
        foreach (var field in level)
        {
            Start(field);
            isPending |= !field.Pending.IsCompleted;
        }

        // A barrier that fails must not leave started resolvers behind: they are awaited first.
        var released = isPending && barrier is not null ? barrier.ReleaseAsync(request.CancellationToken) : default;
        Exception? failure = null;
        try
        {
            await released;
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        foreach (var field in level)
        {
            failure = (field.Pending.IsCompletedSuccessfully ? CompleteNow(field) : await CompleteAsync(field)) ?? failure;
            observer?.FieldCompleted(field.Planned, field.Parents.Rows.Count, Stopwatch.GetElapsedTime(field.StartedAt));
        }

        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    [SuppressMessage("Reliability", "CA2012:Use ValueTasks correctly", Justification = "The task is kept to be awaited once, after the barrier.")]
    private void Start(FieldResult field)
    {
        if (observer is not null) field.StartedAt = Stopwatch.GetTimestamp();
        try
        {
            field.Execution = new(field.Planned, field.Parents.Rows, field.Planned.GetArguments(request.Variables), request);
            field.Pending = field.Planned.Resolver.ResolveAsync(field.Execution);
        }
        catch (Exception exception)
        {
            field.Pending = ValueTask.FromException<Column>(exception);
        }
    }

    // Most fields of a level were answered from their parents' rows when they were started.
    private Exception? CompleteNow(FieldResult field)
    {
        try
        {
            completion.Complete(field, field.Pending.Result);
        }
        catch (GraphQLException exception)
        {
            completion.Fail(field, exception.Error);
        }
        catch (Exception exception)
        {
            observer?.FieldFailed(field.Planned.Field, field.Planned.ParentType, exception);
            completion.Fail(field, InternalErrors.Of(exception));
        }

        return null;
    }

    /// <summary>Awaits a field and makes its node.</summary>
    /// <returns>The cancellation that ends the request, if the field met it.</returns>
    private async ValueTask<Exception?> CompleteAsync(FieldResult field)
    {
        try
        {
            completion.Complete(field, await field.Pending);
        }
        catch (GraphQLException exception)
        {
            completion.Fail(field, exception.Error);
        }
        catch (OperationCanceledException exception) when (request.CancellationToken.IsCancellationRequested)
        {
            completion.Fail(field, InternalErrors.Of(exception));
            return exception;
        }
        catch (Exception exception)
        {
            observer?.FieldFailed(field.Planned.Field, field.Planned.ParentType, exception);
            completion.Fail(field, InternalErrors.Of(exception));
        }

        return null;
    }

    private ObjectGroup AddGroup(PlannedSelection selection, Rows rows)
    {
        selection.EnsurePlanned();
        var group = new ObjectGroup(selection, rows);
        groups.Add(group);
        nextLevel.AddRange(group.Fields);
        return group;
    }
}
