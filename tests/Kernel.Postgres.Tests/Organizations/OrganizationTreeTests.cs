using Modular.Kernel.Organizations;
using Modular.Kernel.Postgres.Organizations;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Organizations;

public sealed class OrganizationTreeTests : IAsyncLifetime
{
    private static readonly DateOnly Planted = new(2020, 1, 1);
    private static readonly DateOnly Moved = new(2022, 5, 1);
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(new SampleModule());
        await database.PlantTreeAsync();
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData(0, "0.")]
    [InlineData(35, "z.")]
    [InlineData(36, "10.")]
    [InlineData(46_656, "1000.")]
    public void A_label_is_its_number_in_base_36(long number, string label) => Assert.Equal(label, TreeLabel.Of(number));

    [Fact]
    public async Task A_path_holds_the_paths_of_all_above()
    {
        var places = await FindAsync(Planted, SampleData.Province, SampleData.Commune, SampleData.FirstCell);

        Assert.StartsWith(places[SampleData.Province].Path, places[SampleData.Commune].Path, StringComparison.Ordinal);
        Assert.StartsWith(places[SampleData.Commune].Path, places[SampleData.FirstCell].Path, StringComparison.Ordinal);
        Assert.Equal([0, 1, 2], places.Values.Select(place => place.Depth).Order());
    }

    [Fact]
    public async Task Before_its_first_day_an_organization_has_no_place() =>
        Assert.Empty(await FindAsync(Planted.AddDays(-1), SampleData.Province, SampleData.FirstCell));

    [Fact]
    public async Task All_hosts_hear_of_a_root_that_begins_or_ends_and_of_no_other_change()
    {
        var heard = new List<string>();
        await using var listener = await database.OpenAsOwnerAsync();
        listener.Notification += (_, notification) => heard.Add($"{notification.Channel} {notification.Payload}");
        var other = Guid.CreateVersion7();

        await ListenAsync("listen modular_access");
        await ChangeAsync((tree, ct) => tree.MoveAsync(SampleData.FirstCell, SampleData.OtherCommune, Moved, ct));
        await ListenAsync("select 1");
        Assert.Empty(heard);

        await ChangeAsync((tree, ct) => tree.PlaceAsync(other, null, "ANY", Planted, ct));
        await ListenAsync("select 1");
        await ChangeAsync((tree, ct) => tree.EndAsync(other, Moved, ct));
        await ListenAsync("select 1");
        Assert.Equal(["modular_access 36", "modular_access 36"], heard);

        // An answer brings along what was announced before it.
        async Task ListenAsync(string sql)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, listener);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_move_changes_the_subtree_from_its_day_on_and_nothing_before()
    {
        var before = await FindAsync(Planted, SampleData.Commune, SampleData.FirstCell);

        await ChangeAsync((tree, ct) => tree.MoveAsync(SampleData.Commune, SampleData.OtherCommune, Moved, ct));

        Assert.Equal(before, await FindAsync(Moved.AddDays(-1), SampleData.Commune, SampleData.FirstCell));
        var after = await FindAsync(Moved, SampleData.Commune, SampleData.FirstCell, SampleData.OtherCommune);
        Assert.StartsWith(after[SampleData.OtherCommune].Path, after[SampleData.Commune].Path, StringComparison.Ordinal);
        Assert.StartsWith(after[SampleData.Commune].Path, after[SampleData.FirstCell].Path, StringComparison.Ordinal);
        Assert.Equal((2, 3, SampleData.Commune), (after[SampleData.Commune].Depth, after[SampleData.FirstCell].Depth, after[SampleData.FirstCell].ParentId));
    }

    [Fact]
    public async Task A_second_move_on_the_same_day_takes_the_place_of_the_first()
    {
        await ChangeAsync((tree, ct) => tree.MoveAsync(SampleData.FirstCell, SampleData.OtherCommune, Moved, ct));
        await ChangeAsync((tree, ct) => tree.MoveAsync(SampleData.FirstCell, SampleData.Commune, Moved, ct));

        var rows = await database.ScalarAsync<long>(
            TestProvinces.NamDinh, "select count(*) from kernel.organization_tree where organization_id = $1", SampleData.FirstCell);
        Assert.Equal(SampleData.Commune, (await FindAsync(Moved, SampleData.FirstCell))[SampleData.FirstCell].ParentId);
        Assert.Equal(2, rows);
    }

    [Fact]
    public async Task What_was_placed_after_the_day_of_a_move_moves_along()
    {
        var late = Guid.NewGuid();
        await ChangeAsync((tree, ct) => tree.PlaceAsync(late, SampleData.Commune, "CELL", new(2023, 1, 1), ct));

        await ChangeAsync((tree, ct) => tree.MoveAsync(SampleData.Commune, SampleData.OtherCommune, Moved, ct));

        var places = await FindAsync(new(2023, 1, 1), late, SampleData.OtherCommune);
        Assert.StartsWith(places[SampleData.OtherCommune].Path, places[late].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_founded_before_its_parent_moved_has_both_places()
    {
        await ChangeAsync((tree, ct) => tree.MoveAsync(SampleData.Commune, SampleData.OtherCommune, Moved, ct));
        var early = Guid.NewGuid();

        await ChangeAsync((tree, ct) => tree.PlaceAsync(early, SampleData.Commune, "CELL", new(2021, 1, 1), ct));

        Assert.Equal(2, (await FindAsync(new(2021, 1, 1), early))[early].Depth);
        Assert.Equal(3, (await FindAsync(Moved, early))[early].Depth);
    }

    [Fact]
    public async Task A_kind_changes_from_a_day_on_for_the_organization_alone()
    {
        await ChangeAsync((tree, ct) => tree.ChangeKindAsync(SampleData.Commune, "DIRECT_SUPERIOR", Moved, ct));

        Assert.Equal("GRASSROOTS_COMMITTEE", (await FindAsync(Moved.AddDays(-1), SampleData.Commune))[SampleData.Commune].Kind);
        var after = await FindAsync(Moved, SampleData.Commune, SampleData.FirstCell);
        Assert.Equal(("DIRECT_SUPERIOR", "CELL"), (after[SampleData.Commune].Kind, after[SampleData.FirstCell].Kind));
    }

    [Fact]
    public async Task An_end_leaves_the_past_and_whoever_stood_above_still_reaches_what_ended()
    {
        await ChangeAsync((tree, ct) => tree.EndAsync(SampleData.FirstCell, Moved, ct));

        Assert.NotEmpty(await FindAsync(Moved.AddDays(-1), SampleData.FirstCell));
        Assert.Empty(await FindAsync(Moved, SampleData.FirstCell));
        Assert.Equal(1, await database.ScalarAsync<long>(
            TestProvinces.NamDinh,
            "select count(*) from kernel.organization_tree where organization_id = $1 and standing @> date '2030-01-01' and standing @> date '1990-01-01'",
            SampleData.FirstCell));
    }

    [Fact]
    public async Task Impossible_changes_are_errors()
    {
        var messages = new List<string>
        {
            await FailAsync((tree, ct) => tree.MoveAsync(SampleData.Commune, SampleData.FirstCell, Moved, ct)),
            await FailAsync((tree, ct) => tree.MoveAsync(Guid.Empty, SampleData.Commune, Moved, ct)),
            await FailAsync((tree, ct) => tree.EndAsync(SampleData.Commune, Moved, ct)),
            await FailAsync((tree, ct) => tree.PlaceAsync(SampleData.FirstCell, SampleData.Commune, "CELL", Moved, ct)),
            await FailAsync((tree, ct) => tree.PlaceAsync(Guid.NewGuid(), Guid.Empty, "CELL", Moved, ct)),
            await FailAsync((tree, ct) => tree.PlaceAsync(Guid.NewGuid(), SampleData.Commune, "CELL", Planted.AddDays(-1), ct)),
            await FailAsync((tree, ct) => tree.PlaceAsync(
                [
                    new OrganizationPlacement(SampleId(7), SampleId(8), "CELL", Moved),
                    new OrganizationPlacement(SampleId(8), SampleId(7), "CELL", Moved),
                ],
                ct)),
        };

        Assert.Equal(
            [
                $"Organization {SampleData.Commune} cannot move below {SampleData.FirstCell}, which is itself or lies below it.",
                $"Organization {Guid.Empty} has no place in the tree on 2022-05-01.",
                $"Organizations below {SampleData.Commune} have a place in the tree on or after 2022-05-01.",
                $"Organization {SampleData.FirstCell} already has a place in the tree.",
                $"Organization {Guid.Empty} has no place in the tree on 2022-05-01.",
                $"Organization {SampleData.Commune} has no place in the tree on 2019-12-31.",
                $"The parents of these organizations go round in a circle: {SampleId(7)}, {SampleId(8)}.",
            ],
            messages);
    }

    [Fact]
    public async Task A_place_is_held_only_inside_a_unit_of_work()
    {
        await using var scope = database.Enter();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => scope.Get<IOrganizationTree>().HoldAsync(SampleData.FirstCell, Moved, CancellationToken.None));
    }

    [Fact]
    public async Task Changes_at_once_leave_a_tree_in_which_every_path_holds_its_parents()
    {
        var cells = Enumerable.Range(0, 6).Select(_ => Guid.NewGuid()).ToList();

        await Task.WhenAll(cells.Select(cell => ChangeAsync((tree, ct) => tree.PlaceAsync(cell, SampleData.Commune, "CELL", Moved, ct)))
            .Append(ChangeAsync((tree, ct) => tree.MoveAsync(SampleData.Commune, SampleData.OtherCommune, Moved, ct))));

        var torn = await database.ScalarAsync<long>(
            TestProvinces.NamDinh,
            """
            select count(*) from kernel.organization_tree as place
            join kernel.organization_tree as above on above.organization_id = place.parent_id and above.valid && place.valid
            where not starts_with(place.path, above.path) or place.depth <> above.depth + 1
            """);
        Assert.Equal(0, torn);
        Assert.Equal(6, (await FindAsync(Moved, [.. cells])).Count);
    }

    private static Guid SampleId(int number) => new($"00000000-0000-0000-0000-{number:000000000000}");

    private async Task<IReadOnlyDictionary<Guid, OrganizationTreeNode>> FindAsync(DateOnly day, params Guid[] organizations)
    {
        await using var scope = database.Enter();
        return await scope.Get<IOrganizationTree>().FindAsync(organizations, day, CancellationToken.None);
    }

    private async Task ChangeAsync(Func<IOrganizationTreeWriter, CancellationToken, Task> change)
    {
        await using var scope = database.Enter();
        var changed = await scope.Write<SampleDbContext>().RunAsync<bool>(
            async (_, cancellationToken) =>
            {
                await change(scope.Get<IOrganizationTreeWriter>(), cancellationToken);
                return true;
            },
            CancellationToken.None);
        Assert.True(changed.Succeeded);
    }

    private async Task<string> FailAsync(Func<IOrganizationTreeWriter, CancellationToken, Task> change) =>
        (await Assert.ThrowsAsync<InvalidOperationException>(() => ChangeAsync(change))).Message;
}
