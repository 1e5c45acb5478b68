namespace Modular.Members.People;

/// <summary>General education (giáo dục phổ thông), in the four levels of form 2/3-TCTW.</summary>
internal enum GeneralEducation
{
    /// <summary>Can read and write (biết chữ quốc ngữ).</summary>
    Literate,

    /// <summary>Primary (tiểu học).</summary>
    Primary,

    /// <summary>Lower secondary (trung học cơ sở).</summary>
    LowerSecondary,

    /// <summary>Upper secondary (trung học phổ thông).</summary>
    UpperSecondary,
}

/// <summary>Highest professional qualification (trình độ chuyên môn).</summary>
internal enum ProfessionalLevel
{
    /// <summary>None (chưa qua đào tạo).</summary>
    None,

    /// <summary>Vocational (công nhân kỹ thuật, sơ cấp).</summary>
    Vocational,

    /// <summary>Intermediate (trung cấp).</summary>
    Intermediate,

    /// <summary>College (cao đẳng).</summary>
    College,

    /// <summary>University (đại học).</summary>
    University,

    /// <summary>Master (thạc sĩ).</summary>
    Master,

    /// <summary>Doctor (tiến sĩ, tiến sĩ khoa học).</summary>
    Doctor,
}

/// <summary>Political theory (lý luận chính trị).</summary>
internal enum PoliticalTheory
{
    /// <summary>None (chưa qua đào tạo).</summary>
    None,

    /// <summary>Basic (sơ cấp).</summary>
    Basic,

    /// <summary>Intermediate (trung cấp).</summary>
    Intermediate,

    /// <summary>Advanced or university (cao cấp, cử nhân).</summary>
    Advanced,
}
