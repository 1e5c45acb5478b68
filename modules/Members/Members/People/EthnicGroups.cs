namespace Modular.Members.People;

/// <summary>What ethnic groups are called in registers.</summary>
internal static class EthnicGroups
{
    /// <summary>Each group with its official Vietnamese name and what else people write, in the order of the codes.</summary>
    public static IReadOnlyList<EthnicGroupNames> All { get; } =
    [
        new(EthnicGroup.Kinh, "Kinh", "Việt"),
        new(EthnicGroup.Tay, "Tày", "Thổ Cao Bằng"),
        new(EthnicGroup.Thai, "Thái", "Tày Khao", "Thái trắng", "Thái đen"),
        new(EthnicGroup.Hoa, "Hoa", "Hán"),
        new(EthnicGroup.Khmer, "Khmer", "Khơ-me", "Khơ me", "Miên"),
        new(EthnicGroup.Muong, "Mường", "Mol"),
        new(EthnicGroup.Nung, "Nùng"),
        new(EthnicGroup.Hmong, "Mông", "Hmông", "H'Mông", "Mèo"),
        new(EthnicGroup.Dao, "Dao", "Mán"),
        new(EthnicGroup.GiaRai, "Gia Rai", "Gia-rai", "Jrai", "Gia lai"),
        new(EthnicGroup.Ngai, "Ngái"),
        new(EthnicGroup.EDe, "Ê Đê", "Ê-đê", "Rađê"),
        new(EthnicGroup.BaNa, "Ba Na", "Ba-na", "Bahnar"),
        new(EthnicGroup.XoDang, "Xơ Đăng", "Xơ-đăng", "Xê đăng"),
        new(EthnicGroup.SanChay, "Sán Chay", "Cao Lan", "Sán Chỉ", "Cao Lan - Sán Chỉ"),
        new(EthnicGroup.CoHo, "Cơ Ho", "Cơ-ho", "K'ho"),
        new(EthnicGroup.Cham, "Chăm", "Chàm"),
        new(EthnicGroup.SanDiu, "Sán Dìu"),
        new(EthnicGroup.Hre, "Hrê", "Hre"),
        new(EthnicGroup.Mnong, "Mnông", "M'nông"),
        new(EthnicGroup.RaGlai, "Ra Glai", "Raglai", "Ra-glai", "Raglay"),
        new(EthnicGroup.XTieng, "Xtiêng", "X'tiêng", "S'tiêng"),
        new(EthnicGroup.BruVanKieu, "Bru - Vân Kiều", "Bru-Vân Kiều", "Vân Kiều"),
        new(EthnicGroup.Tho, "Thổ"),
        new(EthnicGroup.Giay, "Giáy"),
        new(EthnicGroup.CoTu, "Cơ Tu", "Cơ-tu", "Cờ tu"),
        new(EthnicGroup.GieTrieng, "Gié Triêng", "Giẻ Triêng", "Gié-Triêng"),
        new(EthnicGroup.Ma, "Mạ"),
        new(EthnicGroup.KhoMu, "Khơ Mú", "Khơ-mú", "Khmu"),
        new(EthnicGroup.Co, "Co", "Cor"),
        new(EthnicGroup.TaOi, "Tà Ôi", "Tà-ôi", "Ta Ôi", "Pa Cô"),
        new(EthnicGroup.ChoRo, "Chơ Ro", "Chơ-ro", "Châu ro"),
        new(EthnicGroup.Khang, "Kháng"),
        new(EthnicGroup.XinhMun, "Xinh Mun", "Xinh-mun"),
        new(EthnicGroup.HaNhi, "Hà Nhì"),
        new(EthnicGroup.ChuRu, "Chu Ru", "Chu-ru"),
        new(EthnicGroup.Lao, "Lào"),
        new(EthnicGroup.LaChi, "La Chí"),
        new(EthnicGroup.LaHa, "La Ha"),
        new(EthnicGroup.PhuLa, "Phù Lá"),
        new(EthnicGroup.LaHu, "La Hủ"),
        new(EthnicGroup.Lu, "Lự"),
        new(EthnicGroup.LoLo, "Lô Lô"),
        new(EthnicGroup.Chut, "Chứt"),
        new(EthnicGroup.Mang, "Mảng"),
        new(EthnicGroup.PaThen, "Pà Thẻn"),
        new(EthnicGroup.CoLao, "Cờ Lao", "Cơ Lao"),
        new(EthnicGroup.Cong, "Cống"),
        new(EthnicGroup.BoY, "Bố Y"),
        new(EthnicGroup.SiLa, "Si La"),
        new(EthnicGroup.PuPeo, "Pu Péo"),
        new(EthnicGroup.Brau, "Brâu"),
        new(EthnicGroup.ODu, "Ơ Đu"),
        new(EthnicGroup.RoMam, "Rơ Măm", "Rơ-măm"),
        new(EthnicGroup.Foreign, "Gốc nước ngoài", "Người nước ngoài"),
        new(EthnicGroup.Other, "Khác", "Dân tộc khác"),
    ];
}

/// <summary>The names of one ethnic group.</summary>
/// <param name="Group">The group.</param>
/// <param name="VietnameseName">The official name.</param>
/// <param name="OtherNames">Names of the same group in older registers.</param>
internal sealed record EthnicGroupNames(EthnicGroup Group, string VietnameseName, params string[] OtherNames);
