using System.Collections.Concurrent;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Provinces;
using Npgsql;

namespace Modular.Kernel.Postgres.AccessLog;

/// <summary>
/// Writes the reads of all requests. Those of a province that come while a write is under way go out together with the next one, so that the log costs the
/// less for each the more is read.
/// </summary>
internal sealed class SensitiveReadWriter(ProvinceDataSources databases)
{
    private readonly ConcurrentDictionary<ProvinceId, Queue> queues = new();

    /// <summary>Writes a read; completes when it is committed, and fails where it cannot be.</summary>
    public Task WriteAsync(ProvinceId province, LoggedRead read) =>
        queues.GetOrAdd(province, static (id, databases) => new Queue(databases.Of(id), id.Value), databases).WriteAsync(read);

    private sealed class Queue(NpgsqlDataSource database, short province)
    {
        private const int MostAtOnce = 256;

        /// <summary>So many read at once that the next write waits for more of them.</summary>
        private const int ManyAtOnce = 4;

        private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(1);
        private readonly Lock gate = new();
        private List<Waiting> waiting = [];
        private bool isWriting;

        public Task WriteAsync(LoggedRead read)
        {
            var added = new Waiting(read);
            lock (gate)
            {
                waiting.Add(added);
                if (isWriting)
                    return added.Written.Task;
                isWriting = true;
            }

            _ = WriteAllAsync();
            return added.Written.Task;
        }

        private async Task WriteAllAsync()
        {
            while (Take() is { } reads)
            {
                await WriteAsync(reads);
                if (reads.Count >= ManyAtOnce)
                    await Task.Delay(Gathering);
            }
        }

        private List<Waiting>? Take()
        {
            lock (gate)
            {
                isWriting = waiting.Count > 0;
                if (!isWriting)
                    return null;
                var taken = waiting.Count <= MostAtOnce ? waiting : waiting[..MostAtOnce];
                waiting = waiting.Count <= MostAtOnce ? [] : waiting[MostAtOnce..];
                return taken;
            }
        }

        /// <summary>Tells those who wait how it went; never fails itself.</summary>
        private async Task WriteAsync(List<Waiting> reads)
        {
            try
            {
                await using var command = SensitiveReadStatement.Of(database, province, [.. reads.Select(read => read.Read)]);
                await command.ExecuteNonQueryAsync(CancellationToken.None);
                foreach (var read in reads)
                    read.Written.SetResult();
            }
            catch (Exception failure)
            {
                foreach (var read in reads)
                    read.Written.SetException(failure);
            }
        }
    }

    private sealed class Waiting(LoggedRead read)
    {
        public LoggedRead Read { get; } = read;

        // The requests that wait go on elsewhere, not on the thread that writes for all.
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
