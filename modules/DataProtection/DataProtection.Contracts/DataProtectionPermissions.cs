namespace Modular.DataProtection.Contracts;

/// <summary>The names of the acts that the Data protection module guards.</summary>
public static class DataProtectionPermissions
{
    /// <summary>See requests of data subjects; with the reach "self" one's own (PD-08).</summary>
    public const string ReadRequests = "data-protection.read-requests";

    /// <summary>File a request about one's own data (PD-08).</summary>
    public const string FileRequest = "data-protection.file-request";

    /// <summary>Record a request that a data subject handed in on paper.</summary>
    public const string RecordRequest = "data-protection.record-request";

    /// <summary>Acknowledge, work on, extend, complete and refuse requests of others (PD-09).</summary>
    public const string HandleRequests = "data-protection.handle-requests";

    /// <summary>See what is due about requests of data subjects (việc đến hạn).</summary>
    public const string FollowRequests = "data-protection.follow-requests";

    /// <summary>See the register of breaches, and what is due about them (PD-11).</summary>
    public const string ReadBreaches = "data-protection.read-breaches";

    /// <summary>Record breaches and the steps taken (PD-11).</summary>
    public const string HandleBreaches = "data-protection.handle-breaches";

    /// <summary>See whose data are no more to be kept, and what was erased, in the whole province.</summary>
    public const string PlanRetention = "data-protection.plan-retention";

    /// <summary>Propose to erase data that are no more to be kept.</summary>
    public const string ProposeErasure = "data-protection.propose-erasure";

    /// <summary>Approve and execute an erasure that somebody else proposed.</summary>
    public const string ExecuteErasure = "data-protection.execute-erasure";
}
