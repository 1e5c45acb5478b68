namespace Modular.Organizations.Contracts;

/// <summary>
/// How many count at a vote of a members' meeting (ORG-16, 294-QĐ/TW point 9.3.2): all official members who are summoned, without those introduced for temporary activity elsewhere and
/// those exempt from work and activities, unless they attend and vote. Who is merely absent stays in the base.
/// </summary>
/// <param name="Official">The official members.</param>
/// <param name="Elsewhere">Of these, those active elsewhere for a time (sinh hoạt tạm thời nơi khác) who don't attend and vote.</param>
/// <param name="Exempt">Of these, those exempt from work and activities (miễn công tác và sinh hoạt) who don't attend and vote.</param>
/// <param name="Suspended">Of these, those whose Party activities are suspended: they are not summoned.</param>
/// <param name="Count">The base: how many count.</param>
public sealed record VoteBase(int Official, int Elsewhere, int Exempt, int Suspended, int Count)
{
    /// <summary>How many official members a cell needs in order to vote at all (ORG-01, ORG-02).</summary>
    public const int LeastOfficialMembers = 3;

    /// <summary>Whether the meeting can vote (ORG-02).</summary>
    public bool CanVote => Official >= LeastOfficialMembers && Count > 0;

    /// <summary>How many votes are more than half of the base.</summary>
    public int MoreThanHalf => (Count / 2) + 1;

    /// <summary>How many votes are two thirds of the base or more (ADM-12).</summary>
    public int TwoThirds => ((Count * 2) + 2) / 3;

    /// <summary>The base of a vote.</summary>
    /// <param name="members">The official members of the organization on the day, each once.</param>
    /// <param name="attendingAndVoting">Those who attend and vote, where that is known.</param>
    public static VoteBase Of(IReadOnlyCollection<MemberAtVote> members, IReadOnlySet<Guid> attendingAndVoting)
    {
        var suspended = members.Count(member => member.IsSuspended);
        var away = members.Where(member => !member.IsSuspended && !attendingAndVoting.Contains(member.MemberId)).ToList();
        var elsewhere = away.Count(member => member.IsElsewhere);
        var exempt = away.Count(member => member.IsExempt && !member.IsElsewhere);
        return new VoteBase(members.Count, elsewhere, exempt, suspended, members.Count - suspended - elsewhere - exempt);
    }
}

/// <summary>An official member as the rule of votes sees them.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="IsElsewhere">Whether they were introduced for temporary activity elsewhere (MEM-28, MEM-31).</param>
/// <param name="IsExempt">Whether they are exempt from work and activities (MEM-40).</param>
/// <param name="IsSuspended">Whether their Party activities are suspended (MEM-57).</param>
public sealed record MemberAtVote(Guid MemberId, bool IsElsewhere, bool IsExempt, bool IsSuspended);
