namespace Modular.Members.Forms;

/// <summary>The forms of Party statistics about members (biểu thống kê 1-TCTW đến 4-TCTW).</summary>
internal enum StatisticsForm
{
    /// <summary>The movement of members in a period (1-TCTW, biến động đảng viên).</summary>
    Movement,

    /// <summary>Those admitted in a period, by what they are (2-TCTW, đảng viên mới kết nạp).</summary>
    NewMembers,

    /// <summary>All members on the last day, by what they are (3-TCTW, đội ngũ đảng viên).</summary>
    AllMembers,

    /// <summary>All members on the last day by ethnic group and religion (4-TCTW, đảng viên theo dân tộc, tôn giáo).</summary>
    EthnicGroupsAndReligions,
}
