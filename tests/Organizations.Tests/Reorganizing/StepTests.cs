using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Kinds;
using Modular.Organizations.Reorganizing;
using Modular.Organizations.Reorganizing.HandOvers;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Reorganizing;

/// <summary>What each kind of step does and refuses, where no module keeps members.</summary>
public sealed class StepTests : IAsyncLifetime
{
    private Province province = null!;
    private Schemes schemes = null!;

    public async ValueTask InitializeAsync()
    {
        province = await Province.CreateAsync();
        schemes = new Schemes(province);
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Theory]
    [InlineData(2, true)]
    [InlineData(5, true)]
    [InlineData(1, false)]
    [InlineData(6, false)]
    public async Task A_split_makes_two_to_five_organizations(int parts, bool isPossible)
    {
        ReorganizationStepInput[] steps =
        [
            .. Enumerable.Range(1, parts).Select(number => Part(number)),
            new() { Kind = ReorganizationStepKind.Move, OrganizationId = province.Cell, ParentId = province.WestCommune },
            new() { Kind = ReorganizationStepKind.Split, OrganizationId = province.EastCommune },
        ];

        var done = await schemes.CarryOutAsync(schemes.Scheme(steps));

        if (!isPossible)
        {
            done.Refused(new SplitHasWrongNumberOfParts(parts, 5) { Field = $"steps[{parts + 1}].organizationId" });
            return;
        }

        Assert.Equal(OrganizationState.Split, (await province.ReadAsync(province.EastCommune)).State);
        Assert.Equal(parts, await province.ReadAsync(db => db.Successions.CountAsync(row => row.PredecessorId == province.EastCommune)));
    }

    [Fact]
    public async Task A_grassroots_cell_is_upgraded_to_a_committee_with_cells_below_and_yesterday_it_was_a_cell()
    {
        var cell = await province.FoundAsync(province.East, OrganizationKinds.GrassrootsCell, "Chi bộ Trường THPT", "36.01.003");

        var done = await schemes.CarryOutAsync(schemes.Scheme(
            new ReorganizationStepInput { Kind = ReorganizationStepKind.ChangeKind, OrganizationId = cell, KindCode = OrganizationKinds.GrassrootsCommittee },
            new ReorganizationStepInput
            {
                Kind = ReorganizationStepKind.Found,
                ParentId = cell,
                KindCode = OrganizationKinds.Cell,
                Name = "Chi bộ Tổ Toán",
                Code = "36.01.003.1",
            }));

        Assert.Empty(done.Found());
        Assert.Equal(
            (OrganizationKinds.GrassrootsCell, OrganizationKinds.GrassrootsCommittee),
            ((await province.PlaceAsync(cell, Schemes.Day.AddDays(-1)))!.Kind, (await province.PlaceAsync(cell, Schemes.Day))!.Kind));
        Assert.Equal(
            OrganizationEventType.Upgrade,
            await province.ReadAsync(db => db.Events.Where(row => row.OrganizationId == cell && row.EffectiveOn == Schemes.Day).Select(row => row.Type).SingleAsync()));
        Assert.Equal(2, await province.ReadAsync(db => db.Kinds.CountAsync(row => row.OrganizationId == cell)));
    }

    [Fact]
    public async Task A_committee_is_downgraded_to_a_cell_but_not_while_cells_stand_below_it()
    {
        (await schemes.CarryOutAsync(schemes.Scheme(Become(province.EastCommune, OrganizationKinds.GrassrootsCell))))
            .Refused(new KindIsNotAllowedBelowParent("CELL", "GRASSROOTS_CELL", Schemes.Day) { Field = "steps[0].kindCode" });

        Assert.Empty((await schemes.CarryOutAsync(schemes.Scheme(Become(province.WestCommune, OrganizationKinds.GrassrootsCell)))).Found());
        Assert.Equal(
            (OrganizationKinds.GrassrootsCommittee, OrganizationKinds.GrassrootsCell),
            ((await province.PlaceAsync(province.WestCommune, Schemes.Day.AddDays(-1)))!.Kind, (await province.PlaceAsync(province.WestCommune, Schemes.Day))!.Kind));
        Assert.Equal(
            OrganizationEventType.Downgrade,
            await province.ReadAsync(db => db.Events
                .Where(row => row.OrganizationId == province.WestCommune && row.EffectiveOn == Schemes.Day).Select(row => row.Type).SingleAsync()));
    }

    [Fact]
    public async Task An_order_of_levels_is_replaced_by_one_decision_from_the_top_down_and_yesterday_it_was_the_old_one()
    {
        await using var later = await Province.CreateAsync(new(2026, 10, 15));
        var desk = new Schemes(later);
        var day = new DateOnly(2026, 9, 30);
        ReorganizationStepInput[] steps =
        [
            Become(later.East, OrganizationKinds.GrassrootsCommittee),
            Become(later.EastCommune, OrganizationKinds.AffiliatedCommittee),
        ];

        var half = await desk.CarryOutAsync(desk.Scheme(steps[..1]) with { EffectiveOn = day });
        var whole = await desk.CarryOutAsync(desk.Scheme(steps) with { EffectiveOn = day });

        half.Refused(new KindIsNotAllowedBelowParent("GRASSROOTS_COMMITTEE", "GRASSROOTS_COMMITTEE", day) { Field = "steps[0].kindCode" });
        Assert.Empty(whole.Found());
        var kinds = new List<string>();
        foreach (var organization in new[] { later.East, later.EastCommune, later.Cell })
            kinds.Add($"{(await later.PlaceAsync(organization, day.AddDays(-1)))!.Kind} {(await later.PlaceAsync(organization, day))!.Kind}");
        Assert.Equal<string>(["DIRECT_SUPERIOR GRASSROOTS_COMMITTEE", "GRASSROOTS_COMMITTEE AFFILIATED_COMMITTEE", "CELL CELL"], kinds);
    }

    [Fact]
    public async Task A_kind_of_another_era_and_the_same_kind_are_refused()
    {
        (await schemes.CarryOutAsync(schemes.Scheme(Become(province.Cell, OrganizationKinds.AffiliatedCommittee))))
            .Refused(new KindIsNotInForce("AFFILIATED_COMMITTEE", Schemes.Day) { Field = "steps[0].kindCode" });
        (await schemes.CarryOutAsync(schemes.Scheme(Become(province.Cell, OrganizationKinds.Cell))))
            .Refused(new KindIsTheSame("CELL") { Field = "steps[0].kindCode" });
    }

    [Fact]
    public async Task A_cell_does_not_merge_into_a_committee_nor_anything_into_what_lies_below_it()
    {
        (await schemes.CarryOutAsync(schemes.Scheme(Merge(province.Cell, province.WestCommune))))
            .Refused(new OrganizationsDoNotMerge("Chi bộ xóm 1", "Đảng bộ xã Yên Thắng") { Field = "steps[0].targetId" });
        (await schemes.CarryOutAsync(schemes.Scheme(Merge(province.East, province.EastCommune))))
            .Refused(new OrganizationsDoNotMerge("Đảng bộ huyện Giao Thủy", "Đảng bộ xã Giao Hà") { Field = "steps[0].targetId" });
    }

    [Fact]
    public async Task Cells_of_the_same_name_are_renamed_before_their_committees_merge()
    {
        await province.FoundAsync(province.WestCommune, OrganizationKinds.Cell, "Chi bộ xóm 1", "36.02.001.001");
        var merge = Merge(province.EastCommune, province.WestCommune);

        (await schemes.CarryOutAsync(schemes.Scheme(merge)))
            .Refused(new Organizations.Renaming.NameIsTakenBelowTheSameParent("Chi bộ xóm 1") { Field = "steps[0].parentId" });
        Assert.Empty((await schemes.CarryOutAsync(schemes.Scheme(
            new ReorganizationStepInput { Kind = ReorganizationStepKind.Rename, OrganizationId = province.Cell, Name = "Chi bộ xóm 1 Giao Hà" }, merge))).Found());
    }

    [Fact]
    public async Task An_organization_ends_in_the_manner_that_was_decided()
    {
        Assert.Empty((await schemes.CarryOutAsync(schemes.Scheme(
            new ReorganizationStepInput { Kind = ReorganizationStepKind.End, OrganizationId = province.Cell, Manner = EndingManner.EndOfActivity }))).Found());

        Assert.Equal(OrganizationState.Ended, (await province.ReadAsync(province.Cell)).State);
    }

    [Fact]
    public async Task A_code_of_another_province_or_one_given_before_is_refused()
    {
        await CodeAsync(province.Root, "36");
        await CodeAsync(province.East, "36.101");

        (await schemes.CarryOutAsync(schemes.Scheme(Commune("37.101.001", CodeScheme.Regulation208))))
            .Refused(new CodeDoesNotBeginWithCodeOfSuperior("37.101.001", "36.101") { Field = "steps[0].code" });
        (await schemes.CarryOutAsync(schemes.Scheme(Commune("36.02.001", CodeScheme.Internal))))
            .Refused(new CodeWasGivenBefore("36.02.001") { Field = "steps[0].code" });
    }

    [Fact]
    public async Task The_decision_must_come_from_a_superior_of_all_that_it_moves() =>
        (await schemes.CarryOutAsync(schemes.Scheme(
            new ReorganizationStepInput { Kind = ReorganizationStepKind.Move, OrganizationId = province.EastCommune, ParentId = province.West }) with
        {
            SuperiorId = province.West,
        })).Refused(new DecisionWasNotMadeBySuperiorCommittee("Ban Thường vụ Tỉnh ủy") { Field = "steps[0].decision.authorityOrganizationId" });

    [Fact]
    public async Task Minutes_of_handing_over_are_signed_once_by_each_side_and_due_until_then()
    {
        await schemes.CarryOutAsync(schemes.Scheme(
            new ReorganizationStepInput { Kind = ReorganizationStepKind.Move, OrganizationId = province.EastCommune, ParentId = province.West }));
        var minutes = await province.ReadAsync(db => db.HandOvers.SingleAsync());
        Assert.Equal((province.East, province.West, 1, 0), (minutes.GivingId, minutes.ReceivingId, minutes.OrganizationCount, minutes.MemberCount));
        Assert.Equal(["OPEN"], await WorkAsync(minutes.Id));

        var early = await SignAsync(minutes, 1, HandOverSide.Giving, new(2024, 5, 31));
        var given = await SignAsync(minutes, 1, HandOverSide.Giving, new(2024, 6, 10));
        var again = await SignAsync(minutes, 2, HandOverSide.Giving, new(2024, 6, 11));
        var received = await SignAsync(minutes, 2, HandOverSide.Receiving, new(2024, 6, 12));

        early.Refused(new HandOverIsBeforeEffect(new(2024, 5, 31), Schemes.Day) { Field = "input.signedOn" });
        Assert.False(given.Value.IsSigned);
        again.Refused(new HandOverIsSigned(new(2024, 6, 10)) { Field = "input.side" });
        Assert.True(received.Value.IsSigned);
        Assert.Equal(["DONE"], await WorkAsync(minutes.Id));
    }

    private ReorganizationStepInput Part(int number) => Commune($"36.01.05{number}", CodeScheme.Internal) with
    {
        TargetId = province.EastCommune,
        Name = $"Đảng bộ xã Giao Hà {number}",
    };

    private ReorganizationStepInput Commune(string code, CodeScheme scheme) => new()
    {
        Kind = ReorganizationStepKind.Found,
        ParentId = province.East,
        KindCode = OrganizationKinds.GrassrootsCommittee,
        Name = "Đảng bộ xã Giao Tân",
        Code = code,
        CodeScheme = scheme,
    };

    private static ReorganizationStepInput Become(Guid organization, string kind) =>
        new() { Kind = ReorganizationStepKind.ChangeKind, OrganizationId = organization, KindCode = kind };

    private static ReorganizationStepInput Merge(Guid organization, Guid into) =>
        new() { Kind = ReorganizationStepKind.Merge, OrganizationId = organization, TargetId = into };

    private async Task CodeAsync(Guid id, string code) => Assert.Empty((await province.ActAsync<CodingAct, Organizations.Register.Organization>(
        coding => coding.RunAsync(
            new AssignOrganizationCodeInput
            {
                Id = id,
                ExpectedVersion = 1,
                Scheme = CodeScheme.Regulation208,
                Code = code,
                EffectiveOn = new(2024, 1, 1),
            },
            CancellationToken.None))).Found());

    private Task<Result<HandOver>> SignAsync(HandOver minutes, int version, HandOverSide side, DateOnly on) =>
        province.ActAsync<HandOverSigning, HandOver>(signing => signing.RunAsync(
            new SignHandOverInput { Id = minutes.Id, ExpectedVersion = version, Side = side, SignedOn = on, SignedBy = "Bí thư" }, CancellationToken.None));

    private Task<string[]> WorkAsync(Guid fact) => province.Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh, "select coalesce(array_agg(state order by opened_at), '{}') from kernel.work_items where fact_id = $1", fact)!;
}
