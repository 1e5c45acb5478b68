using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;
using Xunit;

namespace Modular.Members.Tests.Flags;

public sealed class MemberFlagsTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private static readonly MemberDecisionInput Decision = new() { Number = "5-NQ/CB", DecidedOn = new DateOnly(2024, 5, 3) };

    [Fact]
    public async Task Flags_overlap()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var exempt = await SetAsync(Flag(member, MembershipFlag.Exempt));
        var abroad = await SetAsync(Flag(member, MembershipFlag.Abroad) with { ExpectedVersion = 2, Decision = null, Until = new DateOnly(2025, 4, 30) });

        Assert.Equal([], [.. exempt.Problems, .. abroad.Problems]);
        Assert.Equal(
            ["ABROAD [2024-05-05,2025-05-01)", "EXEMPT [2024-05-05,)"], await province.FactsAsync("members.membership_flag", "flag", member.Id));
        Assert.Equal(
            ["members.member-registered", "members.member-assigned", "members.member-flag-set", "members.member-flag-set"], await province.EventsAsync(member.Id));
    }

    [Fact]
    public async Task Suspension_of_activities_suspends_committee_work_and_lasts_at_most_90_days_before_it_is_extended()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var open = await SetAsync(Flag(member, MembershipFlag.SuspendedActivity));
        var tooLong = await SetAsync(Flag(member, MembershipFlag.SuspendedActivity) with { Until = new DateOnly(2024, 8, 3) });
        var set = await SetAsync(Flag(member, MembershipFlag.SuspendedActivity) with { Until = new DateOnly(2024, 8, 2) });

        Assert.Equal([new SuspensionLastsTooLong(180) { Field = "input.until" }], open.Problems);
        Assert.Equal([new FirstSuspensionLastsTooLong(90) { Field = "input.until" }], tooLong.Problems);
        Assert.Equal([], set.Problems);
        Assert.Equal(
            ["SUSPENDED_ACTIVITY [2024-05-05,2024-08-03)", "SUSPENDED_COMMITTEE [2024-05-05,2024-08-03)"],
            await province.FactsAsync("members.membership_flag", "flag", member.Id));
    }

    [Fact]
    public async Task A_flag_is_not_set_twice_in_one_period()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await SetAsync(Flag(member, MembershipFlag.Exempt));

        var refused = await SetAsync(Flag(member, MembershipFlag.Exempt) with { ExpectedVersion = 2, From = new DateOnly(2024, 6, 1) });

        Assert.Equal([new FlagIsSetAlready(MembershipFlag.Exempt) { Field = "input.flag" }], refused.Problems);
    }

    [Fact]
    public async Task Exemption_rests_on_a_resolution_and_applicants_have_no_flags()
    {
        var applicant = await province.RegisterAsync(Newcomers.Applicant(province.FirstCell, 4001));

        var refused = await SetAsync(Flag(applicant, MembershipFlag.Exempt) with { Decision = null, Until = new DateOnly(2024, 5, 1) });

        Assert.Equal(
            [
                new FlagsAreSetOnMembersOnly { Field = "input.memberId" },
                new FlagNeedsDecision(MembershipFlag.Exempt) { Field = "input.decision" },
                new PeriodEndsBeforeItBegins(new DateOnly(2024, 5, 5), new DateOnly(2024, 5, 1)) { Field = "input.until" },
            ],
            refused.Problems);
    }

    [Fact]
    public async Task A_flag_ends_on_a_day_and_cannot_end_twice()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await SetAsync(Flag(member, MembershipFlag.Abroad));

        var cleared = await ClearAsync(new ClearMemberFlagInput { MemberId = member.Id, ExpectedVersion = 2, Flag = MembershipFlag.Abroad, From = new DateOnly(2024, 6, 10) });
        var again = await ClearAsync(new ClearMemberFlagInput { MemberId = member.Id, ExpectedVersion = 3, Flag = MembershipFlag.Abroad, From = new DateOnly(2024, 6, 11) });

        Assert.Equal([], cleared.Problems);
        Assert.Equal([new FlagIsNotSet(MembershipFlag.Abroad) { Field = "input.flag" }], again.Problems);
        Assert.Equal(["ABROAD [2024-05-05,2024-06-10)"], await province.FactsAsync("members.membership_flag", "flag", member.Id));
    }

    private static SetMemberFlagInput Flag(Member member, MembershipFlag flag) => new()
    {
        MemberId = member.Id,
        ExpectedVersion = 1,
        Flag = flag,
        From = new DateOnly(2024, 5, 5),
        Decision = Decision,
        AsCorrection = FlagTexts.SetBy(flag) is not null,
        Reason = "Ghi lại từ sổ cũ.",
    };

    private Task<Result<Member>> SetAsync(SetMemberFlagInput input) =>
        province.ActAsync<MemberFlags, Member>(flags => flags.SetAsync(input, CancellationToken.None));

    private Task<Result<Member>> ClearAsync(ClearMemberFlagInput input) =>
        province.ActAsync<MemberFlags, Member>(flags => flags.ClearAsync(input, CancellationToken.None));
}
