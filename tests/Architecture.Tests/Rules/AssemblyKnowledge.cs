using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Modular.Architecture.Tests.Rules;

/// <summary>Who may know whom, read off the references that the compiler wrote into an assembly.</summary>
internal static class AssemblyKnowledge
{
    private static readonly string[] DatabaseAndEngine =
        ["Microsoft.EntityFrameworkCore", "Npgsql", "Modular.GraphQL", "Modular.Kernel.GraphQL", "Modular.Kernel.Postgres"];

    /// <summary>A module knows the kernel, the engine, its own contracts and the contracts of others.</summary>
    public static IEnumerable<string> OfModule(string assembly) => References(assembly).Where(name =>
        IsOurs(name) && !IsKernel(name) && !name.EndsWith(".Contracts", StringComparison.Ordinal));

    /// <summary>Contracts know the pure kernel and other contracts: no database, no engine, no module.</summary>
    public static IEnumerable<string> OfContracts(string assembly) => References(assembly).Where(name =>
        StartsWithAny(name, DatabaseAndEngine)
        || (IsOurs(name) && name != "Modular.Kernel" && !name.EndsWith(".Contracts", StringComparison.Ordinal)));

    /// <summary>The host knows the kernel and the engine, and no module, not even its contracts.</summary>
    public static IEnumerable<string> OfHost(string assembly) => References(assembly).Where(name => IsOurs(name) && !IsKernel(name));

    /// <summary>The pure kernel and the engine depend on nothing of ours, and on no database.</summary>
    public static IEnumerable<string> OfPureAssembly(string assembly) => References(assembly).Where(name =>
        IsOurs(name) || StartsWithAny(name, DatabaseAndEngine));

    private static bool IsOurs(string name) => name.StartsWith("Modular.", StringComparison.Ordinal);

    private static bool IsKernel(string name) =>
        StartsWithAny(name, ["Modular.Kernel", "Modular.GraphQL"]) && !name.EndsWith(".Contracts", StringComparison.Ordinal);

    private static bool StartsWithAny(string name, string[] starts) =>
        Array.Exists(starts, start => name == start || name.StartsWith(start + ".", StringComparison.Ordinal));

    private static List<string> References(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name)).Order(StringComparer.Ordinal)];
    }
}
