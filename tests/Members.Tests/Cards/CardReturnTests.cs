using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Cards;

/// <summary>Cards of those who left the Party, on 15 June 2024.</summary>
public sealed class CardReturnTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    private static readonly DateOnly Left = new(2024, 6, 3);

    [Fact]
    public async Task Whoever_is_removed_owes_the_card_until_somebody_takes_it_back()
    {
        var member = await LeaveAsync(MembershipStatus.NameRemoved);
        var without = await ReturnAsync(Return(member) with { TakenBy = " " });
        var early = await ReturnAsync(Return(member) with { On = Left.AddDays(-1) });
        var late = await ReturnAsync(Return(member) with { On = SmallProvince.Today.AddDays(1) });

        Assert.Equal<string>(["OPEN since 2024-06-03 due 2024-07-15"], await Work.ItemsAsync(province.Database, "members.card-to-return", member.Id));
        Assert.Equal(("INVALID_INPUT", "input.takenBy"), (Assert.Single(without.Problems).Code, without.Problems[0].Field));
        Assert.Equal([new EffectiveDateIsBeforeEarlierFact(Left.AddDays(-1), Left) { Field = "input.on" }], early.Problems);
        Assert.Equal([new DateLiesInTheFuture(SmallProvince.Today.AddDays(1), SmallProvince.Today) { Field = "input.on" }], late.Problems);

        var returned = await ReturnAsync(Return(member));
        var again = await ReturnAsync(Return(member) with { ExpectedVersion = 3 });

        Assert.Equal([], returned.Problems);
        Assert.Equal([new CardIsNotOwed { Field = "input.memberId" }], again.Problems);
        Assert.Equal<string>(["DONE since 2024-06-03 due 2024-07-15"], await Work.ItemsAsync(province.Database, "members.card-to-return", member.Id));
        var card = await province.ReadAsync(db => db.Cards.SingleAsync(row => row.MemberId == member.Id));
        Assert.Equal((new DateOnly(2024, 6, 12), "Phạm Thị Thu, Đảng ủy xã"), (card.ReturnedOn, card.ReturnTakenBy));
    }

    [Fact]
    public async Task A_card_that_does_not_come_back_is_waited_for_no_longer_and_taken_if_it_comes_after_all()
    {
        var member = await LeaveAsync(MembershipStatus.LeftOnRequest);
        var lost = await ReturnAsync(Return(member) with { TakenBy = null, NotReturnedBecause = "Đã mất, không tìm lại được." });

        Assert.Equal([], lost.Problems);
        Assert.Equal<string>(["DONE since 2024-06-03 due 2024-07-15"], await Work.ItemsAsync(province.Database, "members.card-to-return", member.Id));

        var found = await ReturnAsync(Return(member) with { ExpectedVersion = 3, On = new DateOnly(2024, 6, 14) });

        Assert.Equal([], found.Problems);
        var card = await province.ReadAsync(db => db.Cards.SingleAsync(row => row.MemberId == member.Id));
        Assert.Equal((new DateOnly(2024, 6, 14), null, null), (card.ReturnedOn, card.NotReturnedOn, card.NotReturnedBecause));
    }

    [Fact]
    public async Task Nothing_is_owed_after_death_by_those_who_stay_or_of_ones_own_case()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var dead = await LeaveAsync(MembershipStatus.Deceased);
        var removed = await LeaveAsync(MembershipStatus.NameRemoved);
        var self = new TestAccess { MemberId = removed.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.ReportCards);
        var elsewhere = new TestAccess().Everywhere(MembersPermissions.Read).Below(MembersPermissions.ReportCards, await province.PathOfAsync(province.WestCommune));

        Assert.Equal([new CardIsNotOwed { Field = "input.memberId" }], (await ReturnAsync(Return(member) with { ExpectedVersion = 1 })).Problems);
        Assert.Equal([new CardIsNotOwed { Field = "input.memberId" }], (await ReturnAsync(Return(dead))).Problems);
        Assert.Empty(await Work.ItemsAsync(province.Database, "members.card-to-return", dead.Id));
        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.memberId" }], (await ReturnAsync(self, Return(removed))).Problems);
        Assert.Equal([new MemberIsOutOfYourReach { Field = "input.memberId" }], (await ReturnAsync(elsewhere, Return(removed))).Problems);
    }

    private async Task<Member> LeaveAsync(MembershipStatus status)
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var left = await province.ActAsync<MemberStatusChange, Member>(change => change.RunAsync(
            new ChangeMemberStatusInput
            {
                MemberId = member.Id,
                ExpectedVersion = 1,
                Status = status,
                EffectiveOn = Left,
                Decision = new MemberDecisionInput { Number = "9-QĐ/HU", DecidedOn = Left },
            },
            CancellationToken.None));
        Assert.Equal([], left.Problems);
        return member;
    }

    private static ReturnCardInput Return(Member member) => new() { MemberId = member.Id, ExpectedVersion = 2, On = new DateOnly(2024, 6, 12), TakenBy = "Phạm Thị Thu, Đảng ủy xã" };

    private Task<Result<Member>> ReturnAsync(ReturnCardInput input) =>
        province.ActAsync<CardReturn, Member>(returning => returning.RunAsync(input, CancellationToken.None));

    private Task<Result<Member>> ReturnAsync(TestAccess access, ReturnCardInput input) =>
        province.ActAsync<CardReturn, Member>(access, returning => returning.RunAsync(input, CancellationToken.None));
}
