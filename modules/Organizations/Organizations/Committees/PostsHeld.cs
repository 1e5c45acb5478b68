using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Register;

namespace Modular.Organizations.Committees;

/// <summary>The posts of a committee that are held, and whether there is room for one more.</summary>
internal sealed record PostsHeld(
    string Kind, CommitteeTerm Term, IReadOnlyList<CommitteePost> Held, CommitteeSizingPolicy Policy)
{
    /// <summary>All that stands against giving this post to this member.</summary>
    public IEnumerable<Problem> Against(CommitteePostKind post, Guid memberId)
    {
        if (Held.FirstOrDefault(held => held.MemberId == memberId) is { } own)
            yield return new MemberAlreadyHoldsAPost(own.Post) { Field = "input.memberId" };
        if (Room(post) is { } full)
            yield return full with { Field = "input.post" };
    }

    /// <summary>What stands against a post that begins on this day.</summary>
    public static IEnumerable<Problem> Within(CommitteeTerm term, DateOnly day)
    {
        if (!term.Valid.Holds(day))
        {
            DateOnly? last = term.Valid.UpperBoundInfinite ? null : term.Valid.UpperBound.AddDays(-1);
            yield return new PostIsOutsideItsTerm(day, term.Valid.LowerBound, last) { Field = "input.effectiveOn" };
        }
    }

    private Problem? Room(CommitteePostKind post)
    {
        var isCell = OrganizationKinds.HoldsMembers(Kind);
        if (post == CommitteePostKind.Secretary && Count(post) > 0)
            return new PostIsTaken(post, 1);
        if (post == CommitteePostKind.DeputySecretary && isCell && Count(post) >= Policy.CellDeputySecretariesMaximum)
            return new PostIsTaken(post, Policy.CellDeputySecretariesMaximum);
        if (Term.CommitteeSize == 0)
            return post is CommitteePostKind.Secretary or CommitteePostKind.DeputySecretary ? null : new CellHasNoCommittee(post);
        if (Held.Count >= Term.CommitteeSize)
            return new CommitteeIsFull(Term.CommitteeSize);
        return IsStanding(post) && HasNoRoomInStandingCommittee(post) ? new StandingCommitteeIsFull(Term.StandingSize) : null;
    }

    // Secretary and deputies belong to the standing committee where there is one; where there is none only they lead.
    private bool HasNoRoomInStandingCommittee(CommitteePostKind post) => Term.StandingSize == 0
        ? post == CommitteePostKind.StandingMember
        : Held.Count(held => IsStanding(held.Post)) >= Term.StandingSize;

    private int Count(CommitteePostKind post) => Held.Count(held => held.Post == post);

    private static bool IsStanding(CommitteePostKind post) => post != CommitteePostKind.Member;
}
