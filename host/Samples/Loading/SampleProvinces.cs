using Modular.Kernel.Provinces;

namespace Modular.Host.Samples.Loading;

/// <summary>The provinces of the sample, for a deployment that serves none of its own.</summary>
internal static class SampleProvinces
{
    public static IReadOnlyList<Province> All { get; } =
    [
        new(new ProvinceId(36), "nam-dinh", "Nam Dinh", "Nam Định"),
        new(new ProvinceId(58), "ninh-thuan", "Ninh Thuan", "Ninh Thuận"),
        new(new ProvinceId(82), "tien-giang", "Tien Giang", "Tiền Giang"),
    ];
}
