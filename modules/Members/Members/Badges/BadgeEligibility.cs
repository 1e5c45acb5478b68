using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.People;

namespace Modular.Members.Badges;

/// <summary>Whether a member may be awarded a badge on a day, and which (MEM-42, MEM-43).</summary>
internal sealed class BadgeEligibility(BadgePolicy policy, DateOnly awardDay)
{
    /// <summary>The step that a member is due by the award day: the highest one within reach where none is named, or why there is none.</summary>
    /// <param name="member">The member.</param>
    /// <param name="award">How it is to be awarded.</param>
    /// <param name="years">The step, where one is named.</param>
    /// <param name="place">Where the member stands in the input, for instance <c>input.members.3</c>.</param>
    public Result<BadgeStep> Find(Member member, BadgeAward award, int? years, string place)
    {
        if (member.PartyAgeFrom is not { } partyAgeFrom || member.Status is not (MembershipStatus.Official or MembershipStatus.Deceased))
            return new MemberHasNoPartyAge { Field = $"{place}.memberId" };
        if ((award == BadgeAward.Posthumous) != HadDied(member))
            return new AwardDoesNotFitTheMember { Field = $"{place}.award" };
        var named = years is { } asked ? policy.Find(asked) : policy.Steps.LastOrDefault(step => EarliestOn(step, award, partyAgeFrom) <= DayThatCounts(member));
        if (years is { } unknown && named is null)
            return new ThereIsNoSuchBadge(unknown) { Field = $"{place}.years" };
        var step = named ?? policy.Steps[0];
        var earliest = EarliestOn(step, award, partyAgeFrom);
        if (earliest <= DayThatCounts(member))
            return step;
        return award == BadgeAward.Regular
            ? new BadgeStepIsNotReached(step.Years, earliest) { Field = $"{place}.memberId" }
            : new BadgeIsTooEarly(step.Years, MonthsEarly(step, award), earliest) { Field = $"{place}.memberId" };
    }

    private DateOnly EarliestOn(BadgeStep step, BadgeAward award, DateOnly partyAgeFrom) =>
        step.ReachedOn(partyAgeFrom).AddMonths(-MonthsEarly(step, award));

    private int MonthsEarly(BadgeStep step, BadgeAward award) => award switch
    {
        BadgeAward.Regular => 0,
        BadgeAward.Early => step.EarlyMonths,
        _ => policy.PosthumousMonths,
    };

    private bool HadDied(Member member) => member.Status == MembershipStatus.Deceased && member.LeftOn <= awardDay;

    // Whoever has died reached what they reached by that day.
    private DateOnly DayThatCounts(Member member) => HadDied(member) ? member.LeftOn!.Value : awardDay;
}
