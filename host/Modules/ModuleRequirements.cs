using System.Reflection;

namespace Modular.Host.Modules;

/// <summary>Checks, before anything is loaded, that everything a module was built against will be there.</summary>
internal static class ModuleRequirements
{
    /// <exception cref="ModuleLoadException">Something is missing, or there in a version that does not fit.</exception>
    public static void Check(ModuleFolder module, IReadOnlyList<ModuleFolder> all)
    {
        foreach (var contracts in module.DependsOn)
        {
            var owner = all.FirstOrDefault(other => other.ContractsName == contracts && other.HasContracts)
                ?? throw new ModuleLoadException(
                    ModuleLoadFailure.MissingDependency, $"It depends on the module of {contracts}, which is not installed.");
            CheckVersion(module, owner);
        }

        foreach (var reference in module.References)
        {
            if (!SharedAssemblies.CanProvide(reference.Name) && !module.Brings(reference.Name) && !IsDeclaredContract(reference.Name, module, all))
                throw new ModuleLoadException(
                    ModuleLoadFailure.BrokenAssembly, $"It needs {reference.Name} {reference.Version.ToString(3)}, which is neither in its folder nor part of the host.");
        }
    }

    private static void CheckVersion(ModuleFolder module, ModuleFolder owner)
    {
        var wanted = module.References.FirstOrDefault(reference => reference.Name == owner.ContractsName)?.Version;
        var installed = AssemblyName.GetAssemblyName(owner.ContractsPath).Version!;
        if (wanted is null || ContractVersion.Fits(wanted, installed))
            return;
        throw new ModuleLoadException(
            ModuleLoadFailure.ContractVersion,
            $"It was built against version {wanted.ToString(3)} of {owner.ContractsName} and works with {ContractVersion.Wanted(wanted)}; installed is {installed.ToString(3)}.");
    }

    // A reference to contracts that the manifest does not name as a dependency would make an undeclared dependency.
    private static bool IsDeclaredContract(string name, ModuleFolder module, IReadOnlyList<ModuleFolder> all)
    {
        var owner = all.FirstOrDefault(other => other.ContractsName == name);
        if (owner is null || owner == module)
            return owner is not null;
        if (module.DependsOn.Contains(name))
            return true;
        throw new ModuleLoadException(
            ModuleLoadFailure.MissingDependency, $"It uses {name} without declaring the module '{owner.Id}' as a dependency.");
    }
}
