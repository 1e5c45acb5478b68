namespace Modular.Members.People;

/// <summary>Religion (tôn giáo): those that the State has recognized, as the registers name them.</summary>
internal enum Religion
{
    /// <summary>None (không).</summary>
    None,

    /// <summary>Buddhism (Phật giáo).</summary>
    Buddhism,

    /// <summary>Catholicism (Công giáo).</summary>
    Catholicism,

    /// <summary>Protestantism (Tin lành).</summary>
    Protestantism,

    /// <summary>Caodaism (đạo Cao Đài).</summary>
    CaoDai,

    /// <summary>Hoa Hao Buddhism (Phật giáo Hòa Hảo).</summary>
    HoaHao,

    /// <summary>Islam (Hồi giáo), among the Chăm also Bani.</summary>
    Islam,

    /// <summary>Brahmanism (Bà-la-môn) of the Chăm.</summary>
    Brahmanism,

    /// <summary>Bahá'í.</summary>
    Bahai,

    /// <summary>Four Debts of Gratitude (Tứ Ân Hiếu Nghĩa).</summary>
    TuAnHieuNghia,

    /// <summary>Buu Son Ky Huong (Bửu Sơn Kỳ Hương).</summary>
    BuuSonKyHuong,

    /// <summary>Pure Land Buddhist Home-Practice Association (Tịnh độ cư sĩ Phật hội).</summary>
    TinhDoCuSi,

    /// <summary>Minh Su (Minh Sư đạo).</summary>
    MinhSu,

    /// <summary>Minh Ly (Minh Lý đạo).</summary>
    MinhLy,

    /// <summary>Another religion (tôn giáo khác).</summary>
    Other,
}
