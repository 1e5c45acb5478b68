using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Imports;
using Modular.Kernel.Postgres.Scopes;
using Modular.Kernel.Provinces;
using Modular.Kernel.Results;

namespace Modular.Kernel.GraphQL.Imports;

/// <summary>A file that a user sends.</summary>
/// <param name="Format">The identifier of the format.</param>
/// <param name="Mode">What is done with the rows.</param>
/// <param name="FileName">The name that the client gives it.</param>
/// <param name="Content">The bytes; read while the request lives.</param>
/// <param name="Province">The province.</param>
/// <param name="Access">The rights with which it is imported.</param>
internal sealed record ImportJob(string Format, ImportMode Mode, string FileName, Stream Content, Province Province, ICurrentAccess Access)
{
    /// <summary>The identifier of the batch that it becomes.</summary>
    public Guid BatchId { get; init; } = Guid.CreateVersion7();
}

/// <summary>An import that goes on whether or not somebody waits for it.</summary>
/// <param name="BatchId">The batch that it becomes.</param>
/// <param name="Outcome">The batch in its final state, or why none began.</param>
internal sealed record RunningImport(Guid BatchId, Task<Result<ImportBatch>> Outcome);

/// <summary>Runs imports beside the requests that asked for them, and stops them with the host: what was not over then has applied nothing.</summary>
internal sealed class ImportJobs(IServiceScopeFactory scopes, ImportLimits limits, TimeProvider clock) : IHostedService, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, Task> running = new();
    private readonly CancellationTokenSource stopping = new();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        await Task.WhenAll(running.Values).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    /// <summary>Keeps a copy of the file, which the request takes with it when it ends, and starts.</summary>
    public async Task<RunningImport> StartAsync(ImportJob job, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Path.GetTempPath(), $"modular-import-{Guid.NewGuid():n}");
        if (job.Content.Length <= limits.FileBytes)
            await CopyAsync(job.Content, path, cancellationToken);
        else
            return new RunningImport(Guid.Empty, Task.FromResult<Result<ImportBatch>>(new ImportFileIsTooLarge(job.Content.Length, limits.FileBytes)));

        var request = new ImportRequest(job.Format, ImportContent.OfFile(path, Path.GetFileName(job.FileName)), job.Mode) { BatchId = job.BatchId };
        var outcome = Task.Run(() => RunAsync(job, request, path), CancellationToken.None);
        var run = Guid.NewGuid();
        running[run] = outcome;
        _ = outcome.ContinueWith(_ => running.TryRemove(run, out Task? _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return new RunningImport(request.BatchId, outcome);
    }

    /// <summary>Waits some seconds for the end, so that the answer for an ordinary file is its result.</summary>
    /// <returns>How it ended, or null while it goes on.</returns>
    public async Task<Result<ImportBatch>?> FollowAsync(RunningImport import, CancellationToken cancellationToken)
    {
        await Task.WhenAny(import.Outcome, Task.Delay(Patience, clock, cancellationToken));
        return import.Outcome.IsCompleted ? await import.Outcome : default(Result<ImportBatch>?);
    }

    private async Task<Result<ImportBatch>> RunAsync(ImportJob job, ImportRequest request, string path)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentScope>().Enter(job.Province, job.Access);
            return await scope.ServiceProvider.GetRequiredService<FileImports>().RunAsync(request, progress: null, stopping.Token);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task CopyAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var copy = new FileStream(path, options);
        await content.CopyToAsync(copy, cancellationToken);
    }
}
