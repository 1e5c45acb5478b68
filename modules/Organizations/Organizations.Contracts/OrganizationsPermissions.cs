namespace Modular.Organizations.Contracts;

/// <summary>The names of the acts that the Organizations module guards.</summary>
public static class OrganizationsPermissions
{
    /// <summary>Read the directory of organizations: the tree, names, codes, kinds, addresses, events. No personal data.</summary>
    public const string Read = "organizations.read";

    /// <summary>Read who holds which post in which committee (cấp ủy).</summary>
    public const string ReadCommittees = "organizations.read-committees";

    /// <summary>Found an organization (thành lập) under one that the grant reaches.</summary>
    public const string Found = "organizations.found";

    /// <summary>Rename an organization (đổi tên).</summary>
    public const string Rename = "organizations.rename";

    /// <summary>Move an organization under another parent (chuyển cấp trên trực tiếp); the grant must reach both places.</summary>
    public const string Move = "organizations.move";

    /// <summary>Dissolve an organization, or end its activity (giải thể, kết thúc hoạt động).</summary>
    public const string Dissolve = "organizations.dissolve";

    /// <summary>Upgrade, downgrade or turn an organization into another kind (nâng cấp, hạ cấp, chuyển đổi loại hình).</summary>
    public const string ChangeKind = "organizations.change-kind";

    /// <summary>
    /// Work on schemes of reorganization (đề án sắp xếp tổ chức) at the committee that decides: write, try out, have appraised, decide, withdraw.
    /// What a scheme does takes the permission of each act besides.
    /// </summary>
    public const string Reorganize = "organizations.reorganize";

    /// <summary>Read minutes of handing over (biên bản bàn giao) where the grant reaches the side that gives, the side that receives, or the committee that decided.</summary>
    public const string ReadHandOvers = "organizations.read-hand-overs";

    /// <summary>Record that a side signed minutes of handing over (ký biên bản bàn giao), for the sides that the grant reaches.</summary>
    public const string SignHandOvers = "organizations.sign-hand-overs";

    /// <summary>Change what needs no decision: address, contact, short name, field of activity, codes.</summary>
    public const string Edit = "organizations.edit";

    /// <summary>Open committee terms (nhiệm kỳ cấp ủy), assign and end posts.</summary>
    public const string ManageCommittees = "organizations.manage-committees";

    /// <summary>Record that agencies and service units of committees (cơ quan tham mưu, giúp việc, đơn vị sự nghiệp) were established or closed.</summary>
    public const string ManageAgencies = "organizations.manage-agencies";

    /// <summary>Read the meetings of cells and committees: when they met, how many came, what about.</summary>
    public const string ReadMeetings = "organizations.read-meetings";

    /// <summary>Record, correct and remove meetings of cells and committees (ghi nhận sinh hoạt chi bộ, họp cấp ủy).</summary>
    public const string RecordMeetings = "organizations.record-meetings";

    /// <summary>See what is due about organizations and their committees (việc đến hạn): terms that end, vacant posts.</summary>
    public const string FollowWork = "organizations.follow-work";

    /// <summary>Import organizations from a file.</summary>
    public const string Import = "organizations.import";
}
