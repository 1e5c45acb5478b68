namespace Modular.Host.Modules;

/// <summary>What a module's folder says before any code of it runs.</summary>
/// <param name="Path">The folder.</param>
/// <param name="AssemblyPath">The module's own assembly.</param>
/// <param name="AssemblyName">The simple name of that assembly.</param>
/// <param name="Version">The version of that assembly.</param>
/// <param name="Id">The identifier in the module's manifest.</param>
/// <param name="ModuleClass">The full name of the one module class.</param>
/// <param name="KernelVersion">The kernel that the module was built against; its major number is the contract version.</param>
/// <param name="References">All assemblies that the module's assembly was built against.</param>
/// <param name="DependsOn">The Contracts assemblies that the manifest names as dependencies.</param>
internal sealed record ModuleFolder(
    string Path,
    string AssemblyPath,
    string AssemblyName,
    Version Version,
    string Id,
    string ModuleClass,
    Version KernelVersion,
    IReadOnlyList<AssemblyReferenceName> References,
    IReadOnlyList<string> DependsOn)
{
    /// <summary>The name that the module's own contracts have by convention.</summary>
    public string ContractsName => AssemblyName + ".Contracts";

    /// <summary>Where the module's own contracts lie; a module that nobody depends on may have none.</summary>
    public string ContractsPath => System.IO.Path.Combine(Path, ContractsName + ".dll");

    /// <summary>Whether the module lets others know of it.</summary>
    public bool HasContracts => File.Exists(ContractsPath);

    /// <summary>Whether an assembly lies in the module's own folder.</summary>
    public bool Brings(string assemblyName) => File.Exists(System.IO.Path.Combine(Path, assemblyName + ".dll"));
}

/// <summary>An assembly that another one was built against.</summary>
internal sealed record AssemblyReferenceName(string Name, Version Version);
