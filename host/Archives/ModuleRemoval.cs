using Modular.Kernel.Modules;
using Modular.Kernel.Postgres;
using Modular.Kernel.Provinces;

namespace Modular.Host.Archives;

/// <summary>Removes all data of a module in a province, once an export has been proven to hold them all.</summary>
internal sealed class ModuleRemoval(InstalledModules installed, TimeProvider clock)
{
    /// <summary>Removes the data.</summary>
    /// <param name="owner">The owner's way into the database.</param>
    /// <param name="module">The module; the province has it disabled.</param>
    /// <param name="province">The province.</param>
    /// <param name="folder">The export.</param>
    /// <param name="reason">Why, for the history.</param>
    /// <param name="cancellationToken">Ends the attempt; nothing is removed then.</param>
    /// <returns>How many rows were removed.</returns>
    /// <exception cref="ArchiveException">The export does not hold what is there now, or another module that needs this one still has data.</exception>
    public async Task<long> RunAsync(string owner, InstalledModule module, Province province, string folder, string reason, CancellationToken cancellationToken)
    {
        var manifest = await ArchiveManifest.ReadAsync(folder, cancellationToken);
        if ((manifest.Module, manifest.ProvinceId) != (module.Id, province.Id.Value))
            throw new ArchiveException($"The export is of the module '{manifest.Module}' in {manifest.Province}.");
        foreach (var table in manifest.Tables)
            await TableFiles.CheckAsync(folder, table, cancellationToken);
        await RefuseWhileNeededAsync(owner, module, province, cancellationToken);

        await using var session = await ArchiveSession.ChangeAsync(owner, module, province, cancellationToken);
        var going = session.Tables.Where(table => table.Kept != KeptRows.InTheProvince).ToList();
        var rows = 0L;
        foreach (var table in going)
        {
            var present = await TableFiles.WriteAsync(session.Connection, table, Stream.Null, cancellationToken);
            if (manifest.Tables.FirstOrDefault(known => known.Name == table.FullName)?.Sha256 != present.Sha256)
                throw new ArchiveException($"The table {table.FullName} holds something else than the export. Export the module again.");
            rows += present.Rows;
        }

        foreach (var table in Enumerable.Reverse(going))
            await session.ExecuteAsync(table.DeleteSql, cancellationToken);
        await session.CommitAsync("DELETED", ArchiveDigest.Of(manifest), reason, clock.GetUtcNow(), cancellationToken);
        return rows;
    }

    /// <summary>Drops the schema of a module of which no province has any data; the next start of a host with the module makes it anew, empty.</summary>
    /// <exception cref="ArchiveException">A province has it enabled, or has data of it.</exception>
    public static async Task DropSchemaAsync(string owner, InstalledModule module, IReadOnlyList<Province> provinces, CancellationToken cancellationToken)
    {
        await using var session = await ArchiveSession.ChangeAsync(owner, module, provinces[0], cancellationToken);
        foreach (var province in provinces)
        {
            await session.EnterAsync(province, cancellationToken);
            if (await session.HasDataAsync(cancellationToken))
                throw new ArchiveException($"{province.Slug} still has data of the module '{module.Id}', so its schema stays.");
        }

        await session.ExecuteAsync($"drop schema {ModuleTable.Quote(module.Registration.Features.Get<ModuleDatabase>()!.Schema)} cascade", cancellationToken);
        await session.CommitWithoutTablesAsync(cancellationToken);
    }

    private async Task RefuseWhileNeededAsync(string owner, InstalledModule module, Province province, CancellationToken cancellationToken)
    {
        foreach (var needing in installed.All.Where(other => other.Manifest.DependsOn.Contains(module.Id)))
        {
            if (needing.Registration.Features.Get<ModuleDatabase>() is not null && await HasDataAsync(owner, needing, province, cancellationToken))
                throw new ArchiveException($"The module '{needing.Id}' needs '{module.Id}' and still has data in {province.Slug}. Export and remove it first.");
        }
    }

    private static async Task<bool> HasDataAsync(string owner, InstalledModule module, Province province, CancellationToken cancellationToken)
    {
        await using var session = await ArchiveSession.ReadAsync(owner, module, province, cancellationToken);
        return await session.HasDataAsync(cancellationToken);
    }
}
