using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Exemptions;

/// <summary>Takes requests for exemption from the asking to the report upward.</summary>
internal sealed class ExemptionSteps(IWrite<MembersDbContext> write, MemberFiles files, MemberFlags flags)
{
    /// <summary>How long a reason can be.</summary>
    public const int ReasonLength = 500;

    public Task<Result<ExemptionRequest>> RequestAsync(RequestExemptionInput input, CancellationToken cancellationToken) => write
        .When("exemption_is_asked_for_once", () => new ExemptionIsAskedForAlready { Field = "input.memberId" })
        .RunAsync((db, ct) => RequestAsync(db, input, ct), cancellationToken);

    public Task<Result<ExemptionRequest>> DecideAsync(DecideExemptionInput input, CancellationToken cancellationToken) => write
        .Because(null, input.Decision.Citation)
        .When("flag_is_set_once_a_day", () => new FlagIsSetAlready(MembershipFlag.Exempt) { Field = "input.from" })
        .RunAsync((db, ct) => DecideAsync(db, input, ct), cancellationToken);

    public Task<Result<ExemptionRequest>> ReportAsync(ReportExemptionInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => ReportAsync(db, input, ct), cancellationToken);

    private async Task<Result<ExemptionRequest>> RequestAsync(MembersDbContext db, RequestExemptionInput input, CancellationToken cancellationToken)
    {
        var opened = await files.OpenAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.KeepExemptions, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var file = opened.Value;
        List<Problem> problems = [.. Check(file, input, db.Today)];
        if (await db.ExemptionRequests.AnyAsync(row => row.MemberId == input.MemberId && row.State == ExemptionState.Requested, cancellationToken))
            problems.Add(new ExemptionIsAskedForAlready { Field = "input.memberId" });
        if (problems.Count > 0)
            return problems;
        var request = Ask(input);
        db.ExemptionRequests.Add(request);
        return request;
    }

    private async Task<Result<ExemptionRequest>> DecideAsync(MembersDbContext db, DecideExemptionInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var (request, member) = opened.Value;
        if (db.Access.MemberId == member.Id)
            return new NobodyActsOnTheirOwnCase { Field = "input.id" };
        if (request.State != ExemptionState.Requested)
            return new RequestStandsElsewhere { Field = "input.id" };
        List<Problem> problems = [.. CheckDecision(request, input, db.Today)];
        if (problems.Count > 0)
            return problems;

        request.Decide(input.IsGranted, input.Decision.DecidedOn, Wording.Clean(input.Decision.Number));
        if (!input.IsGranted)
            return request;
        var set = await flags.SetAsync(
            db, new SetMemberFlagInput
            {
                MemberId = member.Id,
                ExpectedVersion = member.Version,
                Flag = MembershipFlag.Exempt,
                From = input.From!.Value,
                Until = input.Until,
                Decision = input.Decision,
            },
            MembersPermissions.KeepExemptions, cancellationToken);
        return set.Succeeded ? request : set.Problems.Select(Placed).ToList();
    }

    private async Task<Result<ExemptionRequest>> ReportAsync(MembersDbContext db, ReportExemptionInput input, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(db, input.Id, input.ExpectedVersion, cancellationToken);
        if (!opened.Succeeded)
            return opened.Problems.ToList();
        var request = opened.Value.Request;
        if (request is not { State: ExemptionState.Granted, DecidedOn: { } decidedOn, ReportedOn: null })
            return new RequestStandsElsewhere { Field = "input.id" };
        List<Problem> problems = [.. CheckReport(input.ReportedOn, decidedOn, db.Today)];
        if (problems.Count > 0)
            return problems;
        request.Report(input.ReportedOn);
        return request;
    }

    private async Task<Result<(ExemptionRequest Request, Member Member)>> OpenAsync(
        MembersDbContext db, Guid id, int expectedVersion, CancellationToken cancellationToken)
    {
        var request = await db.ExemptionRequests.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (request is null)
            return new NotFound("ExemptionRequest") { Field = "input.id" };
        var member = await db.Members.SingleAsync(row => row.Id == request.MemberId, cancellationToken);
        if (!await files.CoversAsync(db, MembersPermissions.KeepExemptions, member.OrganizationId, cancellationToken))
            return new MemberIsOutOfYourReach { Field = "input.id" };
        if (request.Version != expectedVersion)
            return new StaleVersion(expectedVersion, request.Version) { Field = "input.expectedVersion" };
        db.Expect(request, expectedVersion);
        return (request, member);
    }

    /// <summary>The request as the member asks it.</summary>
    public static ExemptionRequest Ask(RequestExemptionInput input) => new()
    {
        Id = Guid.CreateVersion7(),
        MemberId = input.MemberId,
        Ground = input.Ground,
        RequestedOn = input.RequestedOn,
        IsOral = input.IsOral,
        Reason = Wording.Clean(input.Reason),
    };

    /// <summary>What stands against the day of a report upward.</summary>
    public static IEnumerable<Problem> CheckReport(DateOnly reportedOn, DateOnly decidedOn, DateOnly today)
    {
        if (reportedOn > today)
            yield return new DateLiesInTheFuture(reportedOn, today) { Field = "input.reportedOn" };
        else if (reportedOn < decidedOn)
            yield return new EffectiveDateIsBeforeEarlierFact(reportedOn, decidedOn) { Field = "input.reportedOn" };
    }

    /// <summary>What stands against a request.</summary>
    public static IEnumerable<Problem> Check(MemberFile file, RequestExemptionInput input, DateOnly today)
    {
        if (!file.Member.Status.IsMember())
            yield return new FlagsAreSetOnMembersOnly { Field = "input.memberId" };
        if (file.Flags.Exists(flag => flag.Flag == MembershipFlag.Exempt))
            yield return new FlagIsSetAlready(MembershipFlag.Exempt) { Field = "input.memberId" };
        if (input.RequestedOn > today)
            yield return new DateLiesInTheFuture(input.RequestedOn, today) { Field = "input.requestedOn" };
        if (input.RequestedOn < file.Membership?.CeremonyOn)
            yield return new EffectiveDateIsBeforeEarlierFact(input.RequestedOn, file.Membership.CeremonyOn.Value) { Field = "input.requestedOn" };
        foreach (var problem in Wording.CheckLength(input.Reason, ReasonLength, "input.reason"))
            yield return problem;
    }

    /// <summary>What stands against the cell's decision, but for the exemption itself.</summary>
    public static IEnumerable<Problem> CheckDecision(ExemptionRequest request, DecideExemptionInput input, DateOnly today)
    {
        if (input.Decision.DecidedOn < request.RequestedOn)
            yield return new DecisionIsBeforeTheRequest(input.Decision.DecidedOn, request.RequestedOn) { Field = "input.decision.decidedOn" };
        if (input.IsGranted && input.From is null)
            yield return new InvalidInput(new LocalizedText("Phải có ngày bắt đầu miễn.", "The first day is needed.")) { Field = "input.from" };
        if (input.IsGranted && input.Until is null && request.Ground != ExemptionGround.OldOrWeak)
            yield return new OtherExemptionsHaveAnEnd { Field = "input.until" };
        foreach (var problem in input.Decision.Check(today, "input.decision"))
            yield return problem;
    }

    private static Problem Placed(Problem problem) =>
        problem.Field is "input.memberId" or "input.flag" or "input.expectedVersion" ? problem with { Field = "input.id" } : problem;
}
