using Modular.Kernel.Modules;
using Modular.Kernel.Provinces;

namespace Modular.Host.Archives;

/// <summary>Writes all data of a module in a province into a folder, as they are at one moment. The module may serve meanwhile.</summary>
internal sealed class ModuleExport(TimeProvider clock)
{
    /// <summary>Writes the export.</summary>
    /// <param name="owner">The owner's way into the database.</param>
    /// <param name="module">The module.</param>
    /// <param name="province">The province.</param>
    /// <param name="folder">A folder that is not there yet, or empty.</param>
    /// <param name="cancellationToken">Ends the attempt; what was written until then is no export.</param>
    /// <exception cref="ArchiveException">The folder holds something.</exception>
    public async Task<ArchiveManifest> RunAsync(string owner, InstalledModule module, Province province, string folder, CancellationToken cancellationToken)
    {
        MakeFolder(folder);
        await using var session = await ArchiveSession.ReadAsync(owner, module, province, cancellationToken);
        var tables = new List<ArchivedTable>();
        foreach (var table in session.Tables)
        {
            await using var file = File.Create(Path.Combine(folder, $"{table.FullName}.csv"));
            tables.Add(await TableFiles.WriteAsync(session.Connection, table, file, cancellationToken));
        }

        var manifest = new ArchiveManifest(
            ArchiveManifest.CurrentFormat,
            module.Id,
            module.Manifest.Version.ToString(3),
            session.Migration,
            province.Id.Value,
            province.Slug,
            await session.DatabaseAsync(cancellationToken),
            clock.GetUtcNow(),
            tables);
        // Last, so that a folder with a manifest is complete.
        await manifest.WriteAsync(folder, cancellationToken);
        return manifest;
    }

    // The files hold personal data: nobody else on the machine may read them.
    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new ArchiveException($"The folder {folder} is not empty.");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
