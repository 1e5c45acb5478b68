using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Kinds;
using Modular.Organizations.Moving;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Moving;

public sealed class MovingTests : IAsyncLifetime
{
    private static readonly DateOnly Before = new(2024, 2, 29);
    private static readonly DateOnly After = new(2024, 3, 1);

    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task All_below_move_along_and_the_past_stays()
    {
        var moved = await MoveAsync(EastCommuneToWest());

        Assert.Equal(province.West, moved.Value.ParentId);
        var east = await province.PlaceAsync(province.East, After);
        var west = await province.PlaceAsync(province.West, After);
        var cellBefore = await province.PlaceAsync(province.Cell, Before);
        var cellAfter = await province.PlaceAsync(province.Cell, After);
        var communeAfter = await province.PlaceAsync(province.EastCommune, After);
        Assert.StartsWith(east!.Path, cellBefore!.Path, StringComparison.Ordinal);
        Assert.StartsWith(west!.Path, communeAfter!.Path, StringComparison.Ordinal);
        Assert.StartsWith(communeAfter.Path, cellAfter!.Path, StringComparison.Ordinal);
        Assert.Equal((province.EastCommune, 3), (cellAfter.ParentId, cellAfter.Depth));
    }

    [Fact]
    public async Task Moving_back_gives_the_old_path_again()
    {
        var before = await province.PlaceAsync(province.Cell, Before);
        await MoveAsync(EastCommuneToWest());

        await MoveAsync(EastCommuneToWest() with { ParentId = province.East, ExpectedVersion = 2, EffectiveOn = new(2024, 4, 1) });

        Assert.Equal(before, await province.PlaceAsync(province.Cell, new(2024, 4, 1)));
        Assert.NotEqual(before, await province.PlaceAsync(province.Cell, new(2024, 3, 31)));
    }

    [Fact]
    public async Task A_move_under_itself_or_what_is_below_is_refused()
    {
        var below = await MoveAsync(EastCommuneToWest() with { Id = province.East, ParentId = province.EastCommune });
        var itself = await MoveAsync(EastCommuneToWest() with { Id = province.East, ParentId = province.East });

        below.Refused(new OrganizationCannotMoveBelowItself("Đảng bộ huyện Giao Thủy", "Đảng bộ xã Giao Hà") { Field = "input.parentId" });
        itself.Refused(
            new OrganizationCannotMoveBelowItself("Đảng bộ huyện Giao Thủy", "Đảng bộ huyện Giao Thủy") { Field = "input.parentId" });
    }

    [Fact]
    public async Task A_move_to_where_it_is_and_a_move_of_the_root_are_refused()
    {
        var there = await MoveAsync(EastCommuneToWest() with { ParentId = province.East });
        var root = await MoveAsync(EastCommuneToWest() with { Id = province.Root });

        there.Refused(new OrganizationIsAlreadyThere("Đảng bộ huyện Giao Thủy") { Field = "input.parentId" });
        root.Refused(new RootCannotBeMoved { Field = "input.id" });
    }

    [Fact]
    public async Task A_cell_cannot_move_directly_under_a_district() =>
        (await MoveAsync(EastCommuneToWest() with { Id = province.Cell }))
        .Refused(new KindIsNotAllowedBelowParent("CELL", "DIRECT_SUPERIOR", After) { Field = "input.kind" });

    [Fact]
    public async Task A_move_from_before_the_last_one_is_refused()
    {
        await MoveAsync(EastCommuneToWest());

        (await MoveAsync(EastCommuneToWest() with { ParentId = province.East, ExpectedVersion = 2, EffectiveOn = Before }))
            .Refused(new EffectiveDateIsBeforeEarlierChange(Before, After) { Field = "input.effectiveOn" });
    }

    [Fact]
    public async Task A_sibling_of_the_same_name_at_the_new_place_is_refused()
    {
        await province.FoundAsync(province.West, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Giao Hà", "36.02.009");

        (await MoveAsync(EastCommuneToWest())).Refused(new NameIsTakenBelowTheSameParent("Đảng bộ xã Giao Hà") { Field = "input.parentId" });
    }

    [Fact]
    public async Task A_decision_of_a_lower_committee_is_refused() =>
        (await MoveAsync(EastCommuneToWest() with { Decision = Province.Decision(authority: province.EastCommune) }))
        .Refused(new DecisionWasNotMadeBySuperiorCommittee("Ban Thường vụ Tỉnh ủy") { Field = "input.decision.authorityOrganizationId" });

    [Fact]
    public async Task Codes_of_the_208_scheme_follow_the_new_parent_and_the_old_ones_stay_taken()
    {
        await CodeAsync(province.East, "36.101");
        await CodeAsync(province.West, "36.102");
        await CodeAsync(province.EastCommune, "36.101.007");
        await CodeAsync(province.Cell, "36.101.007.000.003");
        var version = (await province.ReadAsync(province.EastCommune)).Version;

        var without = await MoveAsync(EastCommuneToWest() with { ExpectedVersion = version });
        var with = await MoveAsync(EastCommuneToWest() with { ExpectedVersion = version, Code = "36.102.004" });

        without.Refused(new CodeDoesNotBeginWithCodeOfSuperior("36.101.007", "36.102") { Field = "input.code" });
        Assert.Equal("36.102.004", with.Value.Code);
        Assert.Equal("36.102.004.000.003", (await province.ReadAsync(province.Cell)).Code);
        var codes = await province.ReadAsync(db => db.Codes
            .Where(code => code.OrganizationId == province.Cell && code.Scheme == CodeScheme.Regulation208)
            .OrderBy(code => code.Value).Select(code => code.Value + code.Valid.ToString()).ToListAsync());
        Assert.Equal(2, codes.Count);
    }

    [Fact]
    public async Task An_officer_needs_the_right_at_both_places()
    {
        var east = (await province.PlaceAsync(province.East, After))!.Path;
        var root = (await province.PlaceAsync(province.Root, After))!.Path;

        var ofEast = await MoveAsync(new TestAccess().Below(OrganizationsPermissions.Move, east), EastCommuneToWest());
        var ofBoth = await MoveAsync(new TestAccess().Below(OrganizationsPermissions.Move, root), EastCommuneToWest());

        ofEast.Refused(new OrganizationIsOutOfYourReach("Đảng bộ huyện Ý Yên") { Field = "input.parentId" });
        Assert.True(ofBoth.Succeeded);
    }

    [Fact]
    public async Task Two_moves_that_together_make_a_circle_are_not_both_done()
    {
        var first = await province.FoundAsync(province.EastCommune, OrganizationKinds.Cell, "Chi bộ A", "A");
        var second = await province.FoundAsync(province.EastCommune, OrganizationKinds.Cell, "Chi bộ B", "B");
        await province.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            "update organizations.organization set kind = 'PARTY_GROUP' where id = any($1)",
            [new[] { first, second }]);
        await using var scope = province.Database.Enter();
        await using var other = province.Database.Enter();

        var results = await Task.WhenAll(
            TreeMove(scope, first, second),
            TreeMove(other, second, first));

        Assert.Contains(false, results);
        var places = new[] { await province.PlaceAsync(first, After), await province.PlaceAsync(second, After) };
        Assert.All(places, place => Assert.True(place!.Path.Count(letter => letter == '.') == place.Depth + 1));
    }

    private MoveOrganizationInput EastCommuneToWest() => new()
    {
        Id = province.EastCommune,
        ExpectedVersion = 1,
        ParentId = province.West,
        EffectiveOn = After,
        Decision = Province.Decision(),
    };

    private static async Task<bool> TreeMove(TestScope scope, Guid moved, Guid parent)
    {
        var result = await scope.Write<Modular.Organizations.Data.OrganizationsDbContext>().RunAsync<string>(
            async (_, cancellationToken) =>
            {
                try
                {
                    await scope.Get<Modular.Kernel.Organizations.IOrganizationTreeWriter>().MoveAsync(moved, parent, After, cancellationToken);
                    return "moved";
                }
                catch (InvalidOperationException)
                {
                    return new NotFound("place");
                }
            },
            CancellationToken.None);
        return result.Succeeded;
    }

    private Task<Result<Organization>> MoveAsync(MoveOrganizationInput input) =>
        province.ActAsync<MovingAct, Organization>(moving => moving.RunAsync(input, CancellationToken.None));

    private Task<Result<Organization>> MoveAsync(TestAccess access, MoveOrganizationInput input) =>
        province.ActAsync<MovingAct, Organization>(access, moving => moving.RunAsync(input, CancellationToken.None));

    private async Task CodeAsync(Guid id, string code)
    {
        var organization = await province.ReadAsync(id);
        var given = await province.ActAsync<CodingAct, Organization>(coding => coding.RunAsync(
            new AssignOrganizationCodeInput
            {
                Id = id,
                ExpectedVersion = organization.Version,
                Scheme = CodeScheme.Regulation208,
                Code = code,
                EffectiveOn = new(2024, 1, 1),
            },
            CancellationToken.None));
        Assert.Empty(given.Problems);
    }
}
