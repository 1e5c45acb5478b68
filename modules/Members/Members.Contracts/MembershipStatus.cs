namespace Modular.Members.Contracts;

/// <summary>Where a person stands towards the Party. The last five are final until restoration or re-admission.</summary>
public enum MembershipStatus
{
    /// <summary>An outstanding non-member whom a cell fosters (quần chúng ưu tú, cảm tình Đảng).</summary>
    Sympathizer,

    /// <summary>Has applied to join (người xin vào Đảng).</summary>
    Applicant,

    /// <summary>A probationary member (đảng viên dự bị).</summary>
    Probationary,

    /// <summary>An official member (đảng viên chính thức).</summary>
    Official,

    /// <summary>Expelled as a disciplinary measure (khai trừ).</summary>
    Expelled,

    /// <summary>Name removed from the list, which is no discipline (xóa tên).</summary>
    NameRemoved,

    /// <summary>Left the Party on request (xin ra khỏi Đảng).</summary>
    LeftOnRequest,

    /// <summary>Deceased (từ trần).</summary>
    Deceased,

    /// <summary>Transferred to another province or committee, and a member there (đã chuyển sinh hoạt ra ngoài tỉnh), MEM-20.</summary>
    TransferredOut,
}

/// <summary>What follows from a status.</summary>
public static class MembershipStatuses
{
    /// <summary>Whether the person is a Party member, who counts in the membership of their cell (đảng số).</summary>
    public static bool IsMember(this MembershipStatus status) =>
        status is MembershipStatus.Probationary or MembershipStatus.Official;

    /// <summary>Whether the person has left the list of their cell.</summary>
    public static bool IsFinal(this MembershipStatus status) => status >= MembershipStatus.Expelled;
}
