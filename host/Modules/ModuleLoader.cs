using System.Reflection;
using Modular.Kernel.Modules;

namespace Modular.Host.Modules;

/// <summary>
/// Finds the modules beside the host and loads each of them completely or not at all. What cannot be loaded is reported with its
/// reason, together with everything that depends on it; the others serve.
/// </summary>
internal sealed class ModuleLoader
{
    private static readonly Version KernelVersion = typeof(ModularModule).Assembly.GetName().Version!;

    private readonly List<string> found = [];
    private readonly List<ModuleFolder> modules = [];
    private readonly Dictionary<string, ModuleLoadEntry> failures = [];
    private readonly List<InstalledModule> installed = [];
    private readonly TimeSpan patience;

    private ModuleLoader(TimeSpan patience) => this.patience = patience;

    /// <summary>Loads every module of these folders; a module of a folder that comes earlier wins over one of the same identifier.</summary>
    /// <param name="roots">The folders.</param>
    /// <param name="patience">How long a module may take to be made and registered.</param>
    public static ModuleLoadReport Load(IEnumerable<string> roots, TimeSpan patience)
    {
        var loader = new ModuleLoader(patience);
        foreach (var root in roots)
            loader.Discover(root);
        foreach (var module in loader.modules)
            loader.Try(module.Path, module, () => loader.Check(module));
        loader.LoadInOrder();
        return new ModuleLoadReport([.. loader.found.Select(loader.EntryOf)], new InstalledModules(loader.installed));
    }

    private void Discover(string root)
    {
        if (!Directory.Exists(root))
        {
            found.Add(root);
            Fail(root, null, new ModuleLoadException(ModuleLoadFailure.FolderNotFound, "The folder does not exist."));
            return;
        }

        foreach (var folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            found.Add(folder);
            Try(folder, null, () => Add(ModuleInspection.Inspect(folder)));
        }
    }

    private void Add(ModuleFolder module)
    {
        if (modules.Find(known => known.Id == module.Id) is not { } first)
            modules.Add(module);
        else
            Fail(module.Path, module, new ModuleLoadException(ModuleLoadFailure.DuplicateId, $"The module '{module.Id}' was already found in {first.Path}."));
    }

    private void Check(ModuleFolder module)
    {
        if (!ContractVersion.Fits(module.KernelVersion, KernelVersion))
            throw new ModuleLoadException(
                ModuleLoadFailure.ContractVersion,
                $"It was built against version {module.KernelVersion.ToString(3)} of the kernel and works with {ContractVersion.Wanted(module.KernelVersion)}; "
                + $"this host has {KernelVersion.ToString(3)}. Build it against the packages of this host.");
        ModuleRequirements.Check(module, modules);
    }

    private void LoadInOrder()
    {
        var waiting = modules.Where(module => !HasFailed(module)).ToList();
        while (waiting.Find(module => !DependenciesOf(module).Any(waiting.Contains)) is { } next)
        {
            waiting.Remove(next);
            Try(next.Path, next, () => installed.Add(LoadOne(next)));
        }

        foreach (var module in waiting)
            Fail(module.Path, module, new ModuleLoadException(ModuleLoadFailure.DependencyCycle, DescribeCycle(module, waiting)));
    }

    private InstalledModule LoadOne(ModuleFolder folder)
    {
        if (DependenciesOf(folder).FirstOrDefault(HasFailed) is { } faulty)
            throw new ModuleLoadException(ModuleLoadFailure.MissingDependency, $"It depends on the module '{faulty.Id}', which could not be loaded.");

        var module = Create(folder, patience);
        var manifest = ModuleManifest.Of(module.GetType());
        if (manifest.DependsOn.FirstOrDefault(id => !installed.Exists(loaded => loaded.Id == id)) is { } unknown)
            throw new ModuleLoadException(ModuleLoadFailure.MissingDependency, $"It depends on the module '{unknown}', which is not installed under this identifier.");

        var builder = new ModuleBuilder(manifest, module.GetType().Assembly);
        try
        {
            ModulePatience.Run(
                () =>
                {
                    module.Register(builder);
                    return true;
                },
                patience);
        }
        catch (Exception exception)
        {
            throw new ModuleLoadException(
                ModuleLoadFailure.RegistrationFailed, $"{folder.ModuleClass}.{nameof(ModularModule.Register)} failed: {exception.Message}", exception);
        }

        return new InstalledModule(manifest, builder);
    }

    private static ModularModule Create(ModuleFolder folder, TimeSpan patience)
    {
        try
        {
            if (folder.HasContracts)
                SharedAssemblies.LoadContracts(folder.ContractsName, folder.ContractsPath);
            var assembly = new ModuleLoadContext(folder).LoadFromAssemblyPath(folder.AssemblyPath);
            // Touching every type now finds a missing or mismatched assembly at the start instead of in a user's request.
            _ = assembly.GetTypes();
            return ModulePatience.Run(() => (ModularModule)Activator.CreateInstance(assembly.GetType(folder.ModuleClass, throwOnError: true)!)!, patience);
        }
        catch (ReflectionTypeLoadException exception)
        {
            var reasons = exception.LoaderExceptions.OfType<Exception>().Select(cause => cause.Message).Distinct();
            throw new ModuleLoadException(ModuleLoadFailure.BrokenAssembly, string.Join(" ", reasons), exception);
        }
        catch (Exception exception) when (exception is not ModuleLoadException)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            throw new ModuleLoadException(ModuleLoadFailure.BrokenAssembly, cause.Message, exception);
        }
    }

    private string DescribeCycle(ModuleFolder start, List<ModuleFolder> waiting)
    {
        var path = new List<ModuleFolder>();
        var current = start;
        while (!path.Contains(current))
        {
            path.Add(current);
            current = DependenciesOf(current).First(waiting.Contains);
        }

        var cycle = path.Skip(path.IndexOf(current)).Append(current).Select(module => module.Id);
        return $"The modules depend on each other in a circle: {string.Join(" -> ", cycle)}.";
    }

    private IEnumerable<ModuleFolder> DependenciesOf(ModuleFolder module) =>
        modules.Where(other => module.DependsOn.Contains(other.ContractsName));

    private bool HasFailed(ModuleFolder module) => failures.ContainsKey(module.Path);

    private void Try(string folder, ModuleFolder? module, Action act)
    {
        try
        {
            act();
        }
        catch (ModuleLoadException exception)
        {
            Fail(folder, module, exception);
        }
    }

    private void Fail(string folder, ModuleFolder? module, ModuleLoadException exception) =>
        failures[folder] = new ModuleLoadEntry(folder, module?.Id, module?.Version, exception.Failure, exception.Message);

    private ModuleLoadEntry EntryOf(string folder)
    {
        if (failures.TryGetValue(folder, out var failure))
            return failure;
        var module = modules.First(known => known.Path == folder);
        return new ModuleLoadEntry(folder, module.Id, module.Version, null, null);
    }
}
