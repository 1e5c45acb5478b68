namespace Modular.Members.Contracts;

/// <summary>The names of the acts that the Members module guards.</summary>
public static class MembersPermissions
{
    /// <summary>Read the register of members. Membership itself reveals political opinion (PD-05), so even this is sensitive.</summary>
    public const string Read = "members.read";

    /// <summary>Read what is sensitive within a record: citizen identity number, religion (PD-04).</summary>
    public const string ReadSensitive = "members.read-sensitive";

    /// <summary>Read how many members organizations have (đảng số), without any person's data.</summary>
    public const string Count = "members.count";

    /// <summary>Register a member, an applicant or a sympathizer in a cell that the grant reaches.</summary>
    public const string Register = "members.register";

    /// <summary>Read member sheets (2-HSĐV) beyond the register; what is sensitive in them takes <see cref="ReadSensitive"/> besides.</summary>
    public const string ReadRecord = "members.read-record";

    /// <summary>Change member sheets (2-HSĐV): the act of whoever keeps the files (MEM-02).</summary>
    public const string KeepRecords = "members.keep-records";

    /// <summary>Hand in yearly supplement slips (MEM-03): one's own, or for members whom the grant reaches.</summary>
    public const string SubmitSlips = "members.submit-slips";

    /// <summary>Ask for changes of one's own record (MEM-08).</summary>
    public const string RequestChanges = "members.request-changes";

    /// <summary>Change contact, residence, occupation, education.</summary>
    public const string Edit = "members.edit";

    /// <summary>Correct a name, sex, birth date or number of identity, a regulated procedure (MEM-08).</summary>
    public const string Correct = "members.correct";

    /// <summary>Move a member between cells of one grassroots organization.</summary>
    public const string Assign = "members.assign";

    /// <summary>Read transfers of Party activities, with what their papers say, at the origin and, once introduced, at the destination (MEM-26).</summary>
    public const string ReadTransfers = "members.read-transfers";

    /// <summary>Request transfers, sign boxes of introduction papers, take members in; each at the organization that does it (MEM-20 to MEM-29).</summary>
    public const string Transfer = "members.transfer";

    /// <summary>Record an admission, recognition, removal, death, restoration or re-admission.</summary>
    public const string ChangeStatus = "members.change-status";

    /// <summary>
    /// Record what a procedure records (expulsion, death, restoration after it, exemption, being under way to another cell) without that procedure: facts whose papers lie elsewhere, and
    /// mistakes that are put right. Each takes a reason.
    /// </summary>
    public const string CorrectStatus = "members.correct-status";

    /// <summary>Set and clear flags: exempt, suspended, abroad, under screening and the like.</summary>
    public const string SetFlags = "members.set-flags";

    /// <summary>Issue Party cards and give CV numbers (MEM-10, MEM-12).</summary>
    public const string IssueCards = "members.issue-cards";

    /// <summary>Propose members for Party badges, hand badges over, take them back from those who left (MEM-42 to MEM-44).</summary>
    public const string ProposeBadges = "members.propose-badges";

    /// <summary>Check proposals for Party badges; in the whole province: open and decide rounds (MEM-44).</summary>
    public const string DecideBadges = "members.decide-badges";

    /// <summary>Read disciplinary measures against members, and what state and prosecuting bodies did about them (PD-06).</summary>
    public const string ReadDiscipline = "members.read-discipline";

    /// <summary>Record disciplinary measures, written decisions, complaints and notices of state bodies.</summary>
    public const string RecordDiscipline = "members.record-discipline";

    /// <summary>Settle complaints against disciplinary measures (REM-10).</summary>
    public const string SettleComplaints = "members.settle-complaints";

    /// <summary>Record praise and certificates of merit (MEM-46).</summary>
    public const string Praise = "members.praise";

    /// <summary>Make and send slips about members who died or left (MEM-05).</summary>
    public const string KeepSlips = "members.keep-slips";

    /// <summary>Record who paid dues for a month, also from a file (MEM-60).</summary>
    public const string RecordDues = "members.record-dues";

    /// <summary>Record requests for exemption from work and activities, the cell's decisions and reports (MEM-40, MEM-41).</summary>
    public const string KeepExemptions = "members.keep-exemptions";

    /// <summary>Record that members reported the loss or damage of their Party cards (MEM-13).</summary>
    public const string ReportCards = "members.report-cards";

    /// <summary>See what is due about members and cells (việc đến hạn): probations that end, transfers, cells that are too small.</summary>
    public const string FollowWork = "members.follow-work";

    /// <summary>See persons who may be in the register twice, and say of those who are not one that they are not (MEM-09).</summary>
    public const string ResolveDuplicates = "members.resolve-duplicates";

    /// <summary>Match lists from elsewhere, such as the national export, with the register, and decide on their rows; in the whole province only.</summary>
    public const string Match = "members.match";

    /// <summary>Propose that two records of one person become one, carry out what somebody else proposed, and undo it (MEM-09).</summary>
    public const string Merge = "members.merge";

    /// <summary>Read closed reports of Party statistics, with what the facts would make of them now.</summary>
    public const string ReadReports = "members.read-reports";

    /// <summary>Close reports of Party statistics and submit them to the superior.</summary>
    public const string CloseReports = "members.close-reports";

    /// <summary>Receive reports that organizations below submitted, or return them.</summary>
    public const string ReceiveReports = "members.receive-reports";

    /// <summary>Import members from a file.</summary>
    public const string Import = "members.import";
}
