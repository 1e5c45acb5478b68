namespace Modular.ResidenceLiaison.Contracts;

/// <summary>The names of the acts that the Residence liaison module guards.</summary>
public static class ResidenceLiaisonPermissions
{
    /// <summary>See who is introduced where, at the workplace, at the residence; with the reach "self" one's own.</summary>
    public const string Read = "residence-liaison.read";

    /// <summary>See how many are introduced, by state and category. No personal data.</summary>
    public const string Count = "residence-liaison.count";

    /// <summary>Review the list of members and say who is exempt, at the workplace (RES-01).</summary>
    public const string KeepList = "residence-liaison.keep-list";

    /// <summary>Issue introduction letters (giấy giới thiệu 1-213) at the workplace (RES-01).</summary>
    public const string IssueLetters = "residence-liaison.issue-letters";

    /// <summary>Receive letters, assign members to cells and return letters, at the commune committee (RES-03).</summary>
    public const string ReceiveLetters = "residence-liaison.receive-letters";

    /// <summary>Record at the residence cell that members were informed (RES-03).</summary>
    public const string InformMembers = "residence-liaison.inform-members";

    /// <summary>Give members to members of the workplace's committee to follow (RES-12).</summary>
    public const string AssignFollowers = "residence-liaison.assign-followers";

    /// <summary>See meetings of residential cells with working members, who came and what was said; with the reach "self" one's own attendance.</summary>
    public const string ReadMeetings = "residence-liaison.read-meetings";

    /// <summary>Plan, call and record meetings of a residential cell, and answer opinions (RES-04).</summary>
    public const string HoldMeetings = "residence-liaison.hold-meetings";

    /// <summary>See what workplace and residence tell each other of members.</summary>
    public const string ReadNotices = "residence-liaison.read-notices";

    /// <summary>Write to the other committee, take note of what it writes, and answer its proposals (RES-07, RES-08, RES-14).</summary>
    public const string ExchangeNotices = "residence-liaison.exchange-notices";

    /// <summary>See comments of the residence: at the residential cell from the draft on, at the workplace when they were sent; with the reach "self" one's own once told.</summary>
    public const string ReadComments = "residence-liaison.read-comments";

    /// <summary>Open yearly rounds of comments at the residence (RES-05).</summary>
    public const string OpenCommentRounds = "residence-liaison.open-comment-rounds";

    /// <summary>Ask the residence for comments, receive them and tell the members, at the workplace (RES-06, RES-10).</summary>
    public const string RequestComments = "residence-liaison.request-comments";

    /// <summary>Write and sign comments at the residential cell, send requests back, answer statements (RES-05, RES-15).</summary>
    public const string WriteComments = "residence-liaison.write-comments";

    /// <summary>Certify comments at the commune committee and send them to the workplaces.</summary>
    public const string CertifyComments = "residence-liaison.certify-comments";

    /// <summary>State an opinion on a comment about oneself (RES-10).</summary>
    public const string StateOnComments = "residence-liaison.state-on-comments";

    /// <summary>See what is worth a look about the comments and meetings of residential cells: leads, no verdicts.</summary>
    public const string ReadIndicators = "residence-liaison.read-indicators";

    /// <summary>See in such leads how workplaces rated members.</summary>
    public const string ReadWorkplaceRatings = "residence-liaison.read-workplace-ratings";

    /// <summary>Look for such leads, and close them with a note.</summary>
    public const string SettleIndicators = "residence-liaison.settle-indicators";

    /// <summary>Import what organizations reported of past years.</summary>
    public const string ImportFigures = "residence-liaison.import-figures";

    /// <summary>See what is due about residence liaison (việc đến hạn).</summary>
    public const string FollowWork = "residence-liaison.follow-work";
}
