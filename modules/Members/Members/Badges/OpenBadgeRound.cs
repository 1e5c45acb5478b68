using Microsoft.EntityFrameworkCore;
using Modular.GraphQL.CodeFirst;
using Modular.Kernel.GraphQL;
using Modular.Kernel.Postgres.Writing;
using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Data;

namespace Modular.Members.Badges;

/// <summary>A round of badges for an award day.</summary>
internal sealed record OpenBadgeRoundInput
{
    /// <summary>The award day: 3/2, 19/5, 2/9, 7/11 or another great day.</summary>
    public required DateOnly AwardDay { get; init; }
}

[MutationType]
internal static class OpenBadgeRound
{
    /// <summary>Opens a round of Party badges (mở đợt xét tặng Huy hiệu Đảng) for an award day; grassroots organizations then propose.</summary>
    [Requires(MembersPermissions.DecideBadges)]
    [Error<BadgeRoundsBelongToTheProvince>]
    [Error<AwardDayHasARound>]
    public static Task<Result<BadgeRound>> OpenBadgeRoundAsync(
        OpenBadgeRoundInput input, BadgeRoundOpening opening, CancellationToken cancellationToken) => opening.RunAsync(input, cancellationToken);
}

/// <summary>Opens rounds.</summary>
internal sealed class BadgeRoundOpening(IWrite<MembersDbContext> write)
{
    public Task<Result<BadgeRound>> RunAsync(OpenBadgeRoundInput input, CancellationToken cancellationToken) => write
        .When("award_day_has_one_round", () => Taken(input))
        .RunAsync((db, ct) => OpenAsync(db, input, ct), cancellationToken);

    private static async Task<Result<BadgeRound>> OpenAsync(MembersDbContext db, OpenBadgeRoundInput input, CancellationToken cancellationToken)
    {
        if (!db.Access.ScopeOf(MembersPermissions.DecideBadges).CoversProvince)
            return new BadgeRoundsBelongToTheProvince();
        if (await db.BadgeRounds.AnyAsync(row => row.AwardDay == input.AwardDay, cancellationToken))
            return Taken(input);
        var root = await db.FindRootAsync(cancellationToken);
        var round = new BadgeRound { Id = Guid.CreateVersion7(), AwardDay = input.AwardDay, OrganizationId = root };
        db.BadgeRounds.Add(round);
        return round;
    }

    private static AwardDayHasARound Taken(OpenBadgeRoundInput input) => new(input.AwardDay) { Field = "input.awardDay" };
}
