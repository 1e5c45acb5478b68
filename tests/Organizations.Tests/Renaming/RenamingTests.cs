using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Results;
using Modular.Organizations.Contracts;
using Modular.Organizations.Decisions;
using Modular.Organizations.Register;
using Modular.Organizations.Renaming;
using Modular.TestKit.Databases;
using Xunit;

namespace Modular.Organizations.Tests.Renaming;

public sealed class RenamingTests : IAsyncLifetime
{
    private Province province = null!;

    public async ValueTask InitializeAsync() => province = await Province.CreateAsync();

    public ValueTask DisposeAsync() => province.DisposeAsync();

    [Fact]
    public async Task The_old_name_stays_true_for_its_time()
    {
        var renamed = await RenameAsync(NewName());

        Assert.Equal(("Chi bộ xóm Đông", 2), (renamed.Value.Name, renamed.Value.Version));
        await using var scope = province.Database.Enter();
        var directory = scope.Get<IOrganizationDirectory>();
        var before = await directory.FindAsync([province.Cell], new(2024, 2, 29), CancellationToken.None);
        var after = await directory.FindAsync([province.Cell], new(2024, 3, 1), CancellationToken.None);
        Assert.Equal(("Chi bộ xóm 1", "Chi bộ xóm Đông"), (before[province.Cell].Name, after[province.Cell].Name));
    }

    [Fact]
    public async Task Renaming_is_an_event_with_both_names_and_in_the_history_of_edits()
    {
        await RenameAsync(NewName());

        var happened = await province.ReadAsync(db => db.Events.SingleAsync(row => row.Type == OrganizationEventType.Rename));
        Assert.Equal(("Chi bộ xóm 1", "Chi bộ xóm Đông"), (happened.PreviousName, happened.Name));
        var edit = await province.Database.ScalarAsync<string>(
            TestProvinces.NamDinh,
            "select changes ->> 'name' || document from kernel.edits where entity = 'Organization' and action = 'CHANGED' and entity_id = $1",
            [province.Cell]);
        Assert.Equal("""{"after": "Chi bộ xóm Đông", "before": "Chi bộ xóm 1"}12-QĐ/TU""", edit);
    }

    [Fact]
    public async Task A_name_from_before_the_present_one_is_refused()
    {
        var first = await RenameAsync(NewName());
        var second = await RenameAsync(NewName() with { Name = "Chi bộ xóm Tây", ExpectedVersion = first.Value.Version });

        second.Refused(new EffectiveDateIsBeforeEarlierChange(new(2024, 3, 1), new(2024, 3, 2)) { Field = "input.effectiveOn" });
    }

    [Fact]
    public async Task The_same_name_is_refused() => (await RenameAsync(NewName() with { Name = "Chi bộ xóm 1" }))
        .Refused(new NameIsTheSame("Chi bộ xóm 1") { Field = "input.name" });

    [Fact]
    public async Task The_name_of_a_sibling_is_refused()
    {
        await province.FoundAsync(province.EastCommune, OrganizationKinds.Cell, "Chi bộ xóm 2", "36.01.001.002");

        (await RenameAsync(NewName() with { Name = "chi bộ XÓM 02" }))
            .Refused(new NameIsTakenBelowTheSameParent("chi bộ XÓM 02") { Field = "input.name" });
    }

    [Fact]
    public async Task A_version_that_somebody_else_changed_is_stale()
    {
        await RenameAsync(NewName());

        (await RenameAsync(NewName() with { Name = "Chi bộ xóm Tây", EffectiveOn = new(2024, 4, 1) })).Refused(new StaleVersion(1, 2));
    }

    [Fact]
    public async Task A_user_without_the_permission_there_renames_nothing()
    {
        var access = new TestAccess().At(OrganizationsPermissions.Rename, province.WestCommune);

        var refused = await province.ActAsync<RenamingAct, Organization>(
            access, renaming => renaming.RunAsync(NewName(), CancellationToken.None));

        refused.Refused(new OrganizationIsOutOfYourReach("Chi bộ xóm 1") { Field = "input.id" });
    }

    private RenameOrganizationInput NewName() => new()
    {
        Id = province.Cell,
        ExpectedVersion = 1,
        Name = "Chi bộ xóm Đông",
        EffectiveOn = new(2024, 3, 1),
        Decision = Province.Decision(),
    };

    private Task<Result<Organization>> RenameAsync(RenameOrganizationInput input) =>
        province.ActAsync<RenamingAct, Organization>(renaming => renaming.RunAsync(input, CancellationToken.None));
}
