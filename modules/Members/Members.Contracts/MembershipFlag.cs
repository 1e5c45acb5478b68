namespace Modular.Members.Contracts;

/// <summary>
/// A dated circumstance of a member beside their status. Flags overlap in reality: an exempt member can be disciplined, a suspended
/// member still pays dues.
/// </summary>
public enum MembershipFlag
{
    /// <summary>Exempt from work and activities (miễn công tác và sinh hoạt đảng), MEM-40, MEM-41.</summary>
    Exempt,

    /// <summary>Party activities suspended (đình chỉ sinh hoạt đảng), MEM-57.</summary>
    SuspendedActivity,

    /// <summary>Committee work suspended (đình chỉ sinh hoạt cấp ủy), MEM-57.</summary>
    SuspendedCommittee,

    /// <summary>Introduced to another organization and not yet accepted there (đang chuyển sinh hoạt), MEM-20.</summary>
    TransferOutPending,

    /// <summary>Active elsewhere for a time (sinh hoạt tạm thời nơi khác), MEM-28.</summary>
    TemporaryAway,

    /// <summary>Abroad (ở ngoài nước), MEM-31.</summary>
    Abroad,

    /// <summary>On the list of those to be educated before removal is considered (diện rà soát, sàng lọc), REM-15.</summary>
    UnderScreening,
}
