using Modular.Kernel.Modules;

namespace Modular.Host.Provinces;

/// <summary>A set of modules that serve together. Provinces with the same set share one schema.</summary>
internal sealed class ModuleSet : IEquatable<ModuleSet>
{
    private readonly string key;

    private ModuleSet(IReadOnlyList<string> ids)
    {
        Ids = ids;
        key = string.Join(' ', ids.Order(StringComparer.Ordinal));
    }

    /// <summary>The identifiers, each after those it depends on.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>
    /// What really serves of what is enabled: an enabled module that is not installed here, or whose dependency is not enabled, does not.
    /// </summary>
    public static ModuleSet Serving(IReadOnlySet<string> enabled, InstalledModules installed)
    {
        var serving = new List<string>();
        foreach (var module in installed.All)
        {
            if (enabled.Contains(module.Id) && module.Manifest.DependsOn.All(serving.Contains))
                serving.Add(module.Id);
        }

        return new ModuleSet(serving);
    }

    /// <summary>Every installed module.</summary>
    public static ModuleSet Full(InstalledModules installed) => new([.. installed.All.Select(module => module.Id)]);

    public bool Equals(ModuleSet? other) => other?.key == key;

    public override bool Equals(object? obj) => Equals(obj as ModuleSet);

    public override int GetHashCode() => key.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => key;
}
