namespace Modular.Kernel.Provinces;

/// <summary>A province that this deployment serves.</summary>
/// <param name="Id">The key.</param>
/// <param name="Slug">How it is called in addresses, for instance <c>nam-dinh</c>.</param>
/// <param name="Name">The name without diacritics, for English readers.</param>
/// <param name="VietnameseName">The official name.</param>
public sealed record Province(ProvinceId Id, string Slug, string Name, string VietnameseName);

/// <summary>The province on whose data the current scope (a request, an event, a command) works.</summary>
public interface ICurrentProvince
{
    /// <summary>The province.</summary>
    /// <exception cref="InvalidOperationException">No province has been named in this scope.</exception>
    Province Province { get; }
}
