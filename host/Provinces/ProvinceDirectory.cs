using Modular.Host.Identity;
using Modular.Host.Schemas;
using Modular.Kernel.Modules;
using Modular.Kernel.Postgres.Connections;
using Modular.Kernel.Postgres.Provinces;

namespace Modular.Host.Provinces;

/// <summary>Keeps in memory which provinces there are and what each has enabled, as the database last said.</summary>
internal sealed class ProvinceDirectory(
    ProvinceDataSources databases, ProvinceModules modules, InstalledModules installed, SchemaSnapshots schemas, EntranceChanges changes) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private volatile ProvinceState state = ProvinceState.Empty;

    /// <summary>What was read last.</summary>
    public ProvinceState State => state;

    /// <summary>Reads again and puts the new state in the place of the old one in one step, once its schemas are there.</summary>
    public async Task<ProvinceState> ReloadAsync(CancellationToken cancellationToken)
    {
        // One after the other, so that an older reading never takes the place of a newer one.
        await turn.WaitAsync(cancellationToken);
        try
        {
            var provinces = await ProvinceStore.ReadAsync(databases.Neutral, cancellationToken);
            var enabled = await modules.ReadAsync(cancellationToken);
            var before = state;
            var current = new ProvinceState(
                [.. provinces.Select(province => (province, enabled.GetValueOrDefault(province.Id) ?? new HashSet<string>()))], installed);
            schemas.Prepare(current);
            state = current;
            schemas.Release(current);
            foreach (var changed in current.All.Where(served => before.Find(served.Province.Id)?.Modules.Equals(served.Modules) != true))
                changes.Announce(changed.Province.Id);
            return current;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
