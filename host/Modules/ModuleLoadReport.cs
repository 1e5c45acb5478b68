using Modular.Kernel.Modules;

namespace Modular.Host.Modules;

/// <summary>What became of every module folder that was found.</summary>
/// <param name="Entries">One entry a folder, in the order in which they were found.</param>
/// <param name="Installed">The modules that serve.</param>
internal sealed record ModuleLoadReport(IReadOnlyList<ModuleLoadEntry> Entries, InstalledModules Installed)
{
    /// <summary>The folders whose module does not serve.</summary>
    public IEnumerable<ModuleLoadEntry> Faulty => Entries.Where(entry => entry.Failure is not null);

    /// <summary>The report without a module that turned out not to work, and without those that depend on it.</summary>
    public ModuleLoadReport Without(string moduleId, ModuleLoadFailure failure, string reason)
    {
        var report = this with
        {
            Entries = [.. Entries.Select(entry => entry.Id == moduleId && entry.Failure is null ? entry with { Failure = failure, Reason = reason } : entry)],
            Installed = new InstalledModules([.. Installed.All.Where(module => module.Id != moduleId)]),
        };
        foreach (var dependent in Installed.All.Where(module => module.Manifest.DependsOn.Contains(moduleId)))
            report = report.Without(dependent.Id, ModuleLoadFailure.MissingDependency, $"It depends on the module '{moduleId}', which was left out.");
        return report;
    }

    /// <summary>The report with what was left out of modules that serve, each said with <c>(module …)</c> at its end.</summary>
    public ModuleLoadReport WithRemarks(IReadOnlyList<string> unmatched) => this with
    {
        Entries =
        [
            .. Entries.Select(entry => entry with
            {
                Remarks = [.. unmatched.Where(remark => remark.EndsWith($"(module {entry.Id})", StringComparison.Ordinal)).Select(remark => $"Left out, since no installed module has the type: {remark}")],
            }),
        ],
    };
}

/// <summary>What became of one module folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Id">The module's identifier, where it could be read.</param>
/// <param name="Version">The version of the module's assembly, where it could be read.</param>
/// <param name="Failure">Why the module does not serve, or null where it does.</param>
/// <param name="Reason">The same in a sentence, with the names that help to mend it.</param>
internal sealed record ModuleLoadEntry(string Folder, string? Id, Version? Version, ModuleLoadFailure? Failure, string? Reason)
{
    /// <summary>What of a module that serves was left out.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether it lies beside the host, and not in a folder that a setting names.</summary>
    public bool CameWithHost => Folder.Length == 0 || Path.GetDirectoryName(Folder) == InstalledModuleSource.OwnFolder;

    /// <summary>How the module is called in messages.</summary>
    public string Name => Id ?? Path.GetFileName(Folder);
}
