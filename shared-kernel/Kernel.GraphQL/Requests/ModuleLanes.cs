using System.Collections.Concurrent;
using Modular.Kernel.Postgres.Telemetry;

namespace Modular.Kernel.GraphQL;

/// <summary>
/// Lets at most one resolver of each module run at a time within a request, so that a module's database context is never used
/// twice at once; resolvers of different modules run side by side.
/// </summary>
internal sealed class ModuleLanes : IDisposable
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> lanes = new();

    /// <summary>Waits until the lane is free; disposing what is returned frees it.</summary>
    public async ValueTask<IDisposable> EnterAsync(string moduleId, CancellationToken cancellationToken)
    {
        var lane = lanes.GetOrAdd(moduleId, static _ => new SemaphoreSlim(1, 1));
        var measure = KernelTelemetry.BeginLane(moduleId);
        try
        {
            await lane.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            measure.Dispose();
            throw;
        }

        measure.Entered();
        return new Occupancy(lane, measure);
    }

    public void Dispose()
    {
        foreach (var lane in lanes.Values)
            lane.Dispose();
    }

    private sealed class Occupancy(SemaphoreSlim lane, KernelTelemetry.LaneMeasure measure) : IDisposable
    {
        public void Dispose()
        {
            measure.Dispose();
            lane.Release();
        }
    }
}
