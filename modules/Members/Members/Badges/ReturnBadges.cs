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

/// <summary>Badges that somebody who left the Party returned.</summary>
internal sealed record ReturnBadgesInput
{
    /// <summary>The former member.</summary>
    [ID("Member")]
    public required Guid MemberId { get; init; }

    /// <summary>The version that was read.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>The day on which all badges were returned.</summary>
    public required DateOnly ReturnedOn { get; init; }
}

[MutationType]
internal static class ReturnBadges
{
    /// <summary>Records that somebody who was expelled or removed, or left, returned all badges (nộp lại Huy hiệu Đảng), MEM-16, MEM-44.</summary>
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
        var held = await db.Badges.Where(row => row.MemberId == member.Id && row.ReturnedOn == null).ToListAsync(cancellationToken);
        if (held.Count == 0)
            return new BadgeIsNotHeld { Field = "input.memberId" };
        foreach (var badge in held)
            badge.ReturnedOn = input.ReturnedOn;
        return member;
    }
}
