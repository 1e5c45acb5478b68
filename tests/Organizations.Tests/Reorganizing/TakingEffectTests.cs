using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Ending;
using Modular.Organizations.Moving;
using Modular.Organizations.Reorganizing;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Reorganizing;

/// <summary>Schemes become what happened, at once or on their day, as a whole or not at all.</summary>
public sealed class TakingEffectTests : IAsyncLifetime
{
    private static readonly DateOnly Later = new(2024, 7, 1);
    private Province province = null!;
    private Schemes schemes = null!;

    public async ValueTask InitializeAsync()
    {
        province = await Province.CreateAsync();
        schemes = new Schemes(province);
    }

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task A_merger_takes_all_below_along_links_both_and_leaves_yesterday_as_it_was()
    {
        var done = await schemes.CarryOutAsync(schemes.Scheme(MergeEastIntoWest()));

        Assert.Empty(done.Found());
        Assert.Equal(ReorganizationState.Effective, done.Value.State);
        var merged = await province.ReadAsync(province.EastCommune);
        Assert.Equal((OrganizationState.Merged, (DateOnly?)Schemes.Day), (merged.State, merged.EndedOn));
        Assert.Equal(province.WestCommune, (await province.PlaceAsync(province.Cell, Schemes.Day))!.ParentId);
        Assert.Equal(province.EastCommune, (await province.PlaceAsync(province.Cell, Schemes.Day.AddDays(-1)))!.ParentId);
        Assert.Null(await province.PlaceAsync(province.EastCommune, Schemes.Day));
        Assert.Equal(
            [(province.EastCommune, province.WestCommune, OrganizationEventType.Merge, Schemes.Day)],
            await province.ReadAsync(async db => (await db.Successions.ToListAsync()).Select(row => (row.PredecessorId, row.SuccessorId, row.Type, row.EffectiveOn))));
    }

    [Fact]
    public async Task All_that_one_decision_does_rests_on_one_document()
    {
        await schemes.CarryOutAsync(schemes.Scheme(MergeEastIntoWest(), RenameWest()));

        var decided = await province.ReadAsync(db => db.Decisions.SingleAsync(row => row.Number == "1533-QĐ/TU"));
        Assert.Equal(
            [OrganizationEventType.Merge, OrganizationEventType.MoveParent, OrganizationEventType.Rename],
            await province.ReadAsync(async db => (await db.Events.Where(row => row.DecisionId == decided.Id).ToListAsync())
                .Select(row => row.Type).Order()));
    }

    [Fact]
    public async Task What_is_decided_for_a_later_day_happens_on_that_day_and_once()
    {
        var decided = await schemes.CarryOutAsync(schemes.Scheme(MergeEastIntoWest()) with { EffectiveOn = Later });

        Assert.Equal(ReorganizationState.Decided, decided.Value.State);
        Assert.Equal(OrganizationState.Active, (await province.ReadAsync(province.EastCommune)).State);
        Assert.Equal(0, await schemes.ComesAsync(Later.AddDays(-1)));
        Assert.Equal(1, await schemes.ComesAsync(Later));
        Assert.Equal(0, await schemes.ComesAsync(Later));
        Assert.Equal((OrganizationState.Merged, (DateOnly?)Later), await EndOfEastAsync());
        Assert.Equal(province.EastCommune, (await province.PlaceAsync(province.Cell, Later.AddDays(-1)))!.ParentId);
    }

    [Fact]
    public async Task What_is_decided_late_takes_effect_on_its_day_though_the_host_was_away()
    {
        await schemes.CarryOutAsync(schemes.Scheme(MergeEastIntoWest()) with { EffectiveOn = Later });

        Assert.Equal(1, await schemes.ComesAsync(Later.AddDays(9)));

        Assert.Equal((OrganizationState.Merged, (DateOnly?)Later), await EndOfEastAsync());
    }

    [Fact]
    public async Task A_decision_is_withdrawn_until_it_takes_effect_and_not_after()
    {
        var waiting = (await schemes.CarryOutAsync(schemes.Scheme(MergeEastIntoWest()) with { EffectiveOn = Later })).Value;
        var withdrawn = await schemes.WithdrawAsync(waiting);
        var effective = (await schemes.CarryOutAsync(schemes.Scheme(MergeEastIntoWest()))).Value;

        Assert.Equal(ReorganizationState.Withdrawn, withdrawn.Value.State);
        Assert.Equal(0, await schemes.ComesAsync(Later));
        (await schemes.WithdrawAsync(effective)).Refused(new ReorganizationCannotBeWithdrawn(ReorganizationState.Effective) { Field = "input.id" });
    }

    [Fact]
    public async Task A_step_that_a_rule_objects_to_leaves_nothing_of_the_others()
    {
        var refused = await schemes.CarryOutAsync(schemes.Scheme(
            RenameWest(), new() { Kind = ReorganizationStepKind.Move, OrganizationId = province.East, ParentId = province.EastCommune }));

        refused.Refused(new OrganizationCannotMoveBelowItself("Đảng bộ huyện Giao Thủy", "Đảng bộ xã Giao Hà") { Field = "steps[1].parentId" });
        Assert.Equal("Đảng bộ xã Yên Thắng", (await province.ReadAsync(province.WestCommune)).Name);
        Assert.Equal(ReorganizationState.Appraised, (await province.ReadAsync(db => db.Reorganizations.SingleAsync())).State);
    }

    [Fact]
    public async Task What_cannot_take_effect_on_its_day_says_why_and_is_tried_again()
    {
        var waiting = (await schemes.CarryOutAsync(schemes.Scheme(RenameWest()) with { EffectiveOn = Later })).Value;
        var inTheWay = await province.FoundAsync(province.West, OrganizationKinds.GrassrootsCommittee, "Đảng bộ xã Yên Bình", "36.02.009");

        Assert.Equal(0, await schemes.ComesAsync(Later));
        var blocked = await province.ReadAsync(db => db.Reorganizations.SingleAsync());
        Assert.Equal((ReorganizationState.Decided, (DateOnly?)Later), (blocked.State, blocked.BlockedOn));
        Assert.StartsWith("steps[0].name ORG-25: Đã có tổ chức", blocked.BlockedBecause, StringComparison.Ordinal);
        Assert.Equal(["OPEN"], await WorkAsync("organizations.reorganization-blocked", waiting.Id));

        province.Clock.Day = Later.AddDays(1);
        await province.ActAsync<EndingAct, Organizations.Register.Organization>(ending => ending.RunAsync(
            new() { Id = inTheWay, ExpectedVersion = 1, EffectiveOn = Later.AddDays(1), Decision = Province.Decision() }, CancellationToken.None));
        Assert.Equal(1, await schemes.ComesAsync(Later.AddDays(1)));
        Assert.Equal(["DONE"], await WorkAsync("organizations.reorganization-blocked", waiting.Id));
    }

    [Fact]
    public async Task Of_two_officers_who_decide_at_once_one_does()
    {
        var scheme = await schemes.AppraisedAsync(schemes.Scheme(MergeEastIntoWest()));

        var results = await Task.WhenAll(schemes.DecideAsync(scheme), schemes.DecideAsync(scheme));

        Assert.Equal(1, results.Count(result => result.Succeeded));
        var other = results.Single(result => !result.Succeeded).Problems.Single();
        Assert.Contains(other.Code, new[] { "STALE_VERSION", "REORGANIZATION_IS_CLOSED" });
        Assert.Single(await province.ReadAsync(db => db.Successions.ToListAsync()));
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var drafted = (await schemes.DraftAsync(schemes.Scheme(MergeEastIntoWest()))).Value;
        var revised = await schemes.ReviseAsync(drafted, RenameWest());

        Assert.Equal(2, revised.Value.Version);
        (await schemes.AppraiseAsync(drafted)).Refused(new StaleVersion(1, 2));
    }

    [Fact]
    public async Task A_scheme_is_appraised_before_it_is_decided_and_again_when_it_was_changed()
    {
        var drafted = (await schemes.DraftAsync(schemes.Scheme(MergeEastIntoWest()))).Value;
        var atOnce = await schemes.DecideAsync(drafted);
        var appraised = (await schemes.AppraiseAsync(drafted)).Value;
        var revised = (await schemes.ReviseAsync(appraised, RenameWest())).Value;

        atOnce.Refused(new SchemeWasNotAppraised { Field = "input.id" });
        (await schemes.DecideAsync(revised)).Refused(new SchemeWasNotAppraised { Field = "input.id" });
    }

    [Fact]
    public async Task An_officer_carries_out_only_what_they_may_do_one_by_one()
    {
        var scheme = await schemes.AppraisedAsync(schemes.Scheme(RenameWest()));
        var root = (await province.PlaceAsync(province.Root, Schemes.Day))!.Path;
        var officer = new TestAccess().Below(OrganizationsPermissions.Reorganize, root);

        (await schemes.DecideAsync(scheme, access: officer))
            .Refused(new OrganizationIsOutOfYourReach("Đảng bộ xã Yên Thắng") { Field = "steps[0].organizationId" });
        Assert.True((await schemes.DecideAsync(scheme, access: officer.Below(OrganizationsPermissions.Rename, root))).Succeeded);
    }

    private ReorganizationStepInput MergeEastIntoWest() => new()
    {
        Kind = ReorganizationStepKind.Merge,
        OrganizationId = province.EastCommune,
        TargetId = province.WestCommune,
    };

    private ReorganizationStepInput RenameWest() => new()
    {
        Kind = ReorganizationStepKind.Rename,
        OrganizationId = province.WestCommune,
        Name = "Đảng bộ xã Yên Bình",
    };

    private async Task<(OrganizationState, DateOnly?)> EndOfEastAsync()
    {
        var east = await province.ReadAsync(province.EastCommune);
        return (east.State, east.EndedOn);
    }

    private async Task<string[]> WorkAsync(string kind, Guid fact) => await province.Database.ScalarAsync<string[]>(
        TestProvinces.NamDinh, "select coalesce(array_agg(state order by opened_at), '{}') from kernel.work_items where kind = $1 and fact_id = $2", kind, fact);
}
