using Microsoft.EntityFrameworkCore;
using Modular.Kernel.Access;
using Modular.Kernel.Postgres.Reads;
using Modular.Kernel.Postgres.Tests.Sample;
using Modular.TestKit.Databases;

namespace Modular.Kernel.Postgres.Tests.Reads;

/// <summary>
/// One declaration makes the filter of the database context and the predicate of composed statements. Whoever asks, both show the same rows.
/// </summary>
public sealed class ReadScopeAgreesWithQueryFilterTests : IAsyncLifetime
{
    private TestDatabase? database;

    private TestDatabase Database => database!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(new SampleModule());
        await Database.PlantTreeAsync();
        foreach (var organization in new[] { SampleData.Province, SampleData.Commune, SampleData.FirstCell, SampleData.OtherCommune, Guid.CreateVersion7() })
        {
            await Database.AddPersonAsync(TestProvinces.NamDinh, $"Of {organization}", organization);
            await Database.AddPersonAsync(TestProvinces.NinhThuan, $"Elsewhere {organization}", organization);
        }
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    [Fact]
    public async Task Both_show_the_same_rows_to_whoever_asks()
    {
        var commune = PathRange.Below(await Database.PathAsync(SampleData.Commune));
        var province = PathRange.Below(await Database.PathAsync(SampleData.Province));
        await using var everything = Database.Enter();
        var somebody = (await everything.Get<SampleDbContext>().People.FirstAsync(TestContext.Current.CancellationToken)).Id;
        PermissionScope[] scopes =
        [
            PermissionScope.Nowhere,
            PermissionScope.Everywhere,
            new() { Subtrees = [commune] },
            new() { Subtrees = [province] },
            new() { Organizations = [SampleData.Commune, SampleData.OtherCommune] },
            new() { Self = somebody },
            new() { Subtrees = [commune], Organizations = [SampleData.OtherCommune], Self = somebody },
        ];

        var counts = new List<int>();
        foreach (var scope in scopes)
        {
            var access = new TestAccess().With(SamplePermissions.Read, scope);
            await using var entered = Database.Enter(TestProvinces.NamDinh, access);
            var filtered = await entered.Get<SampleDbContext>().People.Select(person => person.Id).ToListAsync(TestContext.Current.CancellationToken);
            var composed = await ComposedAsync(access);
            Assert.Equal(filtered.Order(), composed.Order());
            counts.Add(composed.Count);
        }

        Assert.Equal([0, 5, 2, 4, 2, 1], counts.Take(6));
    }

    [Fact]
    public async Task Whoever_reaches_the_whole_tree_reaches_what_stands_nowhere_in_it_too()
    {
        var commune = PathRange.Below(await Database.PathAsync(SampleData.Commune));
        var province = PathRange.Below(await Database.PathAsync(SampleData.Province));

        var everything = await ComposedAsync(new TestAccess().With(SamplePermissions.Read, new PermissionScope { Subtrees = [province], CoversTree = true }));
        var below = await ComposedAsync(new TestAccess().With(SamplePermissions.Read, new PermissionScope { Subtrees = [commune], IsBroad = true }));

        Assert.Equal((5, 2), (everything.Count, below.Count));
    }

    [Fact]
    public void Only_what_is_seen_through_its_parent_is_read_with_it_and_does_not_ask_for_the_reach_again()
    {
        var model = Model();
        var notes = model.TableOf(typeof(Note));
        var column = notes.Column(nameof(Note.PersonId)).QuotedName;
        var values = ValuesOf(new TestAccess().At(SamplePermissions.Read, SampleData.Commune));

        Assert.Equal(
            (true, false, false),
            (notes.Scope!.IsThrough(typeof(Person), column),
            notes.Scope.IsThrough(typeof(Person), notes.Key.QuotedName),
            model.TableOf(typeof(Person)).Scope!.IsThrough(typeof(Person), column)));
        Assert.Equal(
            (true, false, true),
            (AsksForThePerson(new ParentLink(column), treeDay: null),
            AsksForThePerson(new ParentLink(column) { IsTheScope = true }, treeDay: null),
            AsksForThePerson(new ParentLink(column) { IsTheScope = true }, SqlDay.Today)));

        bool AsksForThePerson(ParentLink parent, SqlPart? treeDay) => new RowsQuery(model, notes, [])
            .Page(new RowsPage { Parent = parent, TreeDay = treeDay }, values).Text
            .Contains(model.TableOf(typeof(Person)).QuotedName, StringComparison.Ordinal);
    }

    private ReadModel Model() => new([Database.Modules[0].Registration.Features.Get<ModuleDatabase>()!.Model]);

    private static ReadValues ValuesOf(TestAccess access) =>
        new(TestProvinces.NamDinh.Id.Value, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime), access) { Limit = 100 };

    private async Task<IReadOnlyList<Guid>> ComposedAsync(TestAccess access)
    {
        var model = Model();
        var query = new RowsQuery(model, model.TableOf(typeof(Person)), []);
        var values = ValuesOf(access);
        await using var session = new ReadSession(Database.DataSources.Of(TestProvinces.NamDinh.Id));
        var page = new RowsPage();
        var read = session.ReadAsync(query.Page(page, values), values, query.LayoutOf(page));
        await session.FlushAsync(TestContext.Current.CancellationToken);
        var rows = await read;
        return [.. Enumerable.Range(0, rows.Count).Select(row => rows.Keys(0)[row])];
    }
}
