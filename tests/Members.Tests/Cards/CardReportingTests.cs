using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Cards;

/// <summary>Lost and damaged cards, on 15 June 2024.</summary>
public sealed class CardReportingTests(SmallProvince province) : IClassFixture<SmallProvince>
{
    [Fact]
    public async Task A_lost_card_is_reported_once_and_due_until_another_is_issued()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var reported = await ReportAsync(Report(member));
        var again = await ReportAsync(Report(member) with { ExpectedVersion = 2 });

        Assert.Equal([], reported.Problems);
        Assert.Equal([new CardIsReportedAlready { Field = "input.memberId" }], again.Problems);
        Assert.Equal<string>(["OPEN since 2024-04-26 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.card-to-replace", member.Id));

        var issued = await province.ActAsync<CardIssuing, Member>(issuing => issuing.RunAsync(
            new IssueCardInput
            {
                MemberId = member.Id,
                ExpectedVersion = 2,
                Number = "36990001",
                Kind = CardKind.Chip,
                Issue = CardIssue.Again,
                IssuedOn = new DateOnly(2024, 6, 3),
                Decision = new MemberDecisionInput { Number = "9-QĐ/HU", DecidedOn = new DateOnly(2024, 6, 1) },
            },
            CancellationToken.None));

        Assert.Equal([], issued.Problems);
        Assert.Equal<string>(["DONE since 2024-04-26 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.card-to-replace", member.Id));
    }

    [Fact]
    public async Task A_report_needs_a_card_and_a_day_on_which_it_was_there_and_is_not_about_oneself()
    {
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var probationary = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 4601));
        var self = new TestAccess { MemberId = member.Id }.Everywhere(MembersPermissions.Read).Everywhere(MembersPermissions.ReportCards);
        var own = await province.ActAsync<CardReporting, Member>(self, reporting => reporting.RunAsync(Report(member), CancellationToken.None));

        Assert.Equal([new MemberHasNoCard { Field = "input.memberId" }], (await ReportAsync(Report(probationary))).Problems);
        Assert.Equal(
            [new EffectiveDateIsBeforeEarlierFact(new DateOnly(2011, 9, 1), new DateOnly(2011, 9, 2)) { Field = "input.reportedOn" }],
            (await ReportAsync(Report(member) with { ReportedOn = new DateOnly(2011, 9, 1) })).Problems);
        Assert.Equal(
            [new DateLiesInTheFuture(new DateOnly(2024, 6, 16), SmallProvince.Today) { Field = "input.reportedOn" }],
            (await ReportAsync(Report(member) with { ReportedOn = new DateOnly(2024, 6, 16) })).Problems);
        Assert.Equal([new NobodyActsOnTheirOwnCase { Field = "input.memberId" }], own.Problems);
    }

    private static ReportCardInput Report(Member member) =>
        new() { MemberId = member.Id, ExpectedVersion = 1, Fault = CardFault.Lost, ReportedOn = new DateOnly(2024, 4, 26), Reason = "Mất khi đi công tác." };

    private Task<Result<Member>> ReportAsync(ReportCardInput input) =>
        province.ActAsync<CardReporting, Member>(reporting => reporting.RunAsync(input, CancellationToken.None));
}
