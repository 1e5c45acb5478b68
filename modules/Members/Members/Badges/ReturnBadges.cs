using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Contracts;
using Modular.Members.Data;
using Modular.Members.Memberships;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>Badges that somebody who left the Party returned, or does not return.</summary>
internal sealed record ReturnBadgesInput
{
    /// <summary>The former member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which they were returned, or on which it was established that they do not come back.</summary>
    public required DateOnly ReturnedOn { get; init; }

    /// <summary>The badges by their years; all that are still owed where left out.</summary>
    public IReadOnlyList<int>? Years { get; init; }

    /// <summary>Who took them back.</summary>
    public string? TakenBy { get; init; }

    /// <summary>Why they do not come back; left out where they did.</summary>
    public string? NotReturnedBecause { get; init; }
}

[MutationType]
internal static class ReturnBadges
{
    /// <summary>
    /// Records that somebody who was expelled or removed, or left, returned badges (nộp lại Huy hiệu Đảng), or why they do not come back (MEM-16, MEM-44). What does not
    /// come back is no longer waited for; if it comes back after all, that is recorded too.
    /// </summary>
    [Requires(MembersPermissions.ProposeBadges)]
    [Error<MemberIsOutOfYourReach>]
    [Error<NobodyActsOnTheirOwnCase>]
    [Error<OnlyThoseWhoWereRemovedReturnBadges>]
    [Error<BadgeIsNotHeld>]
    [Error<EffectiveDateIsBeforeEarlierFact>]
    [Error<DateLiesInTheFuture>]
    public static Task<Result<Member>> ReturnBadgesAsync(ReturnBadgesInput input, BadgeReturn returning, CancellationToken cancellationToken) =>
        returning.RunAsync(input, cancellationToken);
}

/// <summary>Takes badges back.</summary>
internal sealed class BadgeReturn(IWrite<MembersDbContext> write, MemberFiles files)
{
    public Task<Result<Member>> RunAsync(ReturnBadgesInput input, CancellationToken cancellationToken) =>
        write.RunAsync((db, ct) => ReturnAsync(db, input, ct), cancellationToken);

    private async Task<Result<Member>> ReturnAsync(MembersDbContext db, ReturnBadgesInput input, CancellationToken cancellationToken)
    {
        var found = await files.FindAsync(db, input.MemberId, input.ExpectedVersion, MembersPermissions.ProposeBadges, cancellationToken);
        if (!found.Succeeded)
            return found;
        var member = found.Value;
        if (db.Access.MemberId == member.Id)
            return new NobodyActsOnTheirOwnCase { Field = "input.memberId" };
        if (member.Status is not (MembershipStatus.Expelled or MembershipStatus.NameRemoved or MembershipStatus.LeftOnRequest))
            return new OnlyThoseWhoWereRemovedReturnBadges { Field = "input.memberId" };
        if (input.ReturnedOn > db.Today)
            return new DateLiesInTheFuture(input.ReturnedOn, db.Today) { Field = "input.returnedOn" };
        if (input.ReturnedOn < member.LeftOn)
            return new EffectiveDateIsBeforeEarlierFact(input.ReturnedOn, member.LeftOn.Value) { Field = "input.returnedOn" };
        if (ReturnRules.Check(input.TakenBy, input.NotReturnedBecause).ToList() is { Count: > 0 } problems)
            return problems;
        var held = await db.Badges.Where(row => row.MemberId == member.Id && row.ReturnedOn == null).ToListAsync(cancellationToken);
        var owed = held.Where(badge => input.Years?.Contains(badge.Years) ?? (badge.NotReturnedOn is null || input.NotReturnedBecause is null)).ToList();
        if (owed.Count == 0 || input.Years?.Any(years => !owed.Exists(badge => badge.Years == years)) == true)
            return new BadgeIsNotHeld { Field = input.Years is null ? "input.memberId" : "input.years" };
        foreach (var badge in owed)
            Settle(badge, input);
        return member;
    }

    private static void Settle(Badge badge, ReturnBadgesInput input)
    {
        var comesBack = Wording.Clean(input.NotReturnedBecause) is null;
        badge.ReturnedOn = comesBack ? input.ReturnedOn : null;
        badge.ReturnTakenBy = comesBack ? Wording.Clean(input.TakenBy) : null;
        badge.NotReturnedOn = comesBack ? null : input.ReturnedOn;
        badge.NotReturnedBecause = comesBack ? null : Wording.Clean(input.NotReturnedBecause);
    }
}
