namespace Modular.Members.People;

/// <summary>
/// Ethnic group (dân tộc): the 54 of the General Statistics Office's list (Decision 121-TCTK/PPCĐ of 2 March 1979), and what form 4-TCTW adds.
/// The number is the official code.
/// </summary>
internal enum EthnicGroup
{
    /// <summary>Kinh (code 01).</summary>
    Kinh = 1,

    /// <summary>Tày (code 02).</summary>
    Tay = 2,

    /// <summary>Thái (code 03).</summary>
    Thai = 3,

    /// <summary>Hoa (code 04).</summary>
    Hoa = 4,

    /// <summary>Khmer (code 05).</summary>
    Khmer = 5,

    /// <summary>Mường (code 06).</summary>
    Muong = 6,

    /// <summary>Nùng (code 07).</summary>
    Nung = 7,

    /// <summary>Mông (code 08).</summary>
    Hmong = 8,

    /// <summary>Dao (code 09).</summary>
    Dao = 9,

    /// <summary>Gia Rai (code 10).</summary>
    GiaRai = 10,

    /// <summary>Ngái (code 11).</summary>
    Ngai = 11,

    /// <summary>Ê Đê (code 12).</summary>
    EDe = 12,

    /// <summary>Ba Na (code 13).</summary>
    BaNa = 13,

    /// <summary>Xơ Đăng (code 14).</summary>
    XoDang = 14,

    /// <summary>Sán Chay (code 15).</summary>
    SanChay = 15,

    /// <summary>Cơ Ho (code 16).</summary>
    CoHo = 16,

    /// <summary>Chăm (code 17).</summary>
    Cham = 17,

    /// <summary>Sán Dìu (code 18).</summary>
    SanDiu = 18,

    /// <summary>Hrê (code 19).</summary>
    Hre = 19,

    /// <summary>Mnông (code 20).</summary>
    Mnong = 20,

    /// <summary>Ra Glai (code 21).</summary>
    RaGlai = 21,

    /// <summary>Xtiêng (code 22).</summary>
    XTieng = 22,

    /// <summary>Bru - Vân Kiều (code 23).</summary>
    BruVanKieu = 23,

    /// <summary>Thổ (code 24).</summary>
    Tho = 24,

    /// <summary>Giáy (code 25).</summary>
    Giay = 25,

    /// <summary>Cơ Tu (code 26).</summary>
    CoTu = 26,

    /// <summary>Gié Triêng (code 27).</summary>
    GieTrieng = 27,

    /// <summary>Mạ (code 28).</summary>
    Ma = 28,

    /// <summary>Khơ Mú (code 29).</summary>
    KhoMu = 29,

    /// <summary>Co (code 30).</summary>
    Co = 30,

    /// <summary>Tà Ôi (code 31).</summary>
    TaOi = 31,

    /// <summary>Chơ Ro (code 32).</summary>
    ChoRo = 32,

    /// <summary>Kháng (code 33).</summary>
    Khang = 33,

    /// <summary>Xinh Mun (code 34).</summary>
    XinhMun = 34,

    /// <summary>Hà Nhì (code 35).</summary>
    HaNhi = 35,

    /// <summary>Chu Ru (code 36).</summary>
    ChuRu = 36,

    /// <summary>Lào (code 37).</summary>
    Lao = 37,

    /// <summary>La Chí (code 38).</summary>
    LaChi = 38,

    /// <summary>La Ha (code 39).</summary>
    LaHa = 39,

    /// <summary>Phù Lá (code 40).</summary>
    PhuLa = 40,

    /// <summary>La Hủ (code 41).</summary>
    LaHu = 41,

    /// <summary>Lự (code 42).</summary>
    Lu = 42,

    /// <summary>Lô Lô (code 43).</summary>
    LoLo = 43,

    /// <summary>Chứt (code 44).</summary>
    Chut = 44,

    /// <summary>Mảng (code 45).</summary>
    Mang = 45,

    /// <summary>Pà Thẻn (code 46).</summary>
    PaThen = 46,

    /// <summary>Cờ Lao (code 47).</summary>
    CoLao = 47,

    /// <summary>Cống (code 48).</summary>
    Cong = 48,

    /// <summary>Bố Y (code 49).</summary>
    BoY = 49,

    /// <summary>Si La (code 50).</summary>
    SiLa = 50,

    /// <summary>Pu Péo (code 51).</summary>
    PuPeo = 51,

    /// <summary>Brâu (code 52).</summary>
    Brau = 52,

    /// <summary>Ơ Đu (code 53).</summary>
    ODu = 53,

    /// <summary>Rơ Măm (code 54).</summary>
    RoMam = 54,

    /// <summary>A national of foreign origin (người gốc nước ngoài).</summary>
    Foreign = 55,

    /// <summary>Another group (dân tộc khác).</summary>
    Other = 56,
}
