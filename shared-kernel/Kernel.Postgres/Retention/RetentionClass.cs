namespace Modular.Kernel.Postgres.Retention;

/// <summary>
/// What kind of data of a person a value is, by which it is decided how long it is kept after the person left (thời hạn lưu giữ). Facts that figures are made of (periods, days,
/// enumerations, keys) belong to no class: they name nobody and stay.
/// </summary>
public enum RetentionClass
{
    /// <summary>Names, birth date, numbers of card and CV, what describes the person, and the person's history of changes (nhân thân).</summary>
    Identity,

    /// <summary>The citizen identity number (số căn cước công dân).</summary>
    CitizenNumber,

    /// <summary>Telephone, e-mail, residences (thông tin liên lạc, nơi cư trú).</summary>
    Contact,

    /// <summary>Reasons, remarks and other texts that somebody wrote about the person (lý do, ghi chú).</summary>
    FreeText,

    /// <summary>Texts about discipline and measures of the State (kỷ luật).</summary>
    Discipline,

    /// <summary>Photographs and copies of papers (ảnh, bản chụp giấy tờ).</summary>
    Document,

    /// <summary>Texts about Party dues (đảng phí).</summary>
    Dues,
}
