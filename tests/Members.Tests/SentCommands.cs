using System.Collections.Concurrent;
using System.Diagnostics;

namespace Modular.Members.Tests;

/// <summary>What the host sends to one database for requests while it is looked at: each command is a round trip, with all statements that it carries.</summary>
internal sealed class SentCommands : IDisposable
{
    // What the host does by itself, beside requests: it hands events to modules, and looks for work that is due.
    private static readonly string[] OfTheHostItself = ["select true", "advisory_lock", "kernel.outbox", "kernel.parked_events", "kernel.province_modules m", "kernel.work_item_sweeps"];

    private readonly ConcurrentQueue<string> texts = [];
    private readonly ActivityListener listener;

    public SentCommands(string database)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var tags = activity.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value as string);
                var text = tags.GetValueOrDefault("db.query.text", tags.GetValueOrDefault("db.statement")) ?? "";
                if (tags.GetValueOrDefault("db.namespace", tags.GetValueOrDefault("db.name")) == database && !OfTheHostItself.Any(text.Contains))
                    texts.Enqueue(text);
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>What was sent since the last call, in order.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (texts.TryDequeue(out var text))
            taken.Add(text);
        return taken;
    }

    public void Dispose() => listener.Dispose();
}
