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

        var everything = await ComposedAsync(new TestAccess().With(SamplePermissions.Read, new PermissionScope { Subtrees = [province], IsBroad = true }));
        var below = await ComposedAsync(new TestAccess().With(SamplePermissions.Read, new PermissionScope { Subtrees = [commune], IsBroad = true }));

        Assert.Equal((5, 2), (everything.Count, below.Count));
    }

    private async Task<IReadOnlyList<Guid>> ComposedAsync(TestAccess access)
    {
        var model = new ReadModel([Database.Modules[0].Registration.Features.Get<ModuleDatabase>()!.Model]);
        var query = new RowsQuery(model, model.TableOf(typeof(Person)), []);
        var values = new ReadValues(TestProvinces.NamDinh.Id.Value, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().DateTime), access) { Limit = 100 };
        await using var session = new ReadSession(Database.DataSources.Of(TestProvinces.NamDinh.Id));
        var page = new RowsPage();
        var read = session.ReadAsync(query.Page(page, values), values, query.LayoutOf(page));
        await session.FlushAsync(TestContext.Current.CancellationToken);
        var rows = await read;
        return [.. Enumerable.Range(0, rows.Count).Select(row => rows.Keys(0)[row])];
    }
}
