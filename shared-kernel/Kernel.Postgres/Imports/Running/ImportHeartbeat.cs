using Modular.Kernel.Postgres.Connections;
using Npgsql;

namespace Modular.Kernel.Postgres.Imports.Running;

/// <summary>
/// Shows how far an import is: at once to whoever called it, and every second in the batch's row, over a connection of
/// its own, because what the import's transaction writes is seen by others only at its end.
/// </summary>
internal sealed class ImportHeartbeat : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly ImportRun run;
    private readonly NpgsqlDataSource dataSource;
    private readonly IProgress<ImportProgress>? observer;
    private readonly PeriodicTimer timer;
    private readonly Task beating;
    private volatile ImportProgress latest = new(ImportStage.Reading, 0, 0);

    public ImportHeartbeat(ImportRun run, ProvinceDataSources dataSources, IProgress<ImportProgress>? observer, TimeProvider clock)
    {
        this.run = run;
        this.observer = observer;
        dataSource = dataSources.Of(run.Province);
        timer = new PeriodicTimer(Beat, clock);
        beating = BeatAsync();
    }

    public void Report(ImportStage stage, int rows, double share)
    {
        latest = new ImportProgress(stage, rows, share);
        observer?.Report(latest);
    }

    public async ValueTask DisposeAsync()
    {
        timer.Dispose();
        await beating;
    }

    private async Task BeatAsync()
    {
        while (await timer.WaitForNextTickAsync())
        {
            await using var connection = await dataSource.OpenConnectionAsync();
            await BatchRecord.KeepAliveAsync(connection, run, latest, CancellationToken.None);
        }
    }
}
