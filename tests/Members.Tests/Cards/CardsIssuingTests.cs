using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Memberships;
using Modular.Members.People;
using Xunit;

namespace Modular.Members.Tests.Cards;

/// <summary>Cards that are issued by list, on 15 June 2024.</summary>
public sealed class CardsIssuingTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task An_exchange_of_a_list_ends_all_former_cards()
    {
        var keeps = await province.RegisterAsync(province.NewOfficialMember());
        var changes = await province.RegisterAsync(province.NewOfficialMember());

        var issued = await IssueAsync((keeps, keeps.CardNumber!), (changes, "36.95.00.01"));

        Assert.Equal([], issued.Problems);
        Assert.Equal([keeps.CardNumber, "36950001"], issued.Value.Select(member => member.CardNumber));
        Assert.Equal(
            ["PAPER REPLACED [2011-09-02,2024-05-19)", "CHIP  [2024-05-19,)"],
            await province.FactsAsync("members.party_card", "kind || ' ' || coalesce(ended_because, '')", changes.Id));
        Assert.Equal(["members.member-registered", "members.member-assigned", "members.member-card-issued"], await province.EventsAsync(changes.Id));
    }

    [Fact]
    public async Task One_who_cannot_receive_a_card_keeps_all_others_from_theirs()
    {
        var right = await province.RegisterAsync(province.NewOfficialMember());
        var second = await province.RegisterAsync(province.NewOfficialMember());
        var probationary = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 4901));
        var stranger = await province.RegisterAsync(province.NewOfficialMember());

        var refused = await IssueAsync((right, "36950002"), (probationary, "36950003"), (second, "36950002"), (stranger, right.CardNumber!));

        Assert.Equal(
            [
                new OnlyOfficialMembersReceiveCards { Field = "input.cards.1.memberId" },
                new ThereIsNoCardToReplace { Field = "input.issue" },
                new CardNumberIsTaken("36950002") { Field = "input.cards.2.number" },
                new CardNumberIsTaken(right.CardNumber!) { Field = "input.cards.3.number" },
            ],
            refused.Problems);
        Assert.Equal(right.CardNumber, (await province.ReadAsync(right.Id)).CardNumber);
    }

    private Task<Result<List<Member>>> IssueAsync(params (Member Member, string Number)[] cards) => province.ActAsync<CardsIssuing, List<Member>>(issuing => issuing.RunAsync(
        new IssueCardsInput
        {
            Cards = [.. cards.Select(card => new NumberedCardInput { MemberId = card.Member.Id, ExpectedVersion = 1, Number = card.Number })],
            Kind = CardKind.Chip,
            Issue = CardIssue.Exchange,
            IssuedOn = new DateOnly(2024, 5, 19),
            Decision = new MemberDecisionInput { Number = "51-QĐ/HU", DecidedOn = new DateOnly(2024, 5, 2) },
        },
        CancellationToken.None));
}
