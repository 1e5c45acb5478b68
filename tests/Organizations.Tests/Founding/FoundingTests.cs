using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Organizations.AdministrativeUnits;
using Modular.Organizations.Codes;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Founding;
using Modular.Organizations.Kinds;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Founding;

public sealed class FoundingTests : IAsyncLifetime
{
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_founded_cell_is_active_stands_in_the_tree_and_keeps_its_decision()
    {
        var founded = await FoundAsync(province.NewCell() with { ShortName = "CB xóm 2", FieldType = FieldType.ResidentialArea });

        var cell = await province.ReadAsync(founded.Value.Id);
        Assert.Equal(
            ("Chi bộ xóm 2", "CB xóm 2", "36.01.001.002", OrganizationState.Active, "A", province.EastCommune, 1),
            (cell.Name, cell.ShortName, cell.Code, cell.State, cell.Era, cell.ParentId, cell.Version));
        Assert.Equal("chi bo xom 2 cb xom 2 36 01 001 002", cell.SearchKey);
        var place = await province.PlaceAsync(cell.Id, new DateOnly(2024, 2, 3));
        var parent = await province.PlaceAsync(province.EastCommune, new DateOnly(2024, 2, 3));
        Assert.Equal((province.EastCommune, 3, "CELL"), (place!.ParentId, place.Depth, place.Kind));
        Assert.StartsWith(parent!.Path, place.Path, StringComparison.Ordinal);
        Assert.Null(await province.PlaceAsync(cell.Id, new DateOnly(2024, 2, 2)));
        var happened = await province.ReadAsync(db => db.Events.SingleAsync(row => row.OrganizationId == cell.Id));
        var decision = await province.ReadAsync(db => db.Decisions.SingleAsync(row => row.Id == happened.DecisionId));
        Assert.Equal(
            (OrganizationEventType.Found, new DateOnly(2024, 2, 3), "12-QĐ/TU"), (happened.Type, happened.EffectiveOn, decision.Number));
    }

    [Fact]
    public async Task Founding_is_announced_to_other_modules()
    {
        var founded = await FoundAsync(province.NewCell());

        var announced = await province.Database.ScalarAsync<string>(
            TestProvinces.NamDinh,
            "select payload::text from kernel.outbox where event_name = 'organizations.organization-founded' and payload ->> 'organizationId' = $1",
            [founded.Value.Id.ToString()]);
        Assert.Contains("\"kind\": \"CELL\"", announced, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Founding_on_a_later_day_is_refused() => (await FoundAsync(province.NewCell() with { EffectiveOn = new(2024, 6, 16) }))
        .Refused(new EffectiveDateIsInTheFuture(new(2024, 6, 16), new(2024, 6, 15)) { Field = "input.effectiveOn" });

    [Fact]
    public async Task A_decision_that_takes_effect_before_it_was_made_is_refused() =>
        (await FoundAsync(province.NewCell() with { Decision = Province.Decision(new(2024, 3, 1)) }))
        .Refused(new EffectiveDateIsBeforeDecision(new(2024, 2, 3), new(2024, 3, 1)) { Field = "input.effectiveOn" });

    [Fact]
    public async Task An_organization_older_than_its_parent_is_refused() =>
        (await FoundAsync(province.NewCell() with { EffectiveOn = new(2015, 3, 1), Decision = Province.Decision(new(2015, 1, 5)) }))
        .Refused(new OrganizationIsOlderThanItsParent(new(2015, 3, 1), Province.Founded) { Field = "input.effectiveOn" });

    [Fact]
    public async Task A_cell_directly_under_a_district_is_refused() => (await FoundAsync(province.NewCell() with { ParentId = province.East }))
        .Refused(new KindIsNotAllowedBelowParent("CELL", "DIRECT_SUPERIOR", new(2024, 2, 3)) { Field = "input.kind" });

    [Fact]
    public async Task A_kind_of_a_later_era_is_refused() =>
        (await FoundAsync(province.NewCell() with { Kind = OrganizationKinds.AffiliatedCommittee }))
        .Refused(new KindIsNotInForce("AFFILIATED_COMMITTEE", new(2024, 2, 3)) { Field = "input.kind" });

    [Fact]
    public async Task A_superior_committee_without_a_subkind_is_refused() =>
        (await FoundAsync(province.NewCell() with { Kind = OrganizationKinds.DirectSuperior, ParentId = province.Root }))
        .Refused(new SubkindIsNotInForce("DIRECT_SUPERIOR", null) { Field = "input.subkind" });

    [Fact]
    public async Task A_sectional_committee_takes_the_consent_of_the_superior()
    {
        var sectional = province.NewCell() with { Kind = OrganizationKinds.SectionalCommittee, Name = "Đảng bộ bộ phận Trường THPT" };

        var without = await FoundAsync(sectional);
        var with = await FoundAsync(sectional with { Consent = Province.Decision() });

        without.Refused(new ConsentOfSuperiorIsMissing("SECTIONAL_COMMITTEE", "ORG-05") { Field = "input.consent" });
        Assert.True(with.Succeeded);
    }

    [Fact]
    public async Task A_grassroots_cell_under_a_committee_takes_delegated_powers_legal_personality_and_consent()
    {
        var cell = province.NewCell() with { Kind = OrganizationKinds.GrassrootsCell };

        var refused = await FoundAsync(cell);

        refused.Refused(
            new ConsentOfSuperiorIsMissing("GRASSROOTS_CELL", "ORG-06") { Field = "input.consent" },
            new ParentLacksSuperiorPowers("Đảng bộ xã Giao Hà") { Field = "input.parentId" },
            new HostUnitLacksLegalPersonality { Field = "input.hostLegalStatus" });
        Assert.Equal("ORG-06", refused.Problems[0].Rule!.Id);
    }

    [Fact]
    public async Task A_code_that_was_given_before_is_refused_even_after_its_organization_ended()
    {
        await province.Database.ExecuteAsync(
            TestProvinces.NamDinh,
            "update organizations.organization_code set valid = daterange(lower(valid), '2020-01-01') where value = '36.02.001'");

        (await FoundAsync(province.NewCell(code: "36.02.001"))).Refused(new CodeWasGivenBefore("36.02.001") { Field = "input.code" });
    }

    [Fact]
    public async Task A_code_of_another_form_is_refused() => (await FoundAsync(province.NewCell(code: "mã 1")))
        .Refused(new CodeHasWrongForm("mã 1", CodeScheme.Internal, 5) { Field = "input.code" });

    [Fact]
    public async Task In_the_208_scheme_a_code_begins_with_the_code_of_the_organization_above()
    {
        var commune = await province.FoundAsync(
            province.East, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Giao Nhân", "36.168.053", scheme: CodeScheme.Regulation208);
        var cell = province.NewCell() with { ParentId = commune, CodeScheme = CodeScheme.Regulation208 };

        var wrong = await FoundAsync(cell with { Code = "36.168.054.000.001" });
        var right = await FoundAsync(cell with { Code = "36168053000001" });

        wrong.Refused(new CodeDoesNotBeginWithCodeOfSuperior("36.168.054.000.001", "36.168.053") { Field = "input.code" });
        Assert.Equal("36.168.053.000.001", right.Value.Code);
    }

    [Fact]
    public async Task A_name_that_a_sibling_bears_is_refused_and_allowed_elsewhere()
    {
        var taken = await FoundAsync(province.NewCell(name: "Chi bộ  Xóm 1"));
        var elsewhere = await FoundAsync(province.NewCell(name: "Chi bộ xóm 1") with { ParentId = province.WestCommune });

        taken.Refused(new NameIsTakenBelowTheSameParent("Chi bộ Xóm 1") { Field = "input.name" });
        Assert.True(elsewhere.Succeeded);
    }

    [Fact]
    public async Task A_second_root_is_refused() => Assert.Equal(
        ["PROVINCE_ALREADY_HAS_ITS_ROOT at input.parentId"],
        (await FoundAsync(province.NewCell(name: "Đảng bộ tỉnh") with { ParentId = null, Kind = OrganizationKinds.Provincial })).Found());

    [Fact]
    public async Task An_unknown_parent_is_refused() => Assert.Equal(
        ["NOT_FOUND at input.parentId"], (await FoundAsync(province.NewCell() with { ParentId = Guid.NewGuid() })).Found());

    [Fact]
    public async Task A_decision_of_an_organization_that_is_no_superior_is_refused()
    {
        var byWest = await FoundAsync(province.NewCell() with { Decision = Province.Decision(authority: province.West) });
        var byEast = await FoundAsync(province.NewCell() with { Decision = Province.Decision(authority: province.East) });

        byWest.Refused(new DecisionWasNotMadeBySuperiorCommittee("Ban Thường vụ Tỉnh ủy")
        {
            Field = "input.decision.authorityOrganizationId",
        });
        Assert.True(byEast.Succeeded);
    }

    [Fact]
    public async Task An_administrative_unit_must_be_in_force()
    {
        var unknown = await FoundAsync(province.NewCell() with { AdministrativeUnitCode = "03" });
        var known = await FoundAsync(province.NewCell() with { AdministrativeUnitCode = "36" });

        unknown.Refused(new AdministrativeUnitIsNotInForce("03", new(2024, 2, 3)) { Field = "input.administrativeUnitCode" });
        Assert.Equal(36, known.Value.AdministrativeUnitId);
    }

    [Fact]
    public async Task All_problems_of_texts_are_told_at_once() => Assert.Equal(
        ["INVALID_INPUT at input.name", "INVALID_INPUT at input.decision.number", "INVALID_INPUT at input.phone", "INVALID_INPUT at input.email"],
        (await FoundAsync(province.NewCell(name: " ") with
        {
            Decision = Province.Decision() with { Number = "" },
            Phone = "gọi sau",
            Email = "xa@",
        })).Found());

    [Fact]
    public async Task An_officer_of_one_district_founds_nothing_in_another()
    {
        var east = await province.PlaceAsync(province.East, new(2024, 6, 15));
        var officer = new TestAccess().Below(OrganizationsPermissions.Found, east!.Path);

        var own = await province.ActAsync<FoundingAct, Organization>(
            officer, founding => founding.RunAsync(province.NewCell(), CancellationToken.None));
        var other = await province.ActAsync<FoundingAct, Organization>(
            officer, founding => founding.RunAsync(province.NewCell(code: "X1") with { ParentId = province.WestCommune }, CancellationToken.None));

        Assert.True(own.Succeeded);
        other.Refused(new OrganizationIsOutOfYourReach("Đảng bộ xã Yên Thắng") { Field = "input.parentId" });
    }

    [Fact]
    public async Task Problems_speak_both_languages_and_name_the_rule()
    {
        var refused = await FoundAsync(province.NewCell(code: "36.01.001.001"));

        var problem = Assert.Single(refused.Problems);
        Assert.Equal("Mã \"36.01.001.001\" đã được cấp cho một tổ chức đảng; mã đã cấp không được dùng lại.", problem.Message(Language.Vietnamese));
        Assert.Equal("The code \"36.01.001.001\" was already given to an organization; a code is never given again.", problem.Message(Language.English));
        Assert.Equal("ORG-24", problem.Rule!.Id);
    }

    [Fact]
    public async Task Two_foundings_with_one_code_at_once_give_one_organization()
    {
        var both = await Task.WhenAll(
            FoundAsync(province.NewCell(name: "Chi bộ A")), FoundAsync(province.NewCell(name: "Chi bộ B")));

        Assert.Equal(1, both.Count(result => result.Succeeded));
        Assert.Equal(["CODE_WAS_GIVEN_BEFORE at input.code"], both.Single(result => !result.Succeeded).Found());
    }

    private Task<Result<Organization>> FoundAsync(FoundOrganizationInput input) =>
        province.ActAsync<FoundingAct, Organization>(founding => founding.RunAsync(input, CancellationToken.None));
}
