using Modular.GraphQL.Planning;

namespace Modular.GraphQL.Execution;

/// <summary>
/// Executes what an operation marks to be delivered later (draft of incremental delivery). What one place of the document asks for is executed for
/// all objects together, as levels of its own; the places take turns in the order in which they became due.
/// </summary>
/// <param name="executor">What executed the rest of the operation.</param>
/// <param name="maxErrors">How many errors are told of each delivered piece.</param>
/// <param name="itemsAtOnce">How many items of each list are delivered at once.</param>
internal sealed class IncrementalDelivery(Executor executor, int maxErrors, int itemsAtOnce)
{
    private readonly DeliveryGraph graph = new();
    private readonly LinkedList<LaterBatch> batches = [];

    // What one execution made is looked through before the next one begins.
    private readonly Dictionary<(ObjectGroup, DeferredPart), DeferredBatch> deferredNow = [];
    private readonly Dictionary<FieldResult, StreamedBatch> streamedNow = [];

    /// <summary>Whether the client waits for something.</summary>
    public bool HasNext => graph.IsOpen;

    /// <summary>Tells what follows the first part of the response.</summary>
    public Payload Begin(ExecutionResult result)
    {
        var payload = new Payload();
        if (!result.IsNull) graph.Add(NewWork().Find(result.Root, 0, [], null), payload);
        payload.HasNext = graph.IsOpen;
        return payload;
    }

    /// <summary>Executes what is due next and tells what can be delivered.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled or took too long.</exception>
    public async ValueTask<Payload> NextAsync()
    {
        deferredNow.Clear();
        streamedNow.Clear();
        var payload = new Payload();
        var due = TakeDue();
        if (due[0] is DeferredBatch) await ExecuteAsync([.. due.Cast<DeferredBatch>()], payload);
        else await ExecuteAsync([.. due.Cast<StreamedBatch>()], payload);
        payload.HasNext = graph.IsOpen;
        return payload;
    }

    /// <summary>Ends everything that the client waits for with an error.</summary>
    public Payload Abandon(GraphQLError error)
    {
        var payload = new Payload { HasNext = false };
        graph.Abandon(error, payload);
        return payload;
    }

    private List<LaterBatch> TakeDue()
    {
        var due = new List<LaterBatch>();
        for (var node = batches.First; node is not null;)
        {
            var (batch, current) = (node.Value, node);
            node = node.Next;
            var isDue = batch.IsReady && (due.Count == 0 || due[0].Place == batch.Place);
            if (isDue) due.Add(batch);
            if (isDue || batch.IsOver) batches.Remove(current);
        }

        return due.Count > 0 ? due : throw new InvalidOperationException("Something is announced that nothing will deliver.");
    }

    private async ValueTask ExecuteAsync(DeferredBatch[] due, Payload payload)
    {
        var parts = Array.ConvertAll(due, batch => batch.MakeGroup());
        var hasErrors = await executor.ExecuteLaterAsync(parts);
        for (var i = 0; i < due.Length; i++)
        {
            foreach (var task in due[i].Tasks) Finish(task, parts[i], hasErrors, payload);
        }
    }

    private void Finish(DeferredTask task, ObjectGroup part, bool hasErrors, Payload payload)
    {
        if (!task.IsStillWanted) return;
        task.Result = part;
        if (hasErrors)
        {
            task.Errors = ErrorCollector.CollectPart(part, task.Index, task.Path, maxErrors, out var failure);
            task.Failure = failure;
        }

        graph.Finish(task, task.Failure is null ? NewWork().Find(part, task.Index, task.Path, task.Scope) : null, payload);
    }

    private async ValueTask ExecuteAsync(StreamedBatch[] due, Payload payload)
    {
        var slices = Array.ConvertAll(due, batch => new StreamedSlice(batch, itemsAtOnce));
        var (items, hasErrors) = await executor.ExecuteLaterAsync(
            Array.ConvertAll(slices, slice => (slice.Batch.Field, ColumnTaking.Take(slice.Batch.Field.Streamed!.Items, slice.Items))));
        for (var i = 0; i < slices.Length; i++)
        {
            foreach (var (list, start, end) in slices[i].Lists) Deliver(slices[i].Batch.Field, list, items[i], start, end, hasErrors, payload);
            slices[i].Batch.Lists.RemoveAll(list => list.State == DeliveryState.Over);
            if (slices[i].Batch.Lists.Count > 0) batches.AddLast(slices[i].Batch);
        }
    }

    private void Deliver(FieldResult field, StreamedList list, ColumnNode items, int start, int end, bool hasErrors, Payload payload)
    {
        var errors = new List<GraphQLError>();
        GraphQLError? failure = null;
        var work = NewWork();
        var item = start;
        for (; item < end; item++)
        {
            var at = list.Path.Add(list.IndexOf(list.Next));
            if (hasErrors)
            {
                var itsErrors = ErrorCollector.CollectItem(field.Planned, items, item, at, maxErrors, out failure);
                if (failure is not null) break;
                errors.AddRange(itsErrors);
            }

            work.FindInItem(items, item, at);
            list.Next++;
        }

        if (item > start) payload.Incremental.Add(new ItemsEntry(list.Id, items, start, item, errors));
        if (failure is not null || list.Next >= list.End) graph.Finish(list, failure, payload);
        graph.Add(work, payload);
    }

    private LaterWork NewWork() => new(BatchOf, ListsOf);

    private DeferredBatch BatchOf(ObjectGroup group, DeferredPart part)
    {
        if (deferredNow.TryGetValue((group, part), out var batch)) return batch;
        batch = new(group, part);
        deferredNow.Add((group, part), batch);
        batches.AddLast(batch);
        return batch;
    }

    private StreamedBatch ListsOf(FieldResult field)
    {
        if (streamedNow.TryGetValue(field, out var batch)) return batch;
        batch = new(field);
        streamedNow.Add(field, batch);
        batches.AddLast(batch);
        return batch;
    }
}
