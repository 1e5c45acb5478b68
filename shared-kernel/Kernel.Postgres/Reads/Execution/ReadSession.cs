using Modular.Kernel.Postgres.Telemetry;
using Npgsql;

namespace Modular.Kernel.Postgres.Reads;

/// <summary>
/// The reads of one request. Statements that are asked for between two flushes go out together, as one batch on the
/// request's one connection, which is opened with the first of them.
/// </summary>
/// <param name="source">The connections of the request's province.</param>
internal sealed class ReadSession(NpgsqlDataSource source) : IAsyncDisposable
{
    // A batch is one transaction: when a statement fails, the setting is undone with it.
    private const string PlanEachRun = "set plan_cache_mode = force_custom_plan";
    private const string KeepPlans = "reset plan_cache_mode";

    private readonly Lock gate = new();
    private SemaphoreSlim? turn;
    private List<PendingRead>? pending;
    private NpgsqlConnection? connection;

    /// <summary>What this request's reads cost so far.</summary>
    public ReadStatistics Statistics { get; } = new();

    /// <summary>Asks for a statement; the task completes with the next <see cref="FlushAsync"/>.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="values">What to bind to its parameters.</param>
    /// <param name="layout">The kinds of its result columns, in order.</param>
    public Task<ReadResult> ReadAsync(ReadStatement statement, ReadValues values, IReadOnlyList<ValueKind> layout)
    {
        var read = new PendingRead(statement, values, layout);
        lock (gate)
            (pending ??= []).Add(read);
        return read.Completion.Task;
    }

    /// <summary>Runs a statement at once, in a batch of its own: for code that learns only within a level what it has to read.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task<ReadResult> ReadNowAsync(
        ReadStatement statement, ReadValues values, IReadOnlyList<ValueKind> layout, CancellationToken cancellationToken)
    {
        var read = new PendingRead(statement, values, layout);
        await RunAsync([read], cancellationToken);
        return await read.Completion.Task;
    }

    /// <summary>
    /// Sends what was asked for. A statement that fails fails alone: those behind it, which PostgreSQL then skips, are sent again.
    /// </summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (Take() is { } reads)
            await RunAsync(reads, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        turn?.Dispose();
    }

    private List<PendingRead>? Take()
    {
        lock (gate)
        {
            var taken = pending;
            pending = null;
            return taken;
        }
    }

    // Only requests that read have to take turns on their connection.
    private SemaphoreSlim Turn()
    {
        lock (gate)
            return turn ??= new SemaphoreSlim(1, 1);
    }

    private async ValueTask RunAsync(List<PendingRead> reads, CancellationToken cancellationToken)
    {
        var ours = Turn();
        try
        {
            await ours.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException cancellation)
        {
            Fail(reads, cancellation);
            Complete(reads);
            return;
        }

        try
        {
            for (var done = 0; done < reads.Count;)
                done += await SendAsync(done == 0 ? reads : reads[done..], cancellationToken);
        }
        finally
        {
            ours.Release();
        }

        // Only now, so that whatever a completed field does next finds the connection free.
        Complete(reads);
    }

    private static void AddCommands(NpgsqlBatchCommandCollection commands, List<PendingRead> reads)
    {
        var plansAnew = reads.Exists(static read => read.Statement.NeedsFreshPlan);
        if (plansAnew)
            commands.Add(new NpgsqlBatchCommand(PlanEachRun));
        foreach (var read in reads)
            commands.Add(read.ToCommand());
        if (plansAnew)
            commands.Add(new NpgsqlBatchCommand(KeepPlans));
    }

    private static void Complete(List<PendingRead> reads)
    {
        foreach (var read in reads)
            read.Complete();
    }

    private static void Fail(List<PendingRead> reads, Exception failure)
    {
        foreach (var read in reads)
            read.Failure = failure;
    }

    /// <summary>Sends one batch and says how many of its statements are done with, at least one.</summary>
    private async ValueTask<int> SendAsync(List<PendingRead> reads, CancellationToken cancellationToken)
    {
        var current = 0;
        using var measure = KernelTelemetry.BeginBatch(reads.Count);
        try
        {
            connection ??= await source.OpenConnectionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection);
            AddCommands(batch.BatchCommands, reads);
            Statistics.Sent(reads);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            while (current < reads.Count)
            {
                await reads[current].FillAsync(reader, cancellationToken);
                current++;
                await reader.NextResultAsync(cancellationToken);
            }

            return reads.Count;
        }
        catch (PostgresException failure) when (current < reads.Count)
        {
            measure.Failed(failure.SqlState);
            reads[current].Failure = failure;
            return current + 1;
        }
        catch (Exception failure)
        {
            // The connection is gone or the request was cancelled: nothing else can be read.
            Fail(reads[current..], failure);
            return reads.Count;
        }
    }
}
