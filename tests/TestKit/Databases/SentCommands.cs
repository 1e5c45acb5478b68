using System.Collections.Concurrent;
using System.Diagnostics;

namespace Modular.TestKit.Databases;

/// <summary>
/// What is sent about the tables of some schemas to one database while it is looked at: each command is a round trip, with all statements that it carries.
/// A host works by itself too, beside requests: it hands events to modules, seals the history, looks at provinces. None of that touches modules' tables.
/// </summary>
public sealed class SentCommands : IDisposable
{
    private readonly ConcurrentQueue<string> texts = [];
    private readonly ActivityListener listener;

    /// <summary>Begins to look at a database.</summary>
    /// <param name="database">Its name.</param>
    /// <param name="schemas">The schemas.</param>
    public SentCommands(string database, params string[] schemas)
    {
        string[] tables = [.. schemas.SelectMany(schema => (string[])[$"{schema}.", $"{schema}\"."])];
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var tags = activity.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value as string);
                var text = tags.GetValueOrDefault("db.query.text", tags.GetValueOrDefault("db.statement")) ?? "";
                if (tags.GetValueOrDefault("db.namespace", tags.GetValueOrDefault("db.name")) == database && tables.Any(text.Contains))
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

    /// <inheritdoc />
    public void Dispose() => listener.Dispose();
}
