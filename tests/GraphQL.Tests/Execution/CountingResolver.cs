using Modular.GraphQL.Execution;

namespace Modular.GraphQL.Tests.Execution;

/// <summary>What the executor did, in order.</summary>
internal sealed class Journal : ILevelBarrier
{
    private readonly List<string> entries = [];
    private TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> Entries => entries;

    public void Add(string entry)
    {
        lock (entries) entries.Add(entry);
    }

    /// <summary>Completes when the level's barrier is released.</summary>
    public Task Released
    {
        get
        {
            lock (entries) return gate.Task;
        }
    }

    public void LevelStarts() => Add("level");

    public ValueTask ReleaseAsync(CancellationToken cancellationToken)
    {
        Add("release");
        TaskCompletionSource released;
        lock (entries)
        {
            released = gate;
            gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        released.SetResult();
        return ValueTask.CompletedTask;
    }
}

/// <summary>Notes each call in the journal, and waits for the barrier before it answers with what another resolver makes.</summary>
internal sealed class CountingResolver(Journal journal, FieldResolver inner, bool waits = true) : FieldResolver
{
    public override async ValueTask<Column> ResolveAsync(FieldExecution execution)
    {
        journal.Add($"{execution.Planned.ParentType.Name}.{execution.Planned.Field.Name} for {execution.Parents.Count}");
        if (waits) await journal.Released;
        return await inner.ResolveAsync(execution);
    }
}
