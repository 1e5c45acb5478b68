namespace Modular.TestKit;

/// <summary>The working tree in which the tests run.</summary>
public static class Repository
{
    /// <summary>The folder of <c>Modular.sln</c>.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary><c>Debug</c> or <c>Release</c>: as the tests were built, so the rest is looked for.</summary>
    public static string Configuration { get; } = Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name;

    /// <summary>Where the built host lies.</summary>
    public static string HostFolder { get; } = Path.Combine(Root, "host", "bin", Configuration, "net10.0");

    /// <summary>Where the built modules lie, each in a folder of its own.</summary>
    public static string ModulesFolder { get; } = Path.Combine(HostFolder, "modules");

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "Modular.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)
            ?? throw new InvalidOperationException("The tests do not run inside the repository."));
}
