namespace Modular.ResidenceLiaison.Introductions;

/// <summary>What made an introduction necessary (RES-02).</summary>
internal enum IntroductionCause
{
    /// <summary>The review of the list found the member (rà soát danh sách), RES-01.</summary>
    ListReview,

    /// <summary>Admission to the Party, or to the register (kết nạp).</summary>
    Admission,

    /// <summary>The member came from another grassroots organization (chuyển đến).</summary>
    Transfer,

    /// <summary>The member lives elsewhere (chuyển nơi cư trú).</summary>
    NewResidence,

    /// <summary>The member came into another category (thay đổi diện giới thiệu).</summary>
    CategoryChange,

    /// <summary>The letter before came back (giấy giới thiệu bị trả lại).</summary>
    Returned,
}

/// <summary>Why an introduction is over.</summary>
internal enum IntroductionClosing
{
    /// <summary>The member moved house (chuyển nơi cư trú).</summary>
    MovedHouse,

    /// <summary>The member went to another grassroots organization (chuyển sinh hoạt đảng).</summary>
    Transferred,

    /// <summary>The member was expelled (khai trừ).</summary>
    Expelled,

    /// <summary>The member's name was removed (xóa tên).</summary>
    NameRemoved,

    /// <summary>The member left the Party (ra khỏi Đảng).</summary>
    Left,

    /// <summary>The member died (từ trần).</summary>
    Deceased,

    /// <summary>The member came into another category (thay đổi diện giới thiệu).</summary>
    CategoryChange,

    /// <summary>The letter came back: the address lies elsewhere (sai địa chỉ).</summary>
    WrongAddress,

    /// <summary>The letter came back: the member does not live there (không cư trú tại địa phương), RES-15.</summary>
    NotLivingThere,

    /// <summary>The letter came back: it says something wrong of the member (sai thông tin).</summary>
    WrongParticulars,

    /// <summary>The member had two records, which became one; the introduction of the other goes on (hợp nhất hồ sơ).</summary>
    Merged,
}

/// <summary>Why a letter is returned.</summary>
internal enum LetterReturnReason
{
    /// <summary>The address lies in another commune or hamlet (sai địa chỉ).</summary>
    WrongAddress,

    /// <summary>The member does not live there (không cư trú tại địa phương), RES-15.</summary>
    NotLivingThere,

    /// <summary>The letter says something wrong of the member (sai thông tin).</summary>
    WrongParticulars,
}
