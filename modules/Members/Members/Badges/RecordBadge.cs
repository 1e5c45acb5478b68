using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Policies;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>A badge of before that the register does not know yet.</summary>
internal sealed record RecordBadgeInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The step in years.</summary>
    public required int Years { get; init; }

    /// <summary>How it was awarded.</summary>
    public BadgeAward Award { get; init; }

    /// <summary>The day of the award.</summary>
    public required DateOnly AwardedOn { get; init; }

    /// <summary>The decision, where it is known.</summary>
    public MemberDecisionInput? Decision { get; init; }
}

[MutationType]
internal static class RecordBadge
{
    /// <summary>Records a badge that was awarded outside of the register's rounds (ghi nhận Huy hiệu đã tặng), by the file.</summary>
    [Requires(MembersPermissions.DecideBadges)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<MemberHasNoPartyAge>]
    [Error<ThereIsNoSuchBadge>]
    [Error<BadgeStepIsNotReached>]
    [Error<BadgeIsTooEarly>]
    [Error<AwardDoesNotFitTheMember>]
    [Error<BadgeWasAwardedAlready>]
    [Error<BadgeIsAwardedBeforeItsDecision>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<Member>> RecordBadgeAsync(RecordBadgeInput input, BadgeRecording recording, CancellationToken cancellationToken) =>
        recording.RunAsync(input, cancellationToken);
}

/// <summary>Records badges of before.</summary>
internal sealed class BadgeRecording(IWrite<MembersDbContext> write, MemberFiles files, IPolicies policies)
{
    public Task<Result<Member>> RunAsync(RecordBadgeInput input, CancellationToken cancellationToken) => write
        .Because(null, input.Decision?.Citation)
        .When("badge_is_awarded_once", () => new BadgeWasAwardedAlready(input.Years) { Field = "input.years" })
        .RunAsync((db, ct) => RecordAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> RecordAsync(MembersDbContext db, RecordBadgeInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.DecideBadges, cancellationToken);
        if (!found.Succeeded)
            return found;
        if (db.Access.MemberId == input.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        var eligibility = new BadgeEligibility(await policies.InForceOnAsync<BadgePolicy>(input.AwardedOn, cancellationToken), input.AwardedOn);
        List<Problem> problems =
        [
            .. CheckDays(input, db.Today),
            .. eligibility.Find(found.Value, input.Award, input.Years, "input").Problems,
        ];
        if (await db.Badges.AnyAsync(row => row.MemberId == input.MemberId && row.Years == input.Years, cancellationToken))
            problems.Add(new BadgeWasAwardedAlready(input.Years) { Field = "input.years" });
        if (problems.Count > 0)
            return problems;

        db.Badges.Add(new Badge
        {
            Id = Guid.CreateVersion7(),
            MemberId = input.MemberId,
            Years = input.Years,
            Award = input.Award,
            AwardedOn = input.AwardedOn,
            DecisionNumber = Wording.Clean(input.Decision?.Number),
            DecidedOn = input.Decision?.DecidedOn,
        });
        return found;
    }

    private static IEnumerable<Problem> CheckDays(RecordBadgeInput input, DateOnly today)
    {
        if (input.AwardedOn > today)
            yield return new DateLiesInTheFuture(input.AwardedOn, today) { Field = "input.awardedOn" };
        if (input.Decision?.DecidedOn > input.AwardedOn)
            yield return new BadgeIsAwardedBeforeItsDecision(input.AwardedOn, input.Decision.DecidedOn) { Field = "input.awardedOn" };
        foreach (var problem in input.Decision?.Check(today, "input.decision") ?? [])
            yield return problem;
    }
}
