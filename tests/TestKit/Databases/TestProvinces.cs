using Modular.Kernel.Provinces;

namespace Modular.TestKit.Databases;

/// <summary>The provinces of every test database.</summary>
public static class TestProvinces
{
    public static readonly Province NamDinh = new(new ProvinceId(36), "nam-dinh", "Nam Dinh", "Nam Định");

    public static readonly Province NinhThuan = new(new ProvinceId(58), "ninh-thuan", "Ninh Thuan", "Ninh Thuận");

    public static readonly Province TienGiang = new(new ProvinceId(82), "tien-giang", "Tien Giang", "Tiền Giang");

    public static readonly IReadOnlyList<Province> All = [NamDinh, NinhThuan, TienGiang];
}
