using System.Collections.Concurrent;
using System.Diagnostics;

namespace Modular.Members.Tests;

/// <summary>What the host sends about the tables of modules to one database while it is looked at: each command is a round trip, with all statements that it carries.</summary>
internal sealed class SentCommands : IDisposable
{
    // The host works by itself too, beside requests: it hands events to modules, seals the history, looks at provinces. None of that touches modules' tables.
    private static readonly string[] Schemas = ["members.", "members\".", "organizations.", "organizations\"."];

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
                if (tags.GetValueOrDefault("db.namespace", tags.GetValueOrDefault("db.name")) == database && Schemas.Any(text.Contains))
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
