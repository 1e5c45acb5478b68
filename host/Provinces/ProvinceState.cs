using System.Collections.Frozen;
using Modular.Kernel.Modules;
using Modular.Kernel.Provinces;

namespace Modular.Host.Provinces;

/// <summary>One reading of the provinces and of what each has enabled. Immutable: a request keeps the one that it began with.</summary>
internal sealed class ProvinceState
{
    /// <summary>What is known before the first reading: nothing.</summary>
    public static readonly ProvinceState Empty = new([], new InstalledModules([]));

    private readonly FrozenDictionary<string, ServedProvince> bySlug;
    private readonly FrozenDictionary<ProvinceId, ServedProvince> byId;

    /// <param name="provinces">The provinces, each with the identifiers of the modules that its rows say are enabled.</param>
    /// <param name="installed">The modules of this host.</param>
    public ProvinceState(IReadOnlyList<(Province Province, IReadOnlySet<string> Enabled)> provinces, InstalledModules installed)
    {
        All = [.. provinces.Select(row => new ServedProvince(row.Province, ModuleSet.Serving(row.Enabled, installed)))];
        bySlug = All.ToFrozenDictionary(served => served.Province.Slug, StringComparer.Ordinal);
        byId = All.ToFrozenDictionary(served => served.Province.Id);
    }

    /// <summary>All provinces, in the order of their keys.</summary>
    public IReadOnlyList<ServedProvince> All { get; }

    public ServedProvince? Find(string slug) => bySlug.GetValueOrDefault(slug);

    public ServedProvince? Find(ProvinceId id) => byId.GetValueOrDefault(id);
}

/// <summary>A province and the modules that serve it.</summary>
internal sealed record ServedProvince(Province Province, ModuleSet Modules);
