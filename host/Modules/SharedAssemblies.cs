using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace Modular.Host.Modules;

/// <summary>
/// The assemblies that host and modules must have in common, because their types cross the border between them: framework, kernel,
/// engine, EF Core, Npgsql, and the contracts of all modules. Anything else a module may bring in a version of its own.
/// </summary>
internal static class SharedAssemblies
{
    private static readonly string[] SharedNames = ["Modular.Kernel", "Modular.GraphQL", "Microsoft.EntityFrameworkCore", "Npgsql"];

    // The runtime lists its core library twice.
    private static readonly Dictionary<string, string> TrustedPaths =
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .GroupBy(Path.GetFileNameWithoutExtension, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(paths => paths.Key!, paths => paths.First(), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] FrameworkFolders =
    [
        Path.GetDirectoryName(typeof(object).Assembly.Location)!,
        Path.GetDirectoryName(typeof(WebApplication).Assembly.Location)!,
    ];

    private static readonly ConcurrentDictionary<string, Assembly> Contracts = new();

    /// <summary>Whether a module takes this assembly from the host, even where its folder holds a copy.</summary>
    public static bool Contains(string name) => Contracts.ContainsKey(name)
        || (TrustedPaths.TryGetValue(name, out var path)
            && (Array.Exists(SharedNames, start => name.StartsWith(start, StringComparison.Ordinal)) || FrameworkFolders.Contains(Path.GetDirectoryName(path))));

    /// <summary>Whether the host can give this assembly to a module that does not bring it.</summary>
    public static bool CanProvide(string name) => TrustedPaths.ContainsKey(name);

    /// <summary>Makes the contracts of a module visible to the host's own context, once for all modules.</summary>
    public static void LoadContracts(string name, string path) => Contracts.GetOrAdd(name, _ => TrustedPaths.ContainsKey(name)
        ? AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(name))
        : AssemblyLoadContext.Default.LoadFromAssemblyPath(path));
}
