using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>A badge that was lost or damaged and is issued again.</summary>
internal sealed record ReissueBadgeInput
{
    /// <summary>The member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The step in years.</summary>
    public required int Years { get; init; }

    /// <summary>The day on which it was issued again.</summary>
    public required DateOnly ReissuedOn { get; init; }

    /// <summary>The good reason: how it was lost or damaged.</summary>
    public required string Reason { get; init; }

    /// <summary>The province's decision.</summary>
    public required MemberDecisionInput Decision { get; init; }
}

[MutationType]
internal static class ReissueBadge
{
    /// <summary>Records that a lost or damaged badge was issued again (cấp lại, đổi Huy hiệu Đảng).</summary>
    [Requires(MembersPermissions.DecideBadges)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<BadgeIsNotHeld>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<Member>> ReissueBadgeAsync(ReissueBadgeInput input, BadgeReissue reissue, CancellationToken cancellationToken) =>
        reissue.RunAsync(input, cancellationToken);
}

/// <summary>Issues badges again.</summary>
internal sealed class BadgeReissue(IWrite<MembersDbContext> write, MemberFiles files)
{
    public Task<Result<Member>> RunAsync(ReissueBadgeInput input, CancellationToken cancellationToken) => write
        .Because(Wording.Clean(input.Reason), input.Decision.Citation)
        .RunAsync((db, ct) => ReissueAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> ReissueAsync(MembersDbContext db, ReissueBadgeInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.DecideBadges, cancellationToken);
        if (!found.Succeeded)
            return found;
        if (db.Access.MemberId == input.MemberId)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        var badge = await db.Badges.SingleOrDefaultAsync(row => row.MemberId == input.MemberId && row.Years == input.Years && row.ReturnedOn == null, cancellationToken);
        if (badge is null)
            return new BadgeIsNotHeld { Field = "input.years" };
        List<Problem> problems = [.. input.Decision.Check(db.Today, "input.decision")];
        if (Wording.Clean(input.Reason) is null)
            problems.Add(new InvalidInput(new LocalizedText("Phải nêu lý do cấp lại.", "Say why it is issued again.")) { Field = "input.reason" });
        if (input.ReissuedOn > db.Today)
            problems.Add(new DateLiesInTheFuture(input.ReissuedOn, db.Today) { Field = "input.reissuedOn" });
        var former = badge.ReissuedOn ?? badge.AwardedOn;
        if (input.ReissuedOn <= former)
            problems.Add(new EffectiveDateIsBeforeEarlierFact(input.ReissuedOn, former.AddDays(1)) { Field = "input.reissuedOn" });
        if (problems.Count > 0)
            return problems;

        badge.ReissuedOn = input.ReissuedOn;
        return found;
    }
}
