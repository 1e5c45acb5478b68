using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Organizations.Contracts;
using Modular.Organizations.Reorganizing;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Reorganizing;

/// <summary>A scheme is tried out: what it would do is told, all that objects is told, and nothing is left of it.</summary>
public sealed class PlanTests : IAsyncLifetime
{
    private Province province = null!;
    private Schemes schemes = null!;

    public async ValueTask InitializeAsync()
    {
        province = await Province.CreateAsync();
        schemes = new Schemes(province);
        await province.FoundAsync(province.WestCommune, OrganizationKinds.Cell, "Chi bộ thôn 1", "36.02.001.001");
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_plan_tells_what_would_move_also_on_a_later_day_and_leaves_nothing()
    {
        var scheme = (await schemes.DraftAsync(Possible() with { EffectiveOn = new(2024, 9, 1) })).Value;

        var plan = await schemes.PlanAsync(scheme);

        Assert.Equal((true, 1, 2, 2, 0), (plan!.IsPossible, plan.OrganizationsFounded, plan.OrganizationsEnded, plan.OrganizationsMoved, plan.MembersMoved));
        Assert.Equal(
            [new(1, ReorganizationStepKind.Found, 0, 0), new(2, ReorganizationStepKind.Merge, 1, 0), new(3, ReorganizationStepKind.Merge, 1, 0)],
            plan.Steps);
        Assert.Empty(plan.Objections);
        Assert.Empty(await province.ReadAsync(db => db.Successions.ToListAsync()));
        Assert.Equal(province.EastCommune, (await province.ReadAsync(province.Cell)).ParentId);
        Assert.Equal(ReorganizationState.Draft, (await province.ReadAsync(db => db.Reorganizations.SingleAsync())).State);
    }

    [Fact]
    public async Task What_was_planned_is_what_happens()
    {
        var scheme = await schemes.AppraisedAsync(Possible());
        var plan = await schemes.PlanAsync(scheme);

        var done = await schemes.DecideAsync(scheme);

        Assert.True(done.Succeeded);
        var founded = await province.ReadAsync(db => db.Organizations.SingleAsync(row => row.Code == "36.01.077"));
        Assert.Equal(plan!.OrganizationsMoved, await province.ReadAsync(db => db.Organizations.CountAsync(row => row.ParentId == founded.Id)));
        Assert.Equal(plan.OrganizationsEnded, await province.ReadAsync(db => db.Organizations.CountAsync(row => row.State == OrganizationState.Merged)));
    }

    [Fact]
    public async Task Every_rule_that_objects_is_told_with_its_step_number_and_instrument()
    {
        var scheme = (await schemes.DraftAsync(schemes.Scheme(
            Found("x", province.Root, OrganizationKinds.Cell, "Chi bộ lạ", "36.77"),
            new() { Kind = ReorganizationStepKind.Move, OrganizationId = province.East, ParentId = province.EastCommune },
            new() { Kind = ReorganizationStepKind.MoveMembers, OrganizationId = province.Cell, TargetKey = "x" },
            new() { Kind = ReorganizationStepKind.End, OrganizationId = province.WestCommune },
            new() { Kind = ReorganizationStepKind.Merge, OrganizationId = province.Cell, TargetId = province.WestCommune }))).Value;

        var plan = await schemes.PlanAsync(scheme);

        Assert.False(plan!.IsPossible);
        Assert.Equal(
            [
                "steps[0].kindCode KIND_IS_NOT_ALLOWED_BELOW_PARENT ORG-03",
                "steps[1].parentId ORGANIZATION_CANNOT_MOVE_BELOW_ITSELF ORG-25",
                "steps[3].organizationId ORGANIZATIONS_BELOW_ARE_STILL_THERE ORG-21",
                "steps[4].targetId ORGANIZATIONS_DO_NOT_MERGE ORG-25",
            ],
            plan.Objections.Select(objection => $"{objection.Field} {objection.Code} {objection.Rule}"));
        Assert.All(plan.Objections, objection => Assert.NotNull(objection.Instrument));
    }

    [Fact]
    public async Task A_plan_is_asked_over_the_schema_and_speaks_the_language_of_the_request()
    {
        var scheme = (await schemes.DraftAsync(schemes.Scheme(
            new ReorganizationStepInput { Kind = ReorganizationStepKind.Move, OrganizationId = province.EastCommune, ParentId = province.East }))).Value;

        var data = await province.AskAsync(
            """
            query ($id: ID!) {
              reorganizationPlan(id: $id) { isPossible organizationsMoved objections { field code rule message } }
              reorganization(id: $id) { title state superior { code } steps { position kind organization { code } parent { code } } handOvers { memberCount } }
            }
            """,
            new { id = Province.GlobalId("Reorganization", scheme.Id) });

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(
                """
                {
                  "reorganizationPlan": {"isPossible": false, "organizationsMoved": 0, "objections": [
                    {"field": "steps[0].parentId", "code": "ORGANIZATION_IS_ALREADY_THERE", "rule": null, "message": "Tổ chức này đang trực thuộc \"Đảng bộ huyện Giao Thủy\"."}]},
                  "reorganization": {"title": "Sắp xếp tổ chức đảng", "state": "DRAFT", "superior": {"code": "36"},
                    "steps": [{"position": 1, "kind": "MOVE", "organization": {"code": "36.01.001"}, "parent": {"code": "36.01"}}], "handOvers": []}
                }
                """),
            data), data.ToJsonString(Province.Readable));
    }

    [Fact]
    public async Task A_scheme_out_of_reach_has_no_plan()
    {
        var scheme = (await schemes.DraftAsync(Possible())).Value;
        var west = (await province.PlaceAsync(province.West, Schemes.Day))!.Path;

        Assert.Null(await schemes.PlanAsync(scheme, new TestAccess().Below(OrganizationsPermissions.Reorganize, west)));
    }

    [Fact]
    public async Task A_scheme_names_only_what_its_writer_reaches()
    {
        var west = (await province.PlaceAsync(province.West, Schemes.Day))!.Path;
        ICurrentAccess officer = new TestAccess().Below(OrganizationsPermissions.Reorganize, west);

        (await schemes.DraftAsync(Possible() with { SuperiorId = province.West }, officer)).Refused(
            new Organizations.Decisions.OrganizationIsOutOfYourReach("Đảng bộ huyện Giao Thủy") { Field = "input.steps[0].parentId" },
            new Organizations.Decisions.OrganizationIsOutOfYourReach("Đảng bộ xã Giao Hà") { Field = "input.steps[1].organizationId" });
    }

    [Fact]
    public async Task A_step_says_what_it_lacks()
    {
        (await schemes.DraftAsync(schemes.Scheme(
            new() { Kind = ReorganizationStepKind.Found, ParentId = province.East, Name = "Đảng bộ", Key = "a" },
            new() { Kind = ReorganizationStepKind.Found, ParentId = province.East, Name = "Đảng bộ", Code = "1", KindCode = "CELL", Key = "a" },
            new() { Kind = ReorganizationStepKind.Merge, OrganizationId = province.Cell, TargetKey = "b" }))).Refused(
            new StepLacks(ReorganizationStepKind.Found, "code") { Field = "input.steps[0].code" },
            new StepLacks(ReorganizationStepKind.Found, "kindCode") { Field = "input.steps[0].kindCode" },
            new KeyIsUsedTwice("a") { Field = "input.steps[1].key" },
            new KeyIsUnknown("b") { Field = "input.steps[2].targetKey" });
        (await schemes.DraftAsync(schemes.Scheme())).Refused(new SchemeNeedsSteps(1000) { Field = "input.steps" });
    }

    private DraftReorganizationInput Possible() => schemes.Scheme(
        Found("new", province.East, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Giao Thắng", "36.01.077"),
        new() { Kind = ReorganizationStepKind.Merge, OrganizationId = province.EastCommune, TargetKey = "new" },
        new() { Kind = ReorganizationStepKind.Merge, OrganizationId = province.WestCommune, TargetKey = "new" });

    private static ReorganizationStepInput Found(string key, Guid parent, string kind, string name, string code) => new()
    {
        Kind = ReorganizationStepKind.Found,
        Key = key,
        ParentId = parent,
        KindCode = kind,
        Name = name,
        Code = code,
    };
}
