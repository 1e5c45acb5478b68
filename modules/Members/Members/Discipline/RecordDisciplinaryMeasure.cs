using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Transfers.BetweenProvinces;
using Modular.Organizations.Contracts;

namespace Modular.Members.Discipline;

[MutationType]
internal static class RecordDisciplinaryMeasure
{
    /// <summary>
    /// Records a disciplinary measure (kỷ luật đảng viên): it takes effect on the day on which the vote was announced (MEM-52). Removal from post ends the post, expulsion
    /// ends membership. Nobody records one against themselves.
    /// </summary>
    [Requires(MembersPermissions.RecordDiscipline)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<OnlyMembersAreDisciplined>]
    [Error<FormIsNotForProbationaryMembers>]
    [Error<MemberHoldsNoPost>]
    [Error<DecidingBodyIsNotAboveTheMember>]
    [Error<DecidingBodyIsOutOfYourReach>]
    [Error<CellsReprimandAndWarnOnly>]
    [Error<CellsOnlyProposeOnTasksOfSuperiors>]
    [Error<ExpulsionWasNotDelegated>]
    [Error<VotesExceedTheirBase>]
    [Error<VoteBaseExceedsTheCell>]
    [Error<MeasureLacksItsMajority>]
    [Error<ExpulsionLacksItsProposal>]
    [Error<MemberIsNotJudgedNow>]
    [Error<MemberIsHeardBeforeTheVote>]
    [Error<WhoStaysAwayWasInvitedSeveralTimes>]
    [Error<LimitationHasPassed>]
    [Error<MeasureIsBeforeTheFault>]
    [Error<MeasureNeedsItsDecision>]
    [Error<DecisionIsBeforeTheVote>]
    [Error<DateLiesInTheFuture>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<StatusMayNotFollow>]
    [Error<MemberIsTakenInElsewhere>]
    public static Task<Result<DisciplinaryMeasure>> RecordDisciplinaryMeasureAsync(
        RecordDisciplinaryMeasureInput input, DisciplineRecording recording, CancellationToken cancellationToken) => recording.RunAsync(input, cancellationToken);
}

/// <summary>Records measures.</summary>
internal sealed class DisciplineRecording(
    IWrite<MembersDbContext> write, MemberFiles files, IPolicies policies, IOrganizationDirectory organizations, IOrganizationMembership membership, ICommitteePosts posts,
    MemberStatusChange statusChange)
{
    public Task<Result<DisciplinaryMeasure>> RunAsync(RecordDisciplinaryMeasureInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Fault), input.Decision?.Citation)
        .RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);

    private async Task<Result<DisciplinaryMeasure>> RecordAsync(
        MembersDbContext db, RecordDisciplinaryMeasureInput input, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.RecordDiscipline, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var file = opened.Value;
        if (db.Access.MemberId == input.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        var policy = await policies.InForceOnAsync<DisciplinePolicy>(input.AnnouncedOn, cancellationToken);
        var rules = new DisciplineRules(input, file, policy, db.Today);
        List<Problem> problems = [.. rules.Check(), .. await CheckBodyAsync(db, input, file, rules, cancellationToken)];
        if (problems.Count > 0)
            return problems;

        var measure = Measure(input, file);
        db.DisciplinaryMeasures.Add(measure);
        if (input.Form == DisciplineForm.RemovalFromPost)
            write.Raise(new CommitteePostsAreToEnd(input.MemberId, input.AnnouncedOn, CommitteePostsEndReason.Disciplined, input.RemovedFromOrganizationId));
        if (input.Form != DisciplineForm.Expulsion)
            return measure;
        var expelled = await statusChange.RunAsync(Expulsion(input), cancellationToken);
        return expelled.Succeeded ? measure : expelled.Problems.Select(Placed).ToList();
    }

    private async Task<IEnumerable<Problem>> CheckBodyAsync(
        MembersDbContext db, RecordDisciplinaryMeasureInput input, MemberFile file, DisciplineRules rules, CancellationToken cancellationToken)
    {
        var cellId = file.Member.OrganizationId;
        var found = await organizations.FindAsync([input.DecidedByOrganizationId, cellId], input.AnnouncedOn, cancellationToken);
        if (!found.TryGetValue(input.DecidedByOrganizationId, out var body))
            return [new NotFound("Organization") { Field = "input.decidedByOrganizationId" }];
        if (!await files.CoversAsync(db, MembersPermissions.RecordDiscipline, body.Id, cancellationToken))
            return [new DecidingBodyIsOutOfYourReach { Field = "input.decidedByOrganizationId" }];
        var counts = await membership.CountOfficialMembersAsync([cellId], input.AnnouncedOn, cancellationToken);
        return [.. rules.CheckBody(body, found.GetValueOrDefault(cellId), counts.GetValueOrDefault(cellId)), .. await CheckPostAsync(input, cancellationToken)];
    }

    private async Task<IEnumerable<Problem>> CheckPostAsync(RecordDisciplinaryMeasureInput input, CancellationToken cancellationToken)
    {
        if (input.Form != DisciplineForm.RemovalFromPost)
            return [];
        var held = await posts.FindOrganizationsAsync(input.MemberId, input.AnnouncedOn, cancellationToken);
        var holds = input.RemovedFromOrganizationId is { } organization ? held.Contains(organization) : held.Count > 0;
        return holds ? [] : [new MemberHoldsNoPost { Field = "input.form" }];
    }

    private static DisciplinaryMeasure Measure(RecordDisciplinaryMeasureInput input, MemberFile file)
    {
        var measure = new DisciplinaryMeasure
        {
            Id = Guid.CreateVersion7(),
            MemberId = input.MemberId,
            OrganizationId = file.Member.OrganizationId,
            Form = input.Form,
            Ground = input.Ground,
            Fault = Wording.Clean(input.Fault)!,
            FaultEndedOn = input.FaultEndedOn,
            DecidedByOrganizationId = input.DecidedByOrganizationId,
            VoteBase = input.Vote.Base,
            VotesInFavour = input.Vote.InFavour,
            ProposalBase = input.Proposal?.Base,
            ProposalInFavour = input.Proposal?.InFavour,
            Hearing = input.Hearing,
            HeardOn = input.HeardOn,
            InvitedOn = [.. (input.InvitedOn ?? []).Order()],
            HearingNote = Wording.Clean(input.HearingNote),
            AnnouncedOn = input.AnnouncedOn,
            RemovedFromOrganizationId = input.Form == DisciplineForm.RemovalFromPost ? input.RemovedFromOrganizationId : null,
        };
        if (input.Decision is { } decision)
            measure.Write(Wording.Clean(decision.Number), decision.DecidedOn);
        return measure;
    }

    private static ChangeMemberStatusInput Expulsion(RecordDisciplinaryMeasureInput input) => new()
    {
        MemberId = input.MemberId,
        ExpectedVersion = input.ExpectedVersion,
        Status = MembershipStatus.Expelled,
        EffectiveOn = input.AnnouncedOn,
        Decision = input.Decision,
        Reason = input.Fault,
    };

    private static Problem Placed(Problem problem) => problem.Field == "input.effectiveOn" ? problem with { Field = "input.announcedOn" } : problem;
}
