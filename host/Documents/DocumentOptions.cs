using Modular.Host.Provinces;
using Modular.Host.Startup;

namespace Modular.Host.Documents;

/// <summary>Settings under <c>Documents</c>: the persisted documents of clients.</summary>
internal sealed class DocumentOptions
{
    /// <summary>Stands for every province in <see cref="TrustedOnly"/>.</summary>
    public const string EveryProvince = "*";

    /// <summary>The folder with the manifests of trusted documents; none without it.</summary>
    public string? Folder { get; set; }

    /// <summary>The slugs of the provinces in which only trusted documents are executed.</summary>
    public IReadOnlyList<string> TrustedOnly { get; set; } = [];

    /// <summary>Whether clients may register documents by themselves (automatic persisted queries).</summary>
    public bool Registering { get; set; } = true;

    /// <summary>Whether only trusted documents are executed in a province.</summary>
    public bool IsTrustedOnly(string slug) => TrustedOnly.Contains(EveryProvince) || TrustedOnly.Contains(slug);

    /// <summary>Makes sure that the settings close what they are meant to close.</summary>
    /// <exception cref="HostRefusedToStartException">A province is named that does not exist, or there are no trusted documents at all.</exception>
    public void Check(ProvinceState provinces)
    {
        if (TrustedOnly.FirstOrDefault(slug => slug != EveryProvince && provinces.Find(slug) is null) is { } unknown)
            throw new HostRefusedToStartException($"Documents:TrustedOnly names the province '{unknown}', which does not exist.");
        if (TrustedOnly.Count > 0 && Folder is null)
            throw new HostRefusedToStartException("Documents:TrustedOnly needs the trusted documents themselves: set Documents:Folder.");
    }
}
