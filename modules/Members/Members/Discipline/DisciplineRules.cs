using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Organizations.Contracts;

namespace Modular.Members.Discipline;

/// <summary>The rules of a disciplinary measure that need nothing but what was read (MEM-50 to MEM-58, REM-01, REM-03).</summary>
internal sealed class DisciplineRules(RecordDisciplinaryMeasureInput input, MemberFile file, DisciplinePolicy policy, DateOnly today)
{
    /// <summary>How many characters the fault, and what the member said, may take.</summary>
    public const int FaultLength = 2000;

    private const int MostInvitations = 20;

    /// <summary>What stands against the measure, but for who decides.</summary>
    public IEnumerable<Problem> Check() =>
        [.. CheckMember(), .. CheckDays(), .. CheckFault(), .. CheckHearing(), .. input.Decision?.Check(today, "input.decision") ?? []];

    /// <summary>What stands against the body and its vote.</summary>
    /// <param name="body">The organization that decided, as it stood on the day of the vote.</param>
    /// <param name="cell">The member's cell on that day.</param>
    /// <param name="officialMembers">The official members of the cell on that day.</param>
    public IEnumerable<Problem> CheckBody(OrganizationSummary body, OrganizationSummary? cell, int officialMembers)
    {
        if (body.Path is null || cell?.Path?.StartsWith(body.Path, StringComparison.Ordinal) != true)
            yield return new DecidingBodyIsNotAboveTheMember { Field = "input.decidedByOrganizationId" };
        var isCell = OrganizationKinds.HoldsMembers(body.Kind);
        if (isCell && input.Form is DisciplineForm.RemovalFromPost or DisciplineForm.Expulsion)
            yield return new CellsReprimandAndWarnOnly { Field = "input.decidedByOrganizationId" };
        else if (isCell && input.Ground == DisciplineGround.TaskOfSuperior)
            yield return new CellsOnlyProposeOnTasksOfSuperiors { Field = "input.ground" };
        if (body is { Kind: OrganizationKinds.GrassrootsCommittee, MayExpel: false } && input.Form == DisciplineForm.Expulsion)
            yield return new ExpulsionWasNotDelegated { Field = "input.decidedByOrganizationId" };
        foreach (var problem in (Problem[])[.. CheckVote(isCell ? officialMembers : null), .. CheckProposal(officialMembers)])
            yield return problem;
    }

    private IEnumerable<Problem> CheckMember()
    {
        if (!file.Member.Status.IsMember())
            yield return new OnlyMembersAreDisciplined { Field = "input.memberId" };
        else if (file.Member.Status == MembershipStatus.Probationary && input.Form is DisciplineForm.RemovalFromPost or DisciplineForm.Expulsion)
            yield return new FormIsNotForProbationaryMembers { Field = "input.form" };
        if (input.Hindrance is { } hindrance)
            yield return new MemberIsNotJudgedNow(hindrance) { Field = "input.hindrance" };
        if (input.Decision is null && input.Form is DisciplineForm.RemovalFromPost or DisciplineForm.Expulsion)
            yield return new MeasureNeedsItsDecision { Field = "input.decision" };
    }

    private IEnumerable<Problem> CheckDays()
    {
        if (input.AnnouncedOn > today)
            yield return new DateLiesInTheFuture(input.AnnouncedOn, today) { Field = "input.announcedOn" };
        if (input.AnnouncedOn < file.Membership?.CeremonyOn)
            yield return new EffectiveDateIsBeforeEarlierFact(input.AnnouncedOn, file.Membership.CeremonyOn.Value) { Field = "input.announcedOn" };
        if (input.AnnouncedOn < input.FaultEndedOn)
            yield return new MeasureIsBeforeTheFault(input.AnnouncedOn, input.FaultEndedOn) { Field = "input.announcedOn" };
        if (input.Decision?.DecidedOn < input.AnnouncedOn)
            yield return new DecisionIsBeforeTheVote(input.Decision.DecidedOn, input.AnnouncedOn) { Field = "input.decision.decidedOn" };
        if (policy.LimitationMonths(input.Form) is { } months && input.FaultEndedOn.AddMonths(months) is var until && until < input.AnnouncedOn)
            yield return new LimitationHasPassed(until) { Field = "input.form" };
    }

    private IEnumerable<Problem> CheckFault()
    {
        if (Wording.Clean(input.Fault) is null)
            yield return new InvalidInput(new LocalizedText("Phải nêu nội dung vi phạm.", "Say what the fault is.")) { Field = "input.fault" };
        foreach (var problem in Wording.CheckLength(input.Fault, FaultLength, "input.fault"))
            yield return problem;
    }

    // Before deciding, the body hears the member; whoever was invited several times and stayed away is judged nevertheless.
    private IEnumerable<Problem> CheckHearing()
    {
        var invited = (input.InvitedOn ?? []).Distinct().ToList();
        if (input.Hearing == DisciplineHearing.Heard ? input.HeardOn is null || input.HeardOn > input.AnnouncedOn : input.HeardOn is not null)
            yield return new MemberIsHeardBeforeTheVote { Field = "input.heardOn" };
        if (invited.Exists(day => day > input.AnnouncedOn) || (input.Hearing == DisciplineHearing.StayedAwayWithoutReason && invited.Count < policy.LeastInvitations))
            yield return new WhoStaysAwayWasInvitedSeveralTimes(policy.LeastInvitations) { Field = "input.invitedOn" };
        if (input.InvitedOn?.Count > MostInvitations)
            yield return new InvalidInput(new LocalizedText($"Không quá {MostInvitations} lần mời.", $"There are at most {MostInvitations} invitations.")) { Field = "input.invitedOn" };
        foreach (var problem in Wording.CheckLength(input.HearingNote, FaultLength, "input.hearingNote"))
            yield return problem;
    }

    private IEnumerable<Problem> CheckVote(int? officialMembers)
    {
        if (CheckCount(input.Vote, officialMembers, "input.vote") is { } wrong)
            yield return wrong;
        else if (input.Vote.InFavour * 2 <= input.Vote.Base)
            yield return new MeasureLacksItsMajority(input.Vote.InFavour, (input.Vote.Base / 2) + 1) { Field = "input.vote.inFavour" };
    }

    // Two thirds of the cell propose an expulsion.
    private IEnumerable<Problem> CheckProposal(int officialMembers)
    {
        if (input.Form != DisciplineForm.Expulsion)
            yield break;
        var needed = ((officialMembers * 2) + 2) / 3;
        if (input.Proposal is not { } proposal)
            yield return new ExpulsionLacksItsProposal(0, needed) { Field = "input.proposal" };
        else if (CheckCount(proposal, officialMembers, "input.proposal") is { } wrong)
            yield return wrong;
        else if (proposal.InFavour * 3 < proposal.Base * 2)
            yield return new ExpulsionLacksItsProposal(proposal.InFavour, ((proposal.Base * 2) + 2) / 3) { Field = "input.proposal.inFavour" };
    }

    private static Problem? CheckCount(VoteInput vote, int? officialMembers, string path)
    {
        if (vote.Base < 1 || vote.InFavour < 0 || vote.InFavour > vote.Base)
            return new VotesExceedTheirBase(vote.InFavour, vote.Base) { Field = $"{path}.inFavour" };
        return vote.Base > officialMembers ? new VoteBaseExceedsTheCell(vote.Base, officialMembers.Value) { Field = $"{path}.base" } : null;
    }
}
