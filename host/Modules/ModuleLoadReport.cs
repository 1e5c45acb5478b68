using Modular.Kernel.Modules;

namespace Modular.Host.Modules;

/// <summary>What became of every module folder that was found.</summary>
/// <param name="Entries">One entry a folder, in the order in which they were found.</param>
/// <param name="Installed">The modules that serve.</param>
internal sealed record ModuleLoadReport(IReadOnlyList<ModuleLoadEntry> Entries, InstalledModules Installed)
{
    /// <summary>The folders whose module does not serve.</summary>
    public IEnumerable<ModuleLoadEntry> Faulty => Entries.Where(entry => entry.Failure is not null);
}

/// <summary>What became of one module folder.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Id">The module's identifier, where it could be read.</param>
/// <param name="Version">The version of the module's assembly, where it could be read.</param>
/// <param name="Failure">Why the module does not serve, or null where it does.</param>
/// <param name="Reason">The same in a sentence, with the names that help to mend it.</param>
internal sealed record ModuleLoadEntry(string Folder, string? Id, Version? Version, ModuleLoadFailure? Failure, string? Reason)
{
    /// <summary>How the module is called in messages.</summary>
    public string Name => Id ?? Path.GetFileName(Folder);
}
