using Modular.Kernel.Results;
using Modular.Members.Contracts;
using Modular.Members.Flags;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Suspensions;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Suspensions;

public sealed class SuspensionExtensionTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private static readonly MemberDecisionInput Decision = new() { Number = "6-QĐ/HU", DecidedOn = new DateOnly(2024, 6, 10) };

    [Fact]
    public async Task A_suspension_is_extended_to_180_days_in_all_and_further_only_for_the_prosecuted()
    {
        var member = await SuspendAsync();
        Assert.Equal<string>(["OPEN since 2024-07-10 due 2024-07-10"], await Work.ItemsAsync(province.Database, "members.suspension-ends", member.Id));

        var shorter = await ExtendAsync(member, 2, new DateOnly(2024, 7, 10));
        var tooLong = await ExtendAsync(member, 2, new DateOnly(2024, 11, 1));
        var extended = await ExtendAsync(member, 2, new DateOnly(2024, 10, 31));
        var prosecuted = await province.ActAsync<SuspensionExtension, Member>(act => act.RunAsync(
            Extension(member, 3, new DateOnly(2025, 2, 28)) with { IsProsecuted = true }, CancellationToken.None));

        Assert.Equal([new ExtensionIsNotLonger(new DateOnly(2024, 7, 10)) { Field = "input.until" }], shorter.Problems);
        Assert.Equal([new SuspensionLastsTooLong(180) { Field = "input.until" }], tooLong.Problems);
        Assert.Equal([], [.. extended.Problems, .. prosecuted.Problems]);
        Assert.Equal(
            ["SUSPENDED_ACTIVITY [2024-05-05,2025-03-01)", "SUSPENDED_COMMITTEE [2024-05-05,2025-03-01)"],
            await province.FactsAsync("members.membership_flag", "flag", member.Id));
    }

    [Fact]
    public async Task Nobody_extends_their_own_suspension_or_one_that_there_is_not()
    {
        var member = await SuspendAsync();
        var free = await province.RegisterAsync(province.NewOfficialMember());
        var self = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.SetFlags);
        var own = await province.ActAsync<SuspensionExtension, Member>(self, act => act.RunAsync(Extension(member, 2, new DateOnly(2024, 8, 1)), CancellationToken.None));

        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.memberId" }], own.Problems);
        Assert.Equal(
            [new FlagIsNotSet(MembershipFlag.SuspendedActivity) { Field = "input.memberId" }], (await ExtendAsync(free, 1, new DateOnly(2024, 8, 1))).Problems);
        Assert.Equal([new StaleVersion(1, 2) { Field = "input.expectedVersion" }], (await ExtendAsync(member, 1, new DateOnly(2024, 8, 1))).Problems);
    }

    private async Task<Member> SuspendAsync()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var suspended = await province.ActAsync<MemberFlags, Member>(flags => flags.SetAsync(
            new SetMemberFlagInput
            {
                MemberId = member.Id,
                ExpectedVersion = 1,
                Flag = MembershipFlag.SuspendedActivity,
                From = new DateOnly(2024, 5, 5),
                Until = new DateOnly(2024, 7, 10),
                Decision = Decision with { DecidedOn = new DateOnly(2024, 5, 3) },
            },
            CancellationToken.None));
        Assert.Equal([], suspended.Problems);
        return member;
    }

    private static ExtendSuspensionInput Extension(Member member, int version, DateOnly until) =>
        new() { MemberId = member.Id, ExpectedVersion = version, Until = until, Decision = Decision };

    private Task<Result<Member>> ExtendAsync(Member member, int version, DateOnly until) =>
        province.ActAsync<SuspensionExtension, Member>(act => act.RunAsync(Extension(member, version, until), CancellationToken.None));
}
