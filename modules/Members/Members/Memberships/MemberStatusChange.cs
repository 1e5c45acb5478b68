using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Entities;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Cells;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.People;
using Modular.Members.Transfers;
using Modular.Members.Transfers.BetweenProvinces;
using Modular.Organizations.Contracts;

namespace Modular.Members.Memberships;

/// <summary>Takes a person from one status to the next, as members §2.3 allows.</summary>
internal sealed class MemberStatusChange(
    IWrite<MembersDbContext> write, MemberFiles files, OpenCells cells, IPolicies policies, TransferClosing transfers, FactCorrection correction,
    IEnumerable<IRecognitionObjection> objections)
{
    /// <summary>Makes the step as the end of a procedure, whose rules were checked.</summary>
    public Task<Result<Member>> RunAsync(ChangeMemberStatusInput input, CancellationToken cancellationToken) => RunAsync(input, isDirect: false, cancellationToken);

    /// <summary>Makes the step for somebody who records it directly: what a procedure leads to, as a correction only.</summary>
    public Task<Result<Member>> RunDirectlyAsync(ChangeMemberStatusInput input, CancellationToken cancellationToken) => RunAsync(input, isDirect: true, cancellationToken);

    private Task<Result<Member>> RunAsync(ChangeMemberStatusInput input, bool isDirect, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Decision?.Citation)
        .RunAsync((db, ct) => ChangeAsync(db, input, isDirect, ct), cancellationToken);

    private async Task<Result<Member>> ChangeAsync(MembersDbContext db, ChangeMemberStatusInput input, bool isDirect, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.ChangeStatus, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var file = opened.Value;
        if (db.Access.MemberId == file.Member.Id)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        if (StatusTransitions.Find(file.Status.Status, input.Status) is not { } transition)
            return Refuse(file.Status.Status, input.Status);
        var asked = new AskedCorrection(input.AsCorrection, input.Reason, "input.status");
        if (isDirect && await correction.CheckAsync(db, file.Member, transition.Procedure, asked, cancellationToken) is { } procedureFirst)
            return procedureFirst;

        var policy = await policies.InForceOnAsync<AdmissionPolicy>(input.EffectiveOn ?? db.Today, cancellationToken);
        var step = new StatusStep(file, transition, input, policy, db.Today);
        List<Problem> problems = [.. step.Check()];
        if (step.EffectiveOn is { } effectiveOn && transition.LeadsIntoACell)
            problems.AddRange(await CheckReturnAsync(db, step, effectiveOn, cancellationToken));
        if (!transition.To.IsFinal() && await TransferClosing.IsOnTheWayToAnotherProvinceAsync(db, file.Member.Id, cancellationToken))
            problems.Add(new MemberIsOnTheWayToAnotherProvince { Field = "input.memberId" });
        if (transition.IsRecognition)
            problems.AddRange(await CheckRecognitionAsync(file.Member.Id, input.Decision?.DecidedOn ?? db.Today, cancellationToken));
        if (problems.Count > 0)
            return problems;

        step.ApplyTo(db);
        if (transition.To.IsFinal() && await transfers.LapseAsync(db, file.Member.Id, step.EffectiveOn!.Value, cancellationToken) is { } tooLate)
            return tooLate with { Field = "input.memberId" };
        if (transition.LeadsIntoACell)
            write.Raise(new MemberAssigned(file.Member.Id, null, step.OrganizationId, AssignmentKind.Official, step.EffectiveOn!.Value));
        if (transition.To.IsFinal())
            write.Raise(new CommitteePostsAreToEnd(file.Member.Id, step.EffectiveOn!.Value, PostsEndAs(transition.To)));
        write.Raise(new MemberStatusChanged(
            file.Member.Id, file.Member.OrganizationId, transition.From, transition.To, step.EffectiveOn!.Value));
        return file.Member;
    }

    private async Task<List<Problem>> CheckRecognitionAsync(Guid memberId, DateOnly decidedOn, CancellationToken cancellationToken)
    {
        List<Problem> problems = [];
        foreach (var module in objections)
            problems.AddRange((await module.FindAsync([memberId], decidedOn, cancellationToken)).Select(RecognitionLacksSomething.Of));

        return problems;
    }

    private async Task<IReadOnlyList<Problem>> CheckReturnAsync(
        MembersDbContext db, StatusStep step, DateOnly effectiveOn, CancellationToken cancellationToken)
    {
        List<Problem> problems = [];
        if (step.Transition.IsRestoration || step.Transition.IsArrival)
        {
            var memberId = step.File.Member.Id;
            var previous = await db.Statuses.IgnoreQueryFilters([ModuleDbContext.ScopeFilter])
                .Where(row => row.MemberId == memberId && row.Id != step.File.Status.Id)
                .OrderByDescending(row => row.Valid.LowerBound).Select(row => row.Status).FirstAsync(cancellationToken);
            if (previous != step.Transition.To)
                problems.Add(Refuse(step.Transition, previous) with { Field = "input.status" });
        }

        var cell = await cells.HoldAsync(db, step.OrganizationId, effectiveOn, MembersPermissions.ChangeStatus, cancellationToken);
        problems.AddRange(cell.Problems);
        return problems;
    }

    private static CommitteePostsEndReason PostsEndAs(MembershipStatus status) => status switch
    {
        MembershipStatus.Deceased => CommitteePostsEndReason.Deceased,
        MembershipStatus.Expelled => CommitteePostsEndReason.Disciplined,
        _ => CommitteePostsEndReason.Left,
    };

    private static Problem Refuse(StatusTransition transition, MembershipStatus previous) => transition.IsArrival
        ? new WhoComesBackStandsAsBefore(previous)
        : new RestorationGivesBackThePreviousStatus(previous);

    private static Problem Refuse(MembershipStatus from, MembershipStatus to) =>
        from == MembershipStatus.Probationary && to == MembershipStatus.Expelled
            ? new ProbationaryMembersAreNotExpelled { Field = "input.status" }
            : new StatusMayNotFollow(from, to) { Field = "input.status" };
}
