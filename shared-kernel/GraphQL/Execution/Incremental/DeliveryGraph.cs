namespace Modular.GraphQL.Execution;

/// <summary>
/// Keeps which deliveries the client knows of, which wait for them, and what of each is still to be done (draft of incremental delivery, section
/// "Yield update event stream"). It executes nothing; it is told what was, and says in a payload what follows from it.
/// </summary>
internal sealed class DeliveryGraph
{
    private readonly HashSet<Delivery> open = [];
    private int nextId;

    /// <summary>Whether the client waits for something.</summary>
    public bool IsOpen => open.Count > 0;

    /// <summary>Takes in what was found outside of all deferred fragments, and announces it.</summary>
    public void Add(LaterWork work, Payload payload) => Announce(Integrate(work), work.Lists, payload);

    /// <summary>A task is done.</summary>
    /// <param name="task">The task.</param>
    /// <param name="work">What was found within; nothing when the task failed.</param>
    /// <param name="payload">Where what follows from it is written down.</param>
    public void Finish(DeferredTask task, LaterWork? work, Payload payload)
    {
        if (work is not null)
        {
            Integrate(work);
            task.Lists.AddRange(work.Lists);
        }

        foreach (var fragment in task.Fragments)
        {
            fragment.Unfinished--;
            Settle(fragment, payload);
        }
    }

    /// <summary>A list has been delivered to its end, or failed.</summary>
    public void Finish(StreamedList list, GraphQLError? error, Payload payload) => Complete(list, error, payload);

    /// <summary>Ends everything that the client waits for with an error.</summary>
    public void Abandon(GraphQLError error, Payload payload)
    {
        foreach (var delivery in open.OrderBy(delivery => delivery.Id).ToArray()) Complete(delivery, error, payload);
    }

    /// <summary>Puts fragments and tasks in their places.</summary>
    /// <returns>The fragments that lie within no other.</returns>
    private static List<DeferredFragment> Integrate(LaterWork work)
    {
        var outermost = new List<DeferredFragment>();
        foreach (var fragment in work.Fragments)
        {
            if (fragment.Parent is null) outermost.Add(fragment);
            else if (fragment.Parent.State == DeliveryState.Over) fragment.State = DeliveryState.Over;
            else fragment.Parent.Children.Add(fragment);
        }

        foreach (var task in work.Tasks)
        {
            foreach (var fragment in task.Fragments)
            {
                if (fragment.State == DeliveryState.Over) continue;
                fragment.Tasks.Add(task);
                fragment.Unfinished++;
            }
        }

        return outermost;
    }

    private void Announce(IEnumerable<DeferredFragment> fragments, IEnumerable<StreamedList> lists, Payload payload)
    {
        var announced = WithoutEmpty(fragments);
        foreach (var delivery in announced.Concat<Delivery>(lists))
        {
            delivery.Id = nextId++;
            delivery.State = DeliveryState.Announced;
            open.Add(delivery);
            payload.Pending.Add(delivery);
        }

        // What it consists of may have been done already, for another fragment.
        foreach (var fragment in announced) Settle(fragment, payload);
    }

    // A fragment with nothing of its own is passed over; those within it take its place.
    private static List<DeferredFragment> WithoutEmpty(IEnumerable<DeferredFragment> fragments)
    {
        var full = new List<DeferredFragment>();
        foreach (var fragment in fragments)
        {
            if (fragment.Tasks.Count > 0)
            {
                full.Add(fragment);
                continue;
            }

            fragment.State = DeliveryState.Over;
            full.AddRange(WithoutEmpty(fragment.Children));
        }

        return full;
    }

    /// <summary>Completes a fragment if it is announced and all of it is done, or any of it failed.</summary>
    private void Settle(DeferredFragment fragment, Payload payload)
    {
        if (fragment.State != DeliveryState.Announced) return;
        if (fragment.Tasks.Find(task => task.Failure is not null)?.Failure is { } failure)
        {
            Complete(fragment, failure, payload);
            DropChildren(fragment);
        }
        else if (fragment.Unfinished == 0)
        {
            Deliver(fragment, payload);
        }
    }

    private void Deliver(DeferredFragment fragment, Payload payload)
    {
        var lists = new List<StreamedList>();
        foreach (var task in fragment.Tasks)
        {
            payload.Incremental.Add(EntryOf(task, fragment));
            lists.AddRange(task.Lists);
            foreach (var other in task.Fragments)
            {
                if (other != fragment) other.Tasks.Remove(task);
            }
        }

        fragment.Tasks.Clear();
        Complete(fragment, null, payload);
        Announce(fragment.Children, lists, payload);
    }

    // The fragment that begins deepest tells the place by the shortest path.
    private static DeferredEntry EntryOf(DeferredTask task, DeferredFragment delivering)
    {
        var best = delivering;
        foreach (var fragment in task.Fragments)
        {
            if (fragment.State == DeliveryState.Announced && fragment.Path.Length > best.Path.Length) best = fragment;
        }

        return new(best.Id, task.Path[best.Path.Length..], task.Result!, task.Index, task.Errors);
    }

    private void Complete(Delivery delivery, GraphQLError? error, Payload payload)
    {
        delivery.State = DeliveryState.Over;
        open.Remove(delivery);
        payload.Completed.Add((delivery.Id, error));
    }

    private static void DropChildren(DeferredFragment fragment)
    {
        foreach (var child in fragment.Children)
        {
            child.State = DeliveryState.Over;
            DropChildren(child);
        }
    }
}
