using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Members.Cards;
using Modular.Members.Cards.Checks;
using Modular.Members.Contracts;
using Modular.Members.Memberships;
using Modular.Members.People;
using Modular.Members.Tests.WorkItems;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Members.Tests.Cards;

/// <summary>Rounds of card checks, on 15 June 2024.</summary>
public sealed class CardCheckTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2024, 4, 1);
    private readonly SmallProvince province = new();

    public ValueTask InitializeAsync() => province.InitializeAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task The_figures_of_a_round_add_up_and_lost_cards_come_up_for_another()
    {
        var round = (await OpenAsync(4)).Value;
        Member[] bearers =
        [
            await province.RegisterAsync(province.NewOfficialMember()),
            await province.RegisterAsync(province.NewOfficialMember()),
            await province.RegisterAsync(province.NewOfficialMember()),
            await province.RegisterAsync(province.NewOfficialMember()),
            await province.RegisterAsync(Newcomers.Official(province.WestCell, 4701)),
        ];
        await province.RegisterAsync(province.NewOfficialMember() with { Card = null });
        await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 4702));

        var recorded = await RecordAsync(
            round,
            new CardCheckInput { MemberId = bearers[0].Id, Finding = CardFinding.Stamped },
            new CardCheckInput { MemberId = bearers[1].Id, Finding = CardFinding.Damaged, CheckedOn = new DateOnly(2024, 5, 6) },
            new CardCheckInput { MemberId = bearers[2].Id, Finding = CardFinding.NotStamped, Remark = "Đi làm xa." },
            new CardCheckInput { MemberId = bearers[4].Id, Finding = CardFinding.Lost, CheckedOn = new DateOnly(2024, 4, 26) });

        Assert.Equal([], recorded.Problems);
        var figures = await FiguresAsync(round.Id, province.Root, province.EastCommune, province.WestCommune);
        Assert.Equal(
            [new CardCheckFigures(1, 5, 3, 1, 1, 1, 1), new CardCheckFigures(1, 4, 3, 1, 1, 0, 1), new CardCheckFigures(0, 1, 0, 0, 0, 1, 0)], figures);
        Assert.Equal<string>(["OPEN since 2024-04-26 due 2024-06-11"], await Work.ItemsAsync(province.Database, "members.card-to-replace", bearers[4].Id));
        Assert.Empty(await Work.ItemsAsync(province.Database, "members.card-to-replace", bearers[2].Id));
    }

    [Fact]
    public async Task What_is_recorded_again_replaces_what_was_and_a_closed_round_takes_nothing_more()
    {
        var round = (await OpenAsync(1)).Value;
        var member = await province.RegisterAsync(province.NewOfficialMember());
        await RecordAsync(round, new CardCheckInput { MemberId = member.Id, Finding = CardFinding.NotStamped, Remark = "Đi làm xa." });
        await RecordAsync(round, new CardCheckInput { MemberId = member.Id, Finding = CardFinding.Stamped });

        var stale = await CloseAsync(round, version: 7);
        var closed = await CloseAsync(round, version: 1);
        var late = await RecordAsync(round, new CardCheckInput { MemberId = member.Id, Finding = CardFinding.Lost });
        var again = await CloseAsync(round, version: 2);

        Assert.Equal([new StaleVersion(7, 1) { Field = "input.expectedVersion" }], stale.Problems);
        Assert.Equal(CardCheckRoundState.Closed, closed.Value.State);
        Assert.Equal([new CardCheckRoundIsClosed { Field = "input.roundId" }], late.Problems);
        Assert.Equal([new CardCheckRoundIsClosed { Field = "input.id" }], again.Problems);
        var check = await province.ReadAsync(db => db.CardChecks.SingleAsync());
        Assert.Equal((CardFinding.Stamped, SmallProvince.Today, null), (check.Finding, check.CheckedOn, check.Remark));
    }

    [Fact]
    public async Task A_round_is_opened_once_by_the_province_for_a_day_that_has_come()
    {
        await OpenAsync(2);
        var ofADistrict = new TestAccess().Below(MembersPermissions.IssueCards, await province.PathOfAsync(province.District));

        var again = await OpenAsync(2);
        var future = await province.ActAsync<CardCheckRounds, CardCheckRound>(rounds => rounds.OpenAsync(
            new OpenCardCheckRoundInput { Ordinal = 3, CheckedOn = SmallProvince.Today.AddDays(1) }, CancellationToken.None));
        var below = await province.ActAsync<CardCheckRounds, CardCheckRound>(ofADistrict, rounds => rounds.OpenAsync(
            new OpenCardCheckRoundInput { Ordinal = 3, CheckedOn = Day }, CancellationToken.None));

        Assert.Equal([new CardCheckRoundExists(2) { Field = "input.ordinal" }], again.Problems);
        Assert.Equal([new DateLiesInTheFuture(SmallProvince.Today.AddDays(1), SmallProvince.Today) { Field = "input.checkedOn" }], future.Problems);
        Assert.Equal([new CardCheckRoundsBelongToTheProvince()], below.Problems);
    }

    [Fact]
    public async Task A_finding_needs_a_card_a_day_of_the_round_and_a_reason_where_nothing_was_stamped()
    {
        var round = (await OpenAsync(1)).Value;
        var member = await province.RegisterAsync(province.NewOfficialMember());
        var other = await province.RegisterAsync(province.NewOfficialMember());
        var without = await province.RegisterAsync(Newcomers.Probationary(province.FirstCell, 4703));

        var refused = await RecordAsync(
            round,
            new CardCheckInput { MemberId = member.Id, Finding = CardFinding.Stamped, CheckedOn = new DateOnly(2024, 3, 31) },
            new CardCheckInput { MemberId = without.Id, Finding = CardFinding.Stamped },
            new CardCheckInput { MemberId = other.Id, Finding = CardFinding.NotStamped });

        Assert.Equal(
            [
                new CardCheckIsOutsideTheRound(new DateOnly(2024, 3, 31), Day, SmallProvince.Today) { Field = "input.checks.0.checkedOn" },
                new MemberHasNoCard { Field = "input.checks.1.memberId" },
                new UnstampedCardNeedsARemark { Field = "input.checks.2.remark" },
            ],
            refused.Problems);
        Assert.Equal(0, await province.ReadAsync(db => db.CardChecks.CountAsync()));
    }

    private Task<Result<CardCheckRound>> OpenAsync(int ordinal) => province.ActAsync<CardCheckRounds, CardCheckRound>(rounds =>
        rounds.OpenAsync(new OpenCardCheckRoundInput { Ordinal = ordinal, CheckedOn = Day }, CancellationToken.None));

    private Task<Result<CardCheckRound>> CloseAsync(CardCheckRound round, int version) => province.ActAsync<CardCheckRounds, CardCheckRound>(rounds =>
        rounds.CloseAsync(new CloseCardCheckRoundInput { Id = round.Id, ExpectedVersion = version }, CancellationToken.None));

    private Task<Result<List<CardCheck>>> RecordAsync(CardCheckRound round, params IReadOnlyList<CardCheckInput> checks) =>
        province.ActAsync<CardChecking, List<CardCheck>>(checking =>
            checking.RunAsync(new RecordCardChecksInput { RoundId = round.Id, Checks = checks }, CancellationToken.None));

    private async Task<CardCheckFigures[]> FiguresAsync(Guid round, params Guid[] organizations)
    {
        await using var scope = province.Database.Enter();
        var found = await scope.Get<CardCheckCounting>().CountAsync(organizations, round, CancellationToken.None);
        return [.. organizations.Select(id => found[id])];
    }
}
