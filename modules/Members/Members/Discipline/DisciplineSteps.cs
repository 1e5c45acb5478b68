using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Discipline;

/// <summary>What follows a measure: the written decision, a complaint, its settlement.</summary>
internal sealed class DisciplineSteps(IWrite<MembersDbContext> write, MemberFiles files, IPolicies policies, MemberStatusChange statusChange)
{
    public Task<Result<DisciplinaryMeasure>> WriteAsync(WriteDisciplinaryDecisionInput input, CancellationToken cancellationToken) => write
        .Because(null, input.Decision.Citation)
        .RunAsync((db, ct) => WriteAsync(db, input, ct), cancellationToken);

    public Task<Result<DisciplinaryMeasure>> ReceiveAsync(ReceiveDisciplineComplaintInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => ReceiveAsync(db, input, ct), cancellationToken);

    public Task<Result<DisciplinaryMeasure>> SettleAsync(SettleDisciplineComplaintInput input, CancellationToken cancellationToken) => write
        .Because(null, input.Decision.Citation)
        .RunAsync((db, ct) => SettleAsync(db, input, ct), cancellationToken);

    private async Task<Result<DisciplinaryMeasure>> WriteAsync(MembersDbContext db, WriteDisciplinaryDecisionInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input, MembersPermissions.RecordDiscipline, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var measure = opened.Value;
        if (measure.DecidedOn is not null)
            return new DecisionIsWrittenAlready { Field = "input.decision" };
        List<Problem> problems = [.. input.Decision.Check(db.Today, "input.decision")];
        if (input.Decision.DecidedOn < measure.AnnouncedOn)
            problems.Add(new DecisionIsBeforeTheVote(input.Decision.DecidedOn, measure.AnnouncedOn) { Field = "input.decision.decidedOn" });
        if (problems.Count > 0)
            return problems;
        measure.Write(Wording.Clean(input.Decision.Number), input.Decision.DecidedOn);
        return measure;
    }

    private async Task<Result<DisciplinaryMeasure>> ReceiveAsync(MembersDbContext db, ReceiveDisciplineComplaintInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input, MembersPermissions.RecordDiscipline, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var measure = opened.Value;
        if (measure.DecidedOn is not { } decidedOn)
            return new ComplaintIsBeforeTheWrittenDecision { Field = "input.id" };
        if (measure.ComplaintReceivedOn is not null)
            return new ComplaintStandsElsewhere { Field = "input.id" };
        if (input.ReceivedOn > db.Today)
            return new DateLiesInTheFuture(input.ReceivedOn, db.Today) { Field = "input.receivedOn" };
        if (input.ReceivedOn < decidedOn)
            return new EffectiveDateIsBeforeEarlierFact(input.ReceivedOn, decidedOn) { Field = "input.receivedOn" };
        var policy = await policies.InForceOnAsync<DisciplinePolicy>(decidedOn, cancellationToken);
        if (input.ReceivedOn > decidedOn.AddDays(policy.ComplaintDays))
            return new ComplaintIsLate(decidedOn.AddDays(policy.ComplaintDays)) { Field = "input.receivedOn" };
        measure.Receive(input.ReceivedOn);
        return measure;
    }

    private async Task<Result<DisciplinaryMeasure>> SettleAsync(MembersDbContext db, SettleDisciplineComplaintInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input, MembersPermissions.SettleComplaints, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var measure = opened.Value;
        if (measure.ComplaintReceivedOn is not { } receivedOn || measure.ComplaintSettledOn is not null)
            return new ComplaintStandsElsewhere { Field = "input.id" };
        List<Problem> problems = [.. input.Decision.Check(db.Today, "input.decision")];
        if (input.SettledOn > db.Today)
            problems.Add(new DateLiesInTheFuture(input.SettledOn, db.Today) { Field = "input.settledOn" });
        if (input.SettledOn < receivedOn)
            problems.Add(new EffectiveDateIsBeforeEarlierFact(input.SettledOn, receivedOn) { Field = "input.settledOn" });
        if (problems.Count > 0)
            return problems;

        measure.Settle(input.Result, input.SettledOn, Wording.Clean(input.Decision.Number));
        return input.Result == ComplaintResult.Upheld && measure.Form == DisciplineForm.Expulsion
            ? await RestoreAsync(db, measure, input, cancellationToken)
            : measure;
    }

    /// <summary>Gives membership back. Somebody who has died, or was admitted anew since, keeps the status that they have.</summary>
    private async Task<Result<DisciplinaryMeasure>> RestoreAsync(
        MembersDbContext db, DisciplinaryMeasure measure, SettleDisciplineComplaintInput input, CancellationToken cancellationToken)
    {
        var member = await db.Members.SingleAsync(row => row.Id == measure.MemberId, cancellationToken);
        if (member.Status != MembershipStatus.Expelled)
            return measure;
        var restored = await statusChange.RunAsync(
            new ChangeMemberStatusInput
            {
                MemberId = measure.MemberId,
                ExpectedVersion = member.Version,
                Status = MembershipStatus.Official,
                EffectiveOn = input.SettledOn,
                Decision = input.Decision,
                OrganizationId = input.OrganizationId,
            },
            cancellationToken);
        return restored.Succeeded
            ? measure
            : restored.Problems.Select(problem => problem.Field == "input.effectiveOn" ? problem with { Field = "input.settledOn" } : problem).ToList();
    }

    private async Task<Result<DisciplinaryMeasure>> OpenAsync(
        MembersDbContext db, IMeasureStep step, string permission, CancellationToken cancellationToken)
    {
        var measure = await db.DisciplinaryMeasures.SingleOrDefaultAsync(row => row.Id == step.Id, cancellationToken);
        if (measure is null)
            return new NotFound("DisciplinaryMeasure") { Field = "input.id" };
        if (!await files.CoversAsync(db, permission, measure.OrganizationId, cancellationToken))
            return new MemberIsOutOfYourReach { Field = "input.id" };
        if (db.Access.MemberId == measure.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.id" };
        if (measure.Version != step.ExpectedVersion)
            return new StaleVersion(step.ExpectedVersion, measure.Version) { Field = "input.expectedVersion" };
        db.Expect(measure, step.ExpectedVersion);
        return measure;
    }
}
