using Modular.TestKit;
using Xunit;

namespace Modular.Architecture.Tests;

/// <summary>The assemblies that the build placed where the host finds them.</summary>
internal static class BuiltAssemblies
{
    public static TheoryData<string> Modules => [.. Folders.Select(folder => Path.GetFileName(folder)!)];

    private static string[] Folders => Directory.GetDirectories(Repository.ModulesFolder).Order(StringComparer.Ordinal).ToArray();

    public static string Module(string name) => Path.Combine(Repository.ModulesFolder, name, $"Modular.{name}.dll");

    public static string Contracts(string name) => Path.Combine(Repository.ModulesFolder, name, $"Modular.{name}.Contracts.dll");

    public static string Host => Path.Combine(Repository.HostFolder, "Modular.Host.dll");

    public static string SharedKernel(string name) => Path.Combine(Repository.HostFolder, name + ".dll");
}
