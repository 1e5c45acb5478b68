using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Cards;

public sealed class CardIssuingTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task An_exchange_ends_the_former_card_and_may_keep_its_number()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var issued = await IssueAsync(Issue(member, member.CardNumber!) with { Issue = CardIssue.Exchange });

        Assert.Equal([], issued.Problems);
        Assert.Equal(
            ["PAPER REPLACED [2011-09-02,2024-05-19)", "CHIP  [2024-05-19,)"],
            await province.FactsAsync("members.party_card", "kind || ' ' || coalesce(ended_because, '')", member.Id));
        Assert.Equal(["members.member-registered", "members.member-assigned", "members.member-card-issued"], await province.EventsAsync(member.Id));
    }

    [Fact]
    public async Task A_lost_card_is_issued_again_under_a_new_number_that_a_search_finds()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());

        await IssueAsync(Issue(member, "36.99.88.77") with { Issue = CardIssue.Again });

        var stored = await province.ReadAsync(member.Id);
        Assert.Equal("36998877", stored.CardNumber);
        Assert.Contains(" 36998877 ", stored.SearchKey, StringComparison.Ordinal);
        Assert.Equal(
            ["LOST [2011-09-02,2024-05-19)", " [2024-05-19,)"],
            await province.FactsAsync("members.party_card", "coalesce(ended_because, '')", member.Id));
    }

    [Fact]
    public async Task A_number_that_another_member_once_bore_is_refused()
    {
        var other = await province.RegisterAsync(province.NewOfficialMember());
        await IssueAsync(Issue(other, "36000901") with { Issue = CardIssue.Again });
        var member = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await IssueAsync(Issue(member, other.CardNumber!) with { Issue = CardIssue.Again });

        Assert.Equal([new CardNumberIsTaken(other.CardNumber!) { Field = "input.number" }], refused.Problems);
    }

    [Fact]
    public async Task Cards_are_for_official_members()
    {
        var member = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 3001));

        var refused = await IssueAsync(Issue(member, "36000902") with { Issue = CardIssue.First });

        Assert.Equal([new OnlyOfficialMembersReceiveCards { Field = "input.memberId" }], refused.Problems);
        Assert.Equal("MEM-12", refused.Problems[0].Rule!.Id);
    }

    [Fact]
    public async Task A_first_card_is_issued_once_and_an_exchange_takes_a_card()
    {
        var bearer = await province.RegisterAsync(province.NewOfficialMember());
        var other = await province.RegisterAsync(province.NewOfficialMember() with { Card = null });

        var second = await IssueAsync(Issue(bearer, "36000903") with { Issue = CardIssue.First });
        var exchange = await IssueAsync(Issue(other, "36000904") with { Issue = CardIssue.Exchange, IssuedOn = new DateOnly(2011, 1, 1) });

        Assert.Equal([new FirstCardIsIssuedOnce { Field = "input.issue" }], second.Problems);
        Assert.Equal(
            [
                new CardIsIssuedBeforeOfficialDate(new DateOnly(2011, 1, 1), new DateOnly(2011, 5, 19)) { Field = "input.issuedOn" },
                new ThereIsNoCardToReplace { Field = "input.issue" },
            ],
            exchange.Problems);
    }

    [Fact]
    public async Task Two_members_never_receive_one_number_at_the_same_time()
    {
        var one = await province.RegisterAsync(province.NewOfficialMember() with { Card = null });
        var other = await province.RegisterAsync(province.NewOfficialMember() with { Card = null });

        var outcomes = await Task.WhenAll(
            IssueAsync(Issue(one, "36000905") with { Issue = CardIssue.First }), IssueAsync(Issue(other, "36000905") with { Issue = CardIssue.First }));

        Assert.Equal(["", "CARD_NUMBER_IS_TAKEN"], outcomes.Select(outcome => string.Concat(outcome.Problems.Select(problem => problem.Code))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nobody_issues_a_card_to_themselves()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var officer = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.IssueCards);

        var refused = await province.ActAsync<CardIssuing, Member>(officer, issuing => issuing.RunAsync(Issue(member, "36000906"), CancellationToken.None));

        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.memberId" }], refused.Problems);
    }

    private static IssueCardInput Issue(Member member, string number) => new()
    {
        MemberId = member.Id,
        ExpectedVersion = 1,
        Number = number,
        Kind = CardKind.Chip,
        Issue = CardIssue.Exchange,
        IssuedOn = new DateOnly(2024, 5, 19),
        Decision = new MemberDecisionInput { Number = "30-QĐ/HU", DecidedOn = new DateOnly(2024, 5, 10) },
    };

    private Task<Result<Member>> IssueAsync(IssueCardInput input) =>
        province.ActAsync<CardIssuing, Member>(issuing => issuing.RunAsync(input, CancellationToken.None));
}
